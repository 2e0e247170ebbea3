!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `prod`.`hdfs_braces` AS HDFS CREDENTIALS '{}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `prod`.`hdfs_new` AS HDFS CREDENTIALS '' CONFIG '{"hadoop.security.authentication":"simple"}' DESCRIPTION '[linkctl:…]';

CREATE LINK IF NOT EXISTS `prod`.`hdfs_braces` AS HDFS CREDENTIALS '{}';
CREATE LINK IF NOT EXISTS `prod`.`hdfs_new` AS HDFS CREDENTIALS '' CONFIG '{"hadoop.security.authentication":"simple"}';

!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `billing`.`a` AS S3 CREDENTIALS '{}' DESCRIPTION '[linkctl:…]';

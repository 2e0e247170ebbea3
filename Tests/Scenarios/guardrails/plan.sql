!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `prod`.`new_one` AS S3 CREDENTIALS '{}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
DROP LINK `prod`.`by_allow`;
DROP LINK `prod`.`by_flag`;

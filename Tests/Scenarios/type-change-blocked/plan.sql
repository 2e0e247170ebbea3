!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `prod`.`other` AS S3 CREDENTIALS '{}' CONFIG '{"region":"eu-central-1"}' DESCRIPTION '[linkctl:…]';

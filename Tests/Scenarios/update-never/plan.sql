!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `prod`.`missing` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';

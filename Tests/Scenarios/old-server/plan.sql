!! preview: references are not resolved
DROP LINK `prod`.`described`;
CREATE LINK `prod`.`described` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'new [linkctl:…]';

!! preview: references are not resolved
CREATE OR REPLACE LINK `analytics`.`analytics_link` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:ANALYTICS_KEY_ID}","aws_secret_access_key":"${env:ANALYTICS_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'Updated analytics data storage in new region [linkctl:…]';

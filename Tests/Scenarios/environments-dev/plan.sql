!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `dev_orders`.`archive` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:ORDERS_KEY_ID}","aws_secret_access_key":"${env:ORDERS_SECRET}"}' CONFIG '{"nested":{"deep":{"a":true,"c":{"batch":10,"modes":["a","b"]}},"keep":1},"region":"us-east-1"}' DESCRIPTION 'Archive of dev (orders) [linkctl:…]';
CREATE LINK IF NOT EXISTS `dev_orders`.`only_dev` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:ORDERS_KEY_ID}","aws_secret_access_key":"${env:ORDERS_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `dev_orders`.`overridden` AS GCS CREDENTIALS '{"access_id":"dev","secret_key":"${env:DEV_SECRET}"}' DESCRIPTION 'everywhere but in production [linkctl:…]';

!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `a`.`beta` AS HDFS CREDENTIALS '' CONFIG '{"hadoop.security.authentication":"simple"}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `b`.`Alpha` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:FIRST_ID}","aws_secret_access_key":"${env:FIRST_SECRET}"}' CONFIG '{"disable_gunzip":true,"region":"us-east-1"}' DESCRIPTION 'its own [linkctl:…]';
CREATE LINK IF NOT EXISTS `b`.`alpha` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:FIRST_ID}","aws_secret_access_key":"${env:FIRST_SECRET}"}' CONFIG '{"region":"us-west-1"}' DESCRIPTION 'from the defaults [linkctl:…]';
CREATE LINK IF NOT EXISTS `b`.`beta2` AS HTTP CREDENTIALS '{"headers":{"X-Key":"${env:SECOND_KEY}"}}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `b`.`zeta` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:FIRST_ID}","aws_secret_access_key":"${env:FIRST_SECRET}"}' CONFIG '{"disable_gunzip":true,"region":"us-east-1"}' DESCRIPTION 'from the defaults [linkctl:…]';

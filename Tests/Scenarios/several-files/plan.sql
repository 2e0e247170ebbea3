!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `a`.`beta` AS HDFS CREDENTIALS '' CONFIG '{"hadoop.security.authentication":"simple"}';
CREATE LINK IF NOT EXISTS `b`.`Alpha` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:FIRST_ID}","aws_secret_access_key":"${env:FIRST_SECRET}"}' CONFIG '{"disable_gunzip":true,"region":"us-east-1"}' DESCRIPTION 'its own';
CREATE LINK IF NOT EXISTS `b`.`alpha` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:FIRST_ID}","aws_secret_access_key":"${env:FIRST_SECRET}"}' CONFIG '{"region":"us-west-1"}' DESCRIPTION 'from the defaults';
CREATE LINK IF NOT EXISTS `b`.`beta2` AS HTTP CREDENTIALS '{"headers":{"X-Key":"${env:SECOND_KEY}"}}';
CREATE LINK IF NOT EXISTS `b`.`zeta` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:FIRST_ID}","aws_secret_access_key":"${env:FIRST_SECRET}"}' CONFIG '{"disable_gunzip":true,"region":"us-east-1"}' DESCRIPTION 'from the defaults';

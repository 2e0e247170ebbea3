!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`description_ignored` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'by hand [linkctl:…]';
CREATE OR REPLACE LINK `prod`.`kept_key` AS KAFKA CREDENTIALS '{"sasl.password":"${env:KAFKA_PASSWORD}"}' CONFIG '{"extra":{"a":[1,{"b":null}]},"sasl.mechanism":"PLAIN","security.protocol":"by hand"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`whole_config` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"endpoint_url":"http://by-hand","region":"by hand"}' DESCRIPTION 'changed [linkctl:…]';

!! preview: references are not resolved
CREATE LINK `prod`.`archive` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'Kept for seven years [linkctl:…]';
CREATE LINK `prod`.`calls` AS HTTP CREDENTIALS '{"headers":{"Authorization":"Bearer ${env:CALLS_TOKEN}"}}' DESCRIPTION '[linkctl:…]';
CREATE LINK `prod`.`events` AS KAFKA CREDENTIALS '{"sasl.password":"${env:KAFKA_PASSWORD}","sasl.username":"${env:KAFKA_USER}"}' CONFIG '{"sasl.mechanism":"PLAIN","security.protocol":"sasl_ssl"}' DESCRIPTION '[linkctl:…]';

!! preview: references are not resolved
ALTER LINK `prod`.`cleared` SET CONFIG '{}';
ALTER LINK `prod`.`config_only` SET CONFIG '{"sasl.mechanism":"PLAIN","security.protocol":"sasl_ssl"}';
CREATE OR REPLACE LINK `prod`.`described` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'new [linkctl:…]';
ALTER LINK `prod`.`kept` SET CONFIG '{"region":"us-east-1","request_payer":"requester"}';
ALTER LINK `prod`.`unmanaged` SET CONFIG '{"region":"us-east-1"}';

!! preview: references are not resolved
-- prod.accepted: credentials that the link has would go to another destination: config.endpoint_url
CREATE OR REPLACE LINK `prod`.`accepted` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"endpoint_url":"https://new.example.com"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`no_credentials` AS S3 CREDENTIALS '{}' CONFIG '{"endpoint_url":"https://new.example.com"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`same_place` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"endpoint_url":"https://old.example.com","region":"eu-west-1"}' DESCRIPTION '[linkctl:…]';

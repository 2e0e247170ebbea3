!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`accepted` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"endpoint_url":"https://new.example.com"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`no_credentials` AS S3 CREDENTIALS '{}' CONFIG '{"endpoint_url":"https://new.example.com"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`same_place` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"endpoint_url":"https://old.example.com","region":"eu-west-1"}' DESCRIPTION '[linkctl:…]';

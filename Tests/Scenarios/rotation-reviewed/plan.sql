!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`first` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`removed` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`several` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'words [linkctl:…]';

!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`legacy` AS S3 CREDENTIALS '{"role_arn":"${env:ROLE}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';

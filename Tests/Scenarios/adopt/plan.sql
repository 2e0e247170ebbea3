!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`altered` AS S3 CREDENTIALS '{}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'words [linkctl:…]';
CREATE OR REPLACE LINK `prod`.`copy` AS S3 CREDENTIALS '{}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`gone_tag` AS S3 CREDENTIALS '{}' CONFIG '{"region":"eu-west-1"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`original` AS S3 CREDENTIALS '{}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`same_untagged` AS S3 CREDENTIALS '{}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`theirs` AS S3 CREDENTIALS '{}' CONFIG '{"region":"us-east-1"}' DESCRIPTION '[linkctl:…]';
ALTER LINK `prod`.`unmanaged_credentials` SET CONFIG '{"region":"eu-west-1"}';
DROP LINK `prod`.`tombstone`;

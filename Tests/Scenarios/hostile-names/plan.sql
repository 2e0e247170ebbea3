!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `d``b.'"x`.`${HOME} %s {0}` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `d``b.'"x`.`''` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `d``b.'"x`.`/* comment */ -- #` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' DESCRIPTION '/*! x */ -- # ''; \\ [linkctl:…]';
CREATE LINK IF NOT EXISTS `d``b.'"x`.`a.b.c` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"k''ey\\\\":"v''al\\\\ue","nested \\"json\\"":"{\\"a\\": \\"it''s \\\\\\\\ x\\"}"}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `d``b.'"x`.`a``b; DROP DATABASE x; --` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `d``b.'"x`.`ends with \` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' DESCRIPTION '[linkctl:…]';
CREATE LINK IF NOT EXISTS `d``b.'"x`.`日本語 👍` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' DESCRIPTION '[linkctl:…]';

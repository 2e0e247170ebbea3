!! preview: references are not resolved
DROP LINK `prod`.`by_allow`;
CREATE LINK `prod`.`by_allow` AS GCS CREDENTIALS '{"access_id":"${env:GCS_ID}","secret_key":"${env:GCS_SECRET}"}' DESCRIPTION '[linkctl:…]';
DROP LINK `prod`.`by_flag`;
CREATE LINK `prod`.`by_flag` AS GCS CREDENTIALS '{"access_id":"${env:GCS_ID}","secret_key":"${env:GCS_SECRET}"}' DESCRIPTION '[linkctl:…]';

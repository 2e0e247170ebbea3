!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`changed` AS KAFKA CREDENTIALS '{"sasl.password":"${env:KAFKA_PASSWORD}"}' CONFIG '{"security.protocol":"sasl_ssl"}' DESCRIPTION '[linkctl:…]';

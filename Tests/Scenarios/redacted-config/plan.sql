!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`secret_gone` AS MYSQL CREDENTIALS '{"database.password":"${env:MYSQL_PASSWORD}"}' CONFIG '{"database.port":3306}' DESCRIPTION '[linkctl:…]';

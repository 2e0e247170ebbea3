!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`changed` AS MYSQL CREDENTIALS '{"database.password":"${env:MYSQL_PASSWORD}"}' CONFIG '{"database.port":3307,"note":"x"}';
CREATE OR REPLACE LINK `prod`.`secret_gone` AS MYSQL CREDENTIALS '{"database.password":"${env:MYSQL_PASSWORD}"}' CONFIG '{"database.port":3306}';

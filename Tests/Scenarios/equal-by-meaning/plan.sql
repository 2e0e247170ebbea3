CREATE OR REPLACE LINK `prod`.`not_equal_array` AS S3 CREDENTIALS '{}' CONFIG '{"a":[1,2]}';
CREATE OR REPLACE LINK `prod`.`not_equal_composed` AS S3 CREDENTIALS '{}' CONFIG '{"a":"é"}';
CREATE OR REPLACE LINK `prod`.`not_equal_null` AS S3 CREDENTIALS '{}' CONFIG '{"a":null}';
CREATE OR REPLACE LINK `prod`.`not_equal_number` AS S3 CREDENTIALS '{}' CONFIG '{"a":9007199254740993}';
CREATE OR REPLACE LINK `prod`.`not_equal_text` AS MYSQL CREDENTIALS '{}' CONFIG '{"database.port":3306}';

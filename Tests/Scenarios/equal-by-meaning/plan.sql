!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`not_equal_array` AS S3 CREDENTIALS '{}' CONFIG '{"a":[1,2]}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`not_equal_composed` AS S3 CREDENTIALS '{}' CONFIG '{"a":"é"}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`not_equal_null` AS S3 CREDENTIALS '{}' CONFIG '{"a":null}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`not_equal_number` AS S3 CREDENTIALS '{}' CONFIG '{"a":9007199254740993}' DESCRIPTION '[linkctl:…]';
CREATE OR REPLACE LINK `prod`.`not_equal_text` AS MYSQL CREDENTIALS '{}' CONFIG '{"database.port":3306}' DESCRIPTION '[linkctl:…]';

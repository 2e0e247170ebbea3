!! preview: references are not resolved
CREATE OR REPLACE LINK `prod`.`bells` AS S3 CREDENTIALS '{}' DESCRIPTION 'quiet [linkctl:…]';
CREATE OR REPLACE LINK `prod`.`forged` AS S3 CREDENTIALS '{}' DESCRIPTION 'ok
Plan: 0 to create, 0 to update, 0 to adopt, 0 to recreate, 0 to drop, 0 blocked; 9 unchanged. [linkctl:…]';
CREATE OR REPLACE LINK `prod`.`markup` AS S3 CREDENTIALS '{}' DESCRIPTION '</details><img src=x> @org/team #1 | `code` ::error:: [linkctl:…]';
CREATE OR REPLACE LINK `prod`.`quotes` AS S3 CREDENTIALS '{}' DESCRIPTION 'it''s C:\\temp\\ "quoted" %s {0} ${HOME} \\'' -- ; DROP [linkctl:…]';
CREATE OR REPLACE LINK `prod`.`spaces` AS S3 CREDENTIALS '{}' DESCRIPTION 'tab	here, nbsp here, line
break, é and é, 👩‍👩‍👧 [linkctl:…]';

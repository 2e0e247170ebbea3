!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `unread`.`unseen` AS S3 CREDENTIALS '{}' DESCRIPTION '[linkctl:…]';

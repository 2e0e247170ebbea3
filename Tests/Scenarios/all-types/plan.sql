!! preview: references are not resolved
CREATE LINK IF NOT EXISTS `Orderdb`.`archive_azure` AS AZURE CREDENTIALS '{"account_key":"${env:AZURE_KEY}","account_name":"ordersarchive"}';
CREATE LINK IF NOT EXISTS `Orderdb`.`archive_gcs` AS GCS CREDENTIALS '{"access_id":"${env:GCS_ID}","secret_key":"${env:GCS_SECRET}"}' DESCRIPTION 'Monthly archive';
CREATE LINK IF NOT EXISTS `Orderdb`.`cluster_hdfs` AS HDFS CREDENTIALS '' CONFIG '{"dfs.client.use.datanode.hostname":true,"hadoop.security.authentication":"kerberos","kerberos.keytab":"/opt/keytabs/loader.keytab","kerberos.user":"loader@EXAMPLE.COM"}';
CREATE LINK IF NOT EXISTS `Orderdb`.`product_S3` AS S3 CREDENTIALS '{"aws_access_key_id":"${env:S3_ID}","aws_secret_access_key":"${env:S3_SECRET}"}' CONFIG '{"region":"us-east-1"}' DESCRIPTION 'Products ordered in December';
CREATE LINK IF NOT EXISTS `sources`.`catalog_mysql` AS MYSQL CREDENTIALS '{"database.password":"${env:MYSQL_PASSWORD}","database.user":"replica"}' CONFIG '{"database.hostname":"mysql.example.com","database.port":3306,"database.ssl.mode":"required"}';
CREATE LINK IF NOT EXISTS `sources`.`events_kafka` AS KAFKA CREDENTIALS '{"sasl.password":"${env:KAFKA_PASSWORD}","sasl.username":"${env:KAFKA_USER}"}' CONFIG '{"sasl.mechanism":"PLAIN","security.protocol":"sasl_ssl"}';
CREATE LINK IF NOT EXISTS `sources`.`hooks_http` AS HTTP CREDENTIALS '{"headers":{"Authorization":"Bearer ${env:HOOK_TOKEN}"}}';
CREATE LINK IF NOT EXISTS `sources`.`orders_mongodb` AS MONGODB CREDENTIALS '{"mongodb.password":"${env:MONGO_PASSWORD}","mongodb.user":"reader"}' CONFIG '{"collection.include.list":"shop.orders","mongodb.authsource":"admin","mongodb.hosts":"m1.example.com:27017","mongodb.ssl.enabled":"true"}';

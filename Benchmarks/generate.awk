# Writes a project of COUNT links in FILES files, as authors write them, and the snapshot of a
# catalog that holds nine tenths of them, one in forty otherwise than declared:
#   awk -v count=20000 -v files=200 -v folder=DIR -f generate.awk
# DIR/links.d has to be there. The same numbers give the same bytes.

BEGIN {
  split("S3 KAFKA HDFS S3 AZURE GCS HTTP S3 MONGODB KAFKA AZURE MYSQL S3 KAFKA GCS S3", types, " ")
  split("eu-west-1 us-east-1 us-west-2 eu-central-1 ap-southeast-2", regions, " ")
  split("orders billing shipping catalog identity support finance search", teams, " ")
  print "rules: { deprecated-type: off }" > (folder "/linkctl.yaml")
  perFile = int((count + files - 1) / files)
  openSnapshot(folder "/snapshot.json")
  for (number = 0; number < count; number++) {
    if (number % perFile == 0) openManifest(int(number / perFile))
    addLink()
  }
  closeSnapshot()
}

function openManifest(index_) {
  if (manifest) close(manifest)
  team = teams[1 + index_ % 8]
  database = sprintf("%s_%03d", team, index_)
  manifest = folder "/links.d/" database ".yaml"
  printf "# Links of the %s team; questions go to #%s-data.\n", team, team > manifest
  printf "database: %s\n\ndefaults:\n  update: replace\n\nlinks:\n", database > manifest
}

function addLink() {
  type = types[1 + number % 16]
  name = sprintf("%s_%s_%06d", tolower(type), team, number)
  description = sprintf("%s of the %s team, batch %d, read every night", type, team, number)
  config = json = credentials = ""
  describe(regions[1 + number % 5], "/etc/pki/" team)
  if (number % 8 == 0) printf "  # Batch %d moves to the new account in spring.\n", number > manifest
  printf "  %s:\n    type: %s\n    description: %s\n", name, type, description > manifest
  if (config != "") printf "    config:\n%s", config > manifest
  if (credentials != "") printf "    credentials:\n%s", credentials > manifest
  if (number % 4 == 3) print "" > manifest
  if (number % 10 != 9) addToSnapshot()
}

# Keys in byte order, as a snapshot has them.
function describe(region, keys) {
  if (type == "S3") {
    if (number % 3 == 0) setting("endpoint_url", "https://s3." region ".amazonaws.com")
    setting("region", region)
    secret("aws_access_key_id", "AWS_ACCESS_KEY_ID")
    secret("aws_secret_access_key", "AWS_SECRET_ACCESS_KEY")
  } else if (type == "KAFKA") {
    setting("sasl.mechanism", "SCRAM-SHA-512")
    setting("security.protocol", "sasl_ssl")
    setting("ssl.ca.location", keys "/kafka.pem")
    secret("sasl.username", "KAFKA_USER")
    secret("sasl.password", "KAFKA_PASSWORD")
  } else if (type == "MYSQL") {
    setting("database.hostname", "mysql-" number % 40 "." region ".example.com")
    bare("database.port", 3306)
    setting("database.ssl.mode", "required")
    secret("database.user", "MYSQL_USER")
    secret("database.password", "MYSQL_PASSWORD")
  } else if (type == "MONGODB") {
    setting("mongodb.hosts", "mongo-" number % 40 "." region ".example.com:27017")
    quoted("mongodb.ssl.enabled", "true")
    secret("mongodb.user", "MONGO_USER")
    secret("mongodb.password", "MONGO_PASSWORD")
  } else if (type == "AZURE") {
    credential("account_name", team "storage" number % 100)
    secret("account_key", "AZURE_ACCOUNT_KEY")
  } else if (type == "GCS") {
    secret("access_id", "GCS_ACCESS_ID")
    secret("secret_key", "GCS_SECRET_KEY")
  } else if (type == "HDFS") {
    bare("dfs.client.use.datanode.hostname", "true")
    setting("hadoop.security.authentication", "kerberos")
    setting("kerberos.keytab", keys "/hdfs.keytab")
    setting("kerberos.user", team "@EXAMPLE.COM")
  } else {
    credential("headers", "\n        Authorization: { env: " toupper(team) "_TOKEN, prefix: \"Bearer \" }")
  }
}

function setting(key, text) { add(key, text, "\"" text "\"") }
function quoted(key, text) { add(key, "\"" text "\"", "\"" text "\"") }
function bare(key, word) { add(key, word, word) }

function add(key, yaml, value) {
  config = config "      " key ": " yaml "\n"
  json = json (json == "" ? "" : ",") "\n        \"" key "\": " value
}

function secret(key, variable) { credential(key, "{ env: " toupper(team) "_" variable " }") }
function credential(key, yaml) { credentials = credentials "      " key ": " yaml "\n" }

function openSnapshot(path) {
  snapshot = path
  printf "{\n  \"format_version\": \"1.0\",\n  \"kind\": \"linkctl.snapshot\",\n" > snapshot
  printf "  \"taken_at\": \"2026-11-22T10:00:00Z\",\n  \"server\": {\n" > snapshot
  printf "    \"product\": \"SingleStore\",\n    \"version\": \"9.1.3\",\n" > snapshot
  printf "    \"capabilities\": [\n      \"if_not_exists\",\n" > snapshot
  printf "      \"links_config\",\n      \"or_replace\"\n    ]\n  },\n  \"databases\": [" > snapshot
  for (index_ = 0; index_ < files; index_++)
    printf "%s\n    \"%s_%03d\"", index_ ? "," : "", teams[1 + index_ % 8], index_ > snapshot
  printf "\n  ],\n  \"complete\": true,\n  \"links\": [" > snapshot
}

function addToSnapshot() {
  if (number % 40 == 1) description = description ", as it was"
  printf "%s\n    {\n      \"database\": \"%s\",\n", held++ ? "," : "", database > snapshot
  printf "      \"name\": \"%s\",\n      \"type\": \"%s\",\n", name, type > snapshot
  printf "      \"description\": \"%s\",\n      \"tag\": \"linkctl:1:linkctl:-:-:%010dA:-\",\n",
    description, number > snapshot
  printf "      \"config\": %s\n    }", json == "" ? "null" : "{" json "\n      }" > snapshot
}

function closeSnapshot() {
  printf "\n  ],\n  \"pipelines\": []\n}\n" > snapshot
}

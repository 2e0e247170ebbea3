extension SecretRules {
  /// Rules about keys: what is named as a secret is one.
  static let keyRules: [SecretRule] = [
    .key("K01", "a password by its name", holding: passwordWords) { key in
      key.ends(in: "password") || ["passwd", "pwd", "passphrase"].contains(where: key.endsInWord)
        || key.ends(in: "contrase\u{F1}a") || key.ends(in: "contrasena")
    },
    .key("K02", "a secret by its name", holding: ["secret"]) { key in
      key.ends(in: "secret") || key.contains("client", then: "secret") || key.endsInSecretKey
        || key.hasSecretAsWord
    },
    .key("K03", "a setting that carries credentials", holding: carriers) { key in
      key.ends(in: "sasl.jaas.config") || key.contains("basic.auth.user.info")
        || key.contains("registry.auth.client-secret") || key.ends(in: "credentials.json")
        || ["connectionstring", "connection.string", "connection_string"]
          .contains { key.ends(in: $0) }
    },
    .key("K04", "a private key by its name", holding: privateKeys + ["privkey"]) { key in
      privateKeys.contains(where: key.equals) || key.ends(in: "private", "key")
        || key.endsInPrivateKeyID || key.ends(in: "priv", "key")
    },
    .key("K05", "an access key by its name", holding: ["key"]) { key in
      key.contains("account.key") || key.endsInKey(of: keyOwners)
    },
    .key("K06", "a token by its name", holding: ["token", "oauth"]) { key in
      key.endsInToken || key.contains("aws_session_token") || key.endsInOAuthSecret
    },
    .key("K07", "a key that belongs in credentials", holding: credentialKeys) { key in
      credentialKeys.contains(where: key.equals) || key.isAuthorizationHeader
    },
    .key("K08", "credentials by its name", holding: ["cred"]) { key in
      key.ends(in: "credential") || key.ends(in: "credentials") || key.endsInWord("cred")
        || key.endsInWord("creds")
    },
    .key("K09", "an encryption key by its name", .waivable, holding: ["encryption"]) { key in
      key.ends(in: "server-side-encryption-customer-key")
        || key.ends(in: "server-side-encryption.key") || key.ends(in: "fs.s3a.encryption.key")
    },
    .key("K10", "a user's name, or the place of a secret", .warn, holding: namesOrPlaces) { key in
      secretPlaces.contains(where: key.equals) || key.ends(in: "username")
    },
  ]

  private static let passwordWords = ["password", "passwd", "pwd", "passphrase", "contrasea"]

  private static let carriers = [
    "sasl.jaas.config", "basic.auth.user.info", "registry.auth.client-secret", "credentials.json",
    "connectionstring",
  ]

  private static let privateKeys = [
    "ssl.key.pem", "ssl.keystore.key", "sasl.oauthbearer.config",
    "sasl.oauthbearer.assertion.private.key.pem",
    "sasl.oauthbearer.assertion.private.key.passphrase", "ssl_key",
  ]

  private static let keyOwners = [
    "api", "auth", "service", "account", "db", "database", "client", "storage", "shared", "master",
    "encryption",
  ]

  private static let credentialKeys = [
    "aws_access_key_id", "access_id", "aws_secret_access_key", "account_key", "sasl.username",
    "mongodb.user", "database.user", "authorization", "proxy-authorization", "x-api-key", "cookie",
  ]

  private static let namesOrPlaces = secretPlaces + ["username"]

  private static let secretPlaces = [
    "ssl.key.location", "sasl.oauthbearer.assertion.private.key.file", "kerberos.keytab",
    "ssl.keystore.location", "ssl.keystore.certificate.chain",
  ]
}

extension ByteText {
  /// `secret_key`, `secret.access.key`, `secretaccesskey`, as whole words.
  fileprivate var endsInSecretKey: Bool {
    var tail = KeyTail(self)
    guard tail.drop("key") else { return false }
    tail.dropSeparator()
    if tail.drop("access") { tail.dropSeparator() }
    return tail.drop("secret") && tail.isAtWordStart
  }

  fileprivate var hasSecretAsWord: Bool {
    indices.contains { index in
      has("secret", at: index) && (self[index - 1]?.isKeySeparator ?? true)
        && (self[index + 6]?.isKeySeparator ?? true)
    }
  }

  fileprivate var endsInPrivateKeyID: Bool {
    var tail = KeyTail(self)
    return tail.drop("_id") && tail.drop(["private", "key"])
  }

  fileprivate func endsInKey(of owners: [String]) -> Bool {
    ends(in: "key")
      && owners.contains { owner in
        var tail = KeyTail(self)
        return tail.drop([owner, "key"]) && tail.isAtWordStart
      }
  }

  /// `token` as a word, or right behind the word that says what it is for.
  fileprivate var endsInToken: Bool {
    guard ends(in: "token") else { return false }
    let owners = [
      "access", "auth", "bearer", "session", "refresh", "id", "oauth", "sas", "security",
      "x-amz-security",
    ]
    return endsInWord("token")
      || owners.contains { owner in
        var tail = KeyTail(self)
        return tail.drop([owner, "token"]) && tail.isAtWordStart
      }
  }

  fileprivate var endsInOAuthSecret: Bool {
    ["token", "secret", "password"].contains { word in
      ends(in: word)
        && (0..<max(0, bytes.count - word.utf8.count - 4)).contains { has("oauth", at: $0) }
    }
  }

  /// `headers.authorization`, with or without something between.
  fileprivate var isAuthorizationHeader: Bool {
    let suffix = ".authorization"
    return ["header", "headers"].contains { word in
      bytes.count >= word.utf8.count + suffix.utf8.count && has(word + ".", at: 0)
        && ends(in: suffix)
    }
  }
}

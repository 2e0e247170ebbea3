import Foundation

/// Authorities and certificates that openssl makes on the spot.
enum Certificates {
  /// A folder with `ca.pem`, `other-ca.pem`, and a pair `NAME.pem`, `NAME.key` for each certificate.
  static let folder = Result { try make() }

  /// What servers can show; the raw value names the files.
  enum Kind: String, CaseIterable {
    case good
    case expired
    case notYet
    case otherHost
    case otherAuthority
  }

  private static let here = "IP:127.0.0.1,DNS:localhost"

  private static let keeper = Result { try Keeper() }

  private static func make() throws -> String {
    _ = try Shell.path(of: "openssl", package: "openssl")
    let folder = try keeper.get().folder
    for authority in ["ca", "other-ca"] {
      try Shell.run(authorityScript(authority), in: folder)
    }
    for kind in Kind.allCases { try Shell.run(script(kind), in: folder) }
    return folder
  }

  private static let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"

  private static func authorityScript(_ name: String) -> String {
    """
    openssl req -x509 \(key) -days 30 -subj /CN=\(name) -keyout \(name).key -out \(name).pem
    mkdir \(name)
    touch \(name)/index
    echo 1000 > \(name)/serial
    cat > \(name)/config <<END
    [ca]
    default_ca = default
    [default]
    database = \(name)/index
    serial = \(name)/serial
    new_certs_dir = \(name)
    default_md = sha256
    policy = policy
    copy_extensions = copy
    unique_subject = no
    [policy]
    commonName = supplied
    END
    """
  }

  private static func script(_ kind: Kind) -> String {
    let name = kind.rawValue
    let authority = kind == .otherAuthority ? "other-ca" : "ca"
    let host = kind == .otherHost ? "DNS:other.example.com" : here
    let dates =
      switch kind {
      case .expired: "-startdate 20200101000000Z -enddate 20200201000000Z"
      case .notYet: "-startdate 20980101000000Z -enddate 20990101000000Z"
      default: "-days 10"
      }
    return """
      openssl req \(key) -subj /CN=\(name) -addext subjectAltName=\(host) \
      -keyout \(name).key -out \(name).csr
      openssl ca -batch -notext -config \(authority)/config -cert \(authority).pem \
      -keyfile \(authority).key -in \(name).csr -out \(name).pem \(dates)
      """
  }
}

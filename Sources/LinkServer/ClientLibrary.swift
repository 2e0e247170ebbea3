internal import CMariaDB

/// MariaDB Connector/C, which has to be set up once before any thread uses it.
enum ClientLibrary {
  /// Whether it could be set up; the first caller does it, others wait for it.
  static let isReady = mysql_server_init(0, nil, nil) == 0

  /// From here on, with a certificate verified at all, the name of the host always is.
  private static let alwaysVerifyingHost = 30_400

  /// Whether it can verify a certificate's authority and leave the name of the host alone.
  static var canIgnoreHost: Bool { mysql_get_client_version() < alwaysVerifyingHost }
}

internal import Glibc

/// Whose certificates are believed.
package enum Authorities: Hashable, Sendable {
  /// All those in a PEM file.
  case file(String)
  /// Those in a folder of PEM files that are named after hashes: only the one needed is read.
  case folder(String)

  /// Those of this machine; `nil` where it has no list of them.
  package static var ofSystem: Authorities? {
    if isThere("/etc/ssl/certs/ca-certificates.crt") { return .folder("/etc/ssl/certs") }
    let bundle = "/etc/pki/tls/certs/ca-bundle.crt"
    return isThere(bundle) ? .file(bundle) : nil
  }

  private static func isThere(_ path: String) -> Bool {
    access(path, R_OK) == 0
  }
}

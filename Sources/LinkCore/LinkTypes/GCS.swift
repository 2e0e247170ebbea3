extension LinkType {
  package static let gcs = LinkType(
    name: "GCS",
    summary: "Google Cloud Storage, by HMAC keys. Empty credentials stand for a public bucket.",
    keys: [
      .identity("access_id", "Id of the HMAC key", .documented("CREATE LINK"), is: .required),
      .secret("secret_key", "Secret of the HMAC key", .documented("CREATE LINK"), is: .required),
    ]
  )
}

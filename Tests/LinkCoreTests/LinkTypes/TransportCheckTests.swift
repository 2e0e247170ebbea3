import Testing

@testable import LinkCore

@Suite struct TransportCheckTests {
  @Test(arguments: ["http://minio:9000", "HTTP://minio"])
  func credentialsByPlainHTTP(_ url: String) {
    let keys: [String: CredentialValue] = [
      "aws_access_key_id": "id", "aws_secret_access_key": .someReference,
    ]
    #expect(
      findings(.s3, ["endpoint_url": .string(url)], keys) == ["plain-http config.endpoint_url"]
    )
    #expect(findings(.s3, ["endpoint_url": .string(url)]) == [])
    #expect(findings(.s3, ["endpoint_url": "https://minio"], keys) == [])
  }
}

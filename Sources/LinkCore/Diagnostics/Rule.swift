/// Everything a finding can be about; the raw value is what stands in brackets behind a message.
package enum Rule: String, CaseIterable, Hashable, Sendable {
  // What is not text, or not YAML as manifests have it.
  case notAFile = "not-a-file"
  case unreadable = "unreadable"
  case tooLarge = "too-large"
  case encoding = "encoding"
  case byteOrderMark = "byte-order-mark"
  case controlCharacter = "control-character"
  case tabIndentation = "tab-indentation"
  case yamlSyntax = "yaml-syntax"
  case yamlDirective = "yaml-directive"
  case yamlAnchor = "yaml-anchor"
  case yamlTag = "yaml-tag"
  case mergeKey = "merge-key"
  case duplicateKey = "duplicate-key"
  case tooDeep = "too-deep"
  case severalDocuments = "several-documents"
  case emptyDocument = "empty-document"
  case jsonSyntax = "json-syntax"
  case newerFormat = "newer-format"
  case alteredFile = "altered-file"

  // What is YAML, but no manifest or project file.
  case wrongKind = "wrong-kind"
  case badValue = "bad-value"
  case missingField = "missing-field"
  case badName = "bad-name"
  case badReference = "bad-reference"
  case unknownType = "unknown-type"
  case unknownEnvironment = "unknown-environment"
  case duplicateLink = "duplicate-link"

  // Rules of severity error that one may waive.
  case secretInConfig = "secret-in-config"
  case secretInName = "secret-in-name"
  case secretInDescription = "secret-in-description"
  case literalSecret = "literal-secret"
  case referenceNotAllowed = "reference-not-allowed"

  // Warnings.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongClause = "wrong-clause"
  case wrongJSONType = "wrong-json-type"
  case conflictingKeys = "conflicting-keys"
  case deprecatedType = "deprecated-type"
  case deprecatedKey = "deprecated-key"
  case lookAlike = "look-alike"
  case numberLookAlike = "number-look-alike"
  case headerLiteral = "header-literal"
  case plainHTTP = "plain-http"
  case plaintextKafka = "plaintext-kafka"
  case suspiciousConfig = "suspicious-config"
  case secretInComment = "secret-in-comment"
  case unusedWaiver = "unused-waiver"
  case expiredWaiver = "expired-waiver"
  case noLinks = "no-links"
  case noMatch = "no-match"
  case incompleteCatalog = "incomplete-catalog"
  case unknownVersion = "unknown-version"
  case malformedConfig = "malformed-config"
  case serverRewrites = "server-rewrites"
}

extension Rule {
  /// What an error of this rule means for the run.
  package var kind: Diagnostic.Kind {
    switch self {
    case .notAFile, .unreadable, .tooLarge, .encoding, .controlCharacter, .tabIndentation,
      .yamlSyntax, .yamlDirective, .yamlAnchor, .yamlTag, .mergeKey, .duplicateKey, .tooDeep,
      .severalDocuments, .emptyDocument, .jsonSyntax, .newerFormat, .alteredFile, .wrongKind,
      .badValue, .missingField, .badName, .badReference, .unknownType, .unknownEnvironment,
      .duplicateLink:
      .form
    default:
      .rule
    }
  }

  /// The severity that a finding has unless the project file says otherwise.
  package var severity: Diagnostic.Severity {
    switch self {
    case .secretInConfig, .secretInName, .secretInDescription, .literalSecret,
      .referenceNotAllowed:
      .error
    default:
      kind == .form ? .error : .warning
    }
  }
}

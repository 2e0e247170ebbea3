extension Rule {
  /// The long help; a rule without one does not compile.
  package var explanation: Explanation {
    switch self {
    case .notAFile: .notAFile
    case .unreadable: .unreadable
    case .tooLarge: .tooLarge
    case .encoding: .encoding
    case .byteOrderMark: .byteOrderMark
    case .controlCharacter: .controlCharacter
    case .tabIndentation: .tabIndentation
    case .yamlSyntax: .yamlSyntax
    case .yamlDirective: .yamlDirective
    case .yamlAnchor: .yamlAnchor
    case .yamlTag: .yamlTag
    case .mergeKey: .mergeKey
    case .duplicateKey: .duplicateKey
    case .tooDeep: .tooDeep
    case .severalDocuments: .severalDocuments
    case .emptyDocument: .emptyDocument
    case .jsonSyntax: .jsonSyntax
    case .newerFormat: .newerFormat
    case .alteredFile: .alteredFile
    case .wrongKind: .wrongKind
    case .badValue: .badValue
    case .missingField: .missingField
    case .badName: .badName
    case .badReference: .badReference
    case .unknownType: .unknownType
    case .unknownEnvironment: .unknownEnvironment
    case .duplicateLink: .duplicateLink
    case .secretInConfig: .secretInConfig
    case .secretInName: .secretInName
    case .secretInDescription: .secretInDescription
    case .literalSecret: .literalSecret
    case .referenceNotAllowed: .referenceNotAllowed
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongClause: .wrongClause
    case .wrongJSONType: .wrongJSONType
    case .conflictingKeys: .conflictingKeys
    case .deprecatedType: .deprecatedType
    case .deprecatedKey: .deprecatedKey
    case .lookAlike: .lookAlike
    case .numberLookAlike: .numberLookAlike
    case .headerLiteral: .headerLiteral
    case .plainHTTP: .plainHTTP
    case .plaintextKafka: .plaintextKafka
    case .suspiciousConfig: .suspiciousConfig
    case .secretInComment: .secretInComment
    case .unusedWaiver: .unusedWaiver
    case .expiredWaiver: .expiredWaiver
    case .noLinks: .noLinks
    case .noMatch: .noMatch
    case .incompleteCatalog: .incompleteCatalog
    }
  }
}

/// What of a server's catalog is read.
package struct CatalogScope: Sendable {
  package let databases: [String]
  /// Links that are worth a statement each where the catalog's view does not show their CONFIG.
  package let declared: Set<LinkAddress>

  package init(databases: [String], declared: Set<LinkAddress>) {
    self.databases = databases
    self.declared = declared
  }
}

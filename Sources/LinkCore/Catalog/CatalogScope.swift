/// What of a server's catalog is read.
package struct CatalogScope: Sendable {
  package let databases: [String]
  /// Links that are worth a statement each where the catalog's view does not show their CONFIG.
  package let declared: Set<LinkAddress>
  /// Whether it is asked which pipelines use the links.
  private(set) var holdsPipelines = true

  package init(databases: [String], declared: Set<LinkAddress>) {
    self.databases = databases
    self.declared = declared
  }

  /// The same without pipelines.
  package var linksAlone: CatalogScope {
    var scope = self
    scope.holdsPipelines = false
    return scope
  }
}

import LinkCore
import Testing

@Suite struct GrantsTests {
  @Test(
    arguments: [
      ("GRANT ALL PRIVILEGES ON *.* TO 'root'@'%'", "CREATE, SHOW, DROP"),
      ("GRANT ALL ON * TO 'root'@'%' WITH GRANT OPTION", "CREATE, SHOW, DROP"),
      ("GRANT CREATE LINK, SHOW LINK, DROP LINK ON `prod`.* TO 'ci'@'%'", "CREATE, SHOW, DROP"),
      ("GRANT TRANSFERABLE CREATE LINK ON `prod`.* TO 'ci'@'%'", "CREATE"),
      ("grant select (a, b), show link on prod.* to 'ci'@'%'", "SHOW"),
      ("GRANT SHOW METADATA ON *.* TO 'ci'@'%'", "SHOW"),
      ("GRANT DROP LINK ON `pro_`.* TO 'ci'@'%'", "DROP"),
      ("GRANT DROP LINK ON `p%`.* TO 'ci'@'%'", "DROP"),
      ("GRANT CREATE LINK ON `Prod`.* TO 'ci'@'%'", ""),
      ("GRANT CREATE LINK ON `prod`.`links` TO 'ci'@'%'", ""),
      ("GRANT CREATE, SHOW, DROP, SELECT ON *.* TO 'ci'@'%'", ""),
      ("GRANT USAGE ON *.* TO 'ci'@'%' REQUIRE SSL", ""),
    ]
  )
  func `Tells what a row grants`(row: String, granted: String) {
    let grants = Grants(rows: [row])
    let names = LinkPrivilege.allCases.filter { grants.allows($0, on: "prod") == true }
      .map { $0.rawValue.prefix { $0 != " " } }
    #expect(names.joined(separator: ", ") == granted)
    let denied = LinkPrivilege.allCases.filter { grants.allows($0, on: "prod") == false }
    #expect(names.count + denied.count == 3)
  }

  @Test(
    arguments: [
      [], ["GRANT 'writers' TO 'ci'@'%'"], ["GRANT `writers`@`%` TO `ci`@`%`"],
      ["GRANT SELECT ON *.* TO 'ci'@'%'", "GRANT ROLE 'writers' TO 'ci'"], ["who knows"], ["'"],
    ]
  )
  func `Does not deny what may be granted out of sight`(rows: [String]) {
    #expect(Grants(rows: rows).allows(.create, on: "prod") == nil)
  }

  static let create = Statement(
    .create(.plain, LinkDefinition(type: .s3, credentials: nil, config: nil, description: nil)),
    LinkAddress(database: "prod", name: "a")
  )
  static let drop = Statement(.drop, LinkAddress(database: "it's `x`", name: "b"))

  @Test func `Names what is missing with the statements that grant it`() {
    let grants = Grants(rows: ["GRANT SHOW LINK ON *.* TO 'c\\'i'@'10.%'"])
    let missing = MissingGrants(
      for: [Self.create, Self.drop, Self.create],
      in: grants,
      user: "ci"
    )
    #expect(
      missing.statements == [
        #"GRANT DROP LINK ON `it's ``x```.* TO 'c''i'@'10.%';"#,
        #"GRANT CREATE LINK ON `prod`.* TO 'c''i'@'10.%';"#,
      ]
    )
    #expect(missing.doubts == [])
  }

  @Test func `Names the user where no grant names the account`() {
    let missing = MissingGrants(for: [Self.create], in: Grants(rows: ["GRANT x ON *"]), user: "ci")
    #expect(missing.statements == ["GRANT CREATE LINK, SHOW LINK ON `prod`.* TO 'ci'@'%';"])
  }

  @Test func `Doubts what does not show, and misses nothing of it`() {
    let missing = MissingGrants(for: [Self.create], in: .hidden, user: "ci")
    #expect(missing.lacks == [])
    #expect(missing.doubts.map(\.database) == ["prod"])
    #expect(missing.doubts.map(\.privileges) == [[.create, .show]])
  }
}

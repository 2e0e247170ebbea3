import Glibc
import LinkSandbox
import Testing

@Suite struct ServeCommandTests {
  @Test func `It writes its target, and links go over it as into the file`() throws {
    let project = try TestProject.linked(["a", "b"], TestProject.secretLink)
    let served = try ServedSandbox(project)
    #expect(served.target == "singlestore://root@127.0.0.1:\(served.port)")
    let apply = try project.apply(on: served)
    #expect(apply.exit == 0, "\(apply.text)\(apply.messageText)")
    #expect(try project.isConverged(on: served))
    let drift = try project.run("drift", "--detailed-exitcode", "--target", served.target)
    #expect(drift.exit == 0)
    // The same catalog is there without the server in between.
    #expect(
      try project.sandbox(".linkctl/sandbox.db").credentialsMatch(
        #"{"access_id":"me","secret_key":"\#(TestProject.secret)"}"#,
        database: "prod",
        name: "secret"
      )
    )
    let direct = try project.run(
      "plan",
      "--detailed-exitcode",
      "--target",
      "sandbox:.linkctl/sandbox.db"
    )
    #expect(direct.exit == 0)
    let remote = try project.run("snapshot", "--target", served.target)
    let local = try project.run("snapshot", "--target", "sandbox:.linkctl/sandbox.db")
    for snapshot in [remote, local] { #expect(snapshot.exit == 0) }
    let links = { (text: String) in text.split(separator: #""links""#).last }
    #expect(links(remote.text) == links(local.text))
  }

  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130)] as [(Int32, Int32)])
  func `A signal ends it`(signal: Int32, exit: Int32) throws {
    let project = try TestProject.linked()
    let served = try ServedSandbox(project)
    served.process.send(signal)
    let ended = try served.process.wait()
    #expect(ended.exit == exit)
    #expect(ended.messageText.hasSuffix("linkctl: the sandbox ended\n"))
  }

  @Test(arguments: ["9.0", "8.5"])
  func `It plays older versions`(dialect: String) throws {
    let project = try TestProject.linked(["a"])
    let served = try ServedSandbox(project, ["--dialect", dialect])
    let plan = try project.run("plan", "--target", served.target)
    #expect(plan.text.contains("server=\(dialect).0"))
    #expect(try project.apply(on: served).exit == 0)
    #expect(try project.isConverged(on: served))
  }

  @Test func `A password opens it, and is shown nowhere`() throws {
    let project = try TestProject.linked()
    let password = "battery-staple-horse"
    let served = try ServedSandbox(project, environment: ["LINKCTL_SANDBOX_PASSWORD": password])
    let without = try project.run("plan", "--target", served.target)
    #expect(without.exit == 1)
    #expect(without.messageText.contains("error 1045 (28000): Access denied for user 'root'"))
    let wrong = try project.run(
      "plan",
      "--target",
      served.target,
      environment: ["LINKCTL_PASSWORD": "staple"]
    )
    #expect(wrong.exit == 1)
    let with = try project.run(
      "plan",
      "--target",
      served.target,
      environment: ["LINKCTL_PASSWORD": password]
    )
    #expect(with.exit == 0)
    let ended = try served.stop()
    #expect(!(ended.text + ended.messageText).contains(password))
  }

  @Test func `Another file, and a port of one's own, may be named`() throws {
    let project = try TestProject.linked(["a"])
    let first = try ServedSandbox(project, ["--file", "other/catalog.db"])
    #expect(try project.apply(on: first).exit == 0)
    #expect(try project.links(in: "other/catalog.db").count == 1)
    #expect(!project.exists(".linkctl/sandbox.db"))
    let taken = try project.run("sandbox", "serve", "--port", "\(first.port)")
    #expect(taken.exit == 1)
    #expect(
      taken.messageText
        == "linkctl: cannot listen on 127.0.0.1:\(first.port): Address already in use\n"
    )
    _ = try first.stop()
    let second = try ServedSandbox(
      project,
      ["--port", "\(first.port)", "--file", "other/catalog.db"]
    )
    #expect(second.target == first.target)
    #expect(try project.isConverged(on: second))
  }

  static let mistakes: [([String], Int32, String)] = [
    (
      ["--fault", "cut-befor"], 64,
      "--fault 'cut-befor': unknown fault 'cut-befor'; did you mean 'cut-before'?"
    ),
    (["--fault", "x -> delay 5"], 64, "delay needs a time such as 200ms or 5s"),
    (["--faults", "bad.faults"], 64, "--faults bad.faults: line 2: say at which statements"),
    (["--faults", "missing.faults"], 65, "missing.faults"),
    (["--port", "70000"], 64, "--port"),
    (["--dialect", "7.0"], 64, "--dialect"),
    (["--file", "bad.faults"], 1, "bad.faults: it is not a sandbox"),
    (["--database", ""], 1, "Incorrect name ''"),
  ]

  @Test(arguments: mistakes)
  func `What cannot be served says why`(
    options: [String],
    exit: Int32,
    words: String
  ) throws {
    let project = try TestProject(["links.d/a.yaml": "", "bad.faults": "# one\ncut-after\n"])
    let ended = try project.linkctl(["sandbox", "serve"] + options).run()
    #expect(ended.exit == exit)
    #expect(ended.text == "")
    #expect(ended.messageText.contains(words), "\(ended.messageText)")
  }

  @Test func `A project cannot have it write elsewhere`() throws {
    let project = try TestProject(["links.d/a.yaml": ""])
    let elsewhere = try TestProject()
    #expect(symlink(elsewhere.folder, project.path(".linkctl")) == 0)
    let ended = try project.run("sandbox", "serve")
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("symbolic link"), "\(ended.messageText)")
    #expect(!elsewhere.exists("sandbox.db"))
  }

  @Test func `Several applies at once share the work, and none undoes another's`() throws {
    let project = try TestProject.linked(["a", "b", "c", "d", "e"])
    let served = try ServedSandbox(project, faults: ["delay 5ms"])
    let applies = try (0..<4).map { _ in
      try project.linkctl("apply", "--auto-approve", "--target", served.target).start()
    }
    let exits = try applies.map { try $0.wait().exit }
    #expect(exits.allSatisfy { $0 == 0 || $0 == 5 }, "\(exits)")
    #expect(exits.contains(0))
    #expect(try project.isConverged(on: served))
  }

  @Test func `Without another word the sandbox does nothing`() throws {
    let ended = try TestProject().run("sandbox")
    #expect(ended.exit == 64)
    #expect(ended.messageText.contains("Say what is to be done with it: serve."))
  }

  @Test func `Outside of a project it needs a file`() throws {
    let project = try TestProject()
    let ended = try project.run("sandbox", "serve")
    #expect(ended.exit == 65)
    #expect(ended.messageText.contains("no linkctl.yaml and no links.d here"))
  }

  /// At its nth statement, or at the end of an apply that has fewer.
  @Test(arguments: 1...24)
  func `A server killed at any statement leaves a catalog that the next apply completes`(
    statement: Int
  ) throws {
    let project = try TestProject.linked()
    var served = try ServedSandbox(project, faults: ["* @\(statement) -> delay 60s"])
    let process = served.process
    let apply = try project.linkctl("apply", "--auto-approve", "--target", served.target).start()
    _ = isTrueInTime({ process.messagesSoFar.contains("delay 60s") || !apply.isRunning })
    process.send(SIGKILL)
    _ = try apply.wait()
    served = try ServedSandbox(project)
    #expect(try project.apply(on: served).exit == 0)
    #expect(try project.isConverged(on: served))
    #expect(try project.linkNames() == ["prod.a", "prod.b", "prod.c"])
  }
}

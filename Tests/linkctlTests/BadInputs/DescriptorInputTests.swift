import Testing

/// A process that may open only so many files says what it lacks, and leaves nothing half done.
@Suite struct DescriptorInputTests {
  private static func limited(_ call: Invocation, to number: Int) -> Invocation {
    call.with {
      $0.executable = "/bin/sh"
      let script = "ulimit -n \(number) && exec \"$@\""
      $0.arguments = ["-c", script, "sh", call.executable].map { Array($0.utf8) } + call.arguments
    }
  }

  @Test func `F016: With few open files an apply works or says why not, and the next converges`()
    throws
  {
    let project = try TestProject.linked(["a", "b"])
    var refused = 0
    // What the tests have open themselves counts too, so that the number it takes is not known.
    let numbers = [4, 5, 6, 7, 8, 10, 12, 16, 24, 32, 48, 1_000]
    for number in numbers {
      let call = Self.limited(project.linkctl("apply", "--auto-approve"), to: number)
      let ended = try call.run()
      // The system's loader needs some files itself, and says so in its own way.
      #expect(ended.exit != nil, "\(number): \(ended.messageText)")
      if ended.exit != 0 {
        refused += 1
        #expect(!ended.messageText.isEmpty)
      }
      #expect(!TestProject.files(below: project.folder).contains { $0.contains(".tmp") })
    }
    #expect(refused > 0 && refused < numbers.count)
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    #expect(try project.links().count == 2)
  }
}

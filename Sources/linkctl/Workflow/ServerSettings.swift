internal import LinkCore
internal import LinkServer

// What it takes to connect to the server of an environment.
extension Workflow {
  /// No list of authorities is larger.
  private static let largestAuthorities = 4 << 20
  /// Whose password counts where the environment names none.
  static let passwordVariable = "LINKCTL_PASSWORD"
  /// Sets how often connecting is tried.
  private static let triesVariable = "LINKCTL_CONNECT_TRIES"

  func serverSettings(
    _ address: ServerAddress,
    _ state: LoadedState
  ) throws -> ServerSettings {
    ServerSettings(
      address,
      password: try password(state),
      encryption: try encryption(address, state),
      allowsClearPassword: state.environment.authentication == .clear,
      tries: try tries
    )
  }

  /// How often connecting is tried.
  private var tries: Int {
    get throws {
      guard let text = session.environment[Self.triesVariable] else {
        return ConnectRetry.mostTries
      }
      guard let tries = Int(text), (1...ConnectRetry.mostTries).contains(tries) else {
        throw Failure(
          .usage,
          "\(Self.triesVariable): expected a number from 1 to \(ConnectRetry.mostTries)"
        )
      }
      return tries
    }
  }

  // MARK: Password

  /// `nil` where nothing names one; what is named has to be there.
  private func password(_ state: LoadedState) throws -> Secret? {
    let reference = state.environment.password ?? passwordOfProcess
    guard let reference else { return nil }
    let resolution = try resolve([reference], in: state.loaded)
    if let problem = resolution.problems.first {
      throw Failure(.secret, "linkctl's own password: \(problem); nothing was done")
    }
    return resolution.secret(for: reference)
  }

  private var passwordOfProcess: Reference? {
    guard session.environment.bytes(of: Self.passwordVariable) != nil else { return nil }
    let place = SourceLocation(file: ProjectLoader.projectFile, line: 1, column: 1)
    return Reference(.environment(Self.passwordVariable), location: place)
  }

  // MARK: Encryption

  private func encryption(
    _ address: ServerAddress,
    _ state: LoadedState
  ) throws -> ServerSettings.Encryption {
    let environment = state.environment
    let verification: TransportSecurity.Verification
    do throws(TransportProblem) {
      verification = try environment.security.verification(
        of: address,
        for: environment.authentication
      )
    } catch {
      throw Failure(.usage, error.message)
    }
    switch verification {
    case .off: return .off
    case .full: return .host(try authorities(state))
    case .ca: return .authority(try authorities(state))
    }
  }

  private func authorities(_ state: LoadedState) throws -> Authorities {
    guard let named = state.environment.security.authorities else {
      guard let ours = Authorities.ofSystem else {
        throw Failure(
          .failed,
          "this machine has no list of authorities to trust; install ca-certificates or set tls.ca"
        )
      }
      return ours
    }
    let path = Files.join(state.loaded.folder, named)
    do throws(FileError) {
      _ = try Files.read(path, limit: Self.largestAuthorities)
    } catch {
      throw Failure(.badInput, "tls.ca: \(named.shown): \(error.reason)")
    }
    return .file(path)
  }
}

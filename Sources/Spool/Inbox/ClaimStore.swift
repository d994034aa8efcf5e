import SystemPackage

/// Takes documents out of the inbox and puts them back, by renaming alone.
struct ClaimStore: Sendable {
  let folders: SpoolFolders

  /// Renames a file into the folder of the claim's attempt.
  ///
  /// - Parameters:
  ///   - claim: The claim to make.
  ///   - attempt: The attempt that the file was claimed for before, or `nil` when it is in the inbox.
  /// - Returns: How it went.
  func take(_ claim: Claim, from attempt: Int?) -> StepResult {
    StepResult { () throws(Errno) in
      let source =
        try attempt.map { number throws(Errno) in
          try folders.claims(ofAttempt: number)
        } ?? folders.inbox
      let target = try folders.claims(ofAttempt: claim.attempt)
      try source.rename(claim.name, to: target, as: claim.name, replacing: false)
    }
  }

  /// Renames the file of a claim back into the folder of that attempt, or into the inbox.
  func release(_ claim: Claim, to attempt: Int?) -> StepResult {
    StepResult { () throws(Errno) in
      let source = try folders.claims(ofAttempt: claim.attempt)
      let target =
        try attempt.map { number throws(Errno) in
          try folders.claims(ofAttempt: number)
        } ?? folders.inbox
      try source.rename(claim.name, to: target, as: claim.name, replacing: false)
    }
  }

  /// The claims that are there, such as an earlier process left.
  func all() throws(Errno) -> [Claim] {
    var attempts: [Int] = []
    try folders.work.forEachName { name in
      if let attempt = Int(name.escaped), attempt > 0 { attempts.append(attempt) }
    }
    var claims: [Claim] = []
    for attempt in attempts.sorted() {
      try folders.claims(ofAttempt: attempt).forEachName { name in
        claims.append(Claim(name: name, attempt: attempt))
      }
    }
    return claims
  }
}

extension StepResult {
  /// The result of renaming a file.
  init(_ rename: () throws(Errno) -> Void) {
    do throws(Errno) {
      try rename()
      self = .done
    } catch .noSuchFileOrDirectory {
      self = .gone
    } catch {
      let lasting: [Errno] = [
        .fileExists, .permissionDenied, .notPermitted, .improperLink, .isDirectory,
      ]
      self = lasting.contains(error) ? .refused("\(error)") : .blocked(.retirement("\(error)"))
    }
  }
}

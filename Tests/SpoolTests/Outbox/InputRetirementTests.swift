import Extraction
import Foundation
import SystemPackage
import Testing

@testable import Spool

private let claim = Claim(name: FileName("a.html"), attempt: 1)

/// The folders of a spool in memory, with one claim.
private struct Spool {
  let fileSystem = InMemoryFileSystem()
  let folders: SpoolFolders
  let claims: InMemoryDirectory

  init() throws {
    fileSystem.makeDirectory(at: "/inbox")
    fileSystem.makeDirectory(at: "/outbox")
    let configuration = SpoolConfiguration(inbox: "/inbox", outbox: "/outbox")
    folders = try SpoolFolders(configuration, in: fileSystem)
    claims = try #require(try folders.claims(ofAttempt: 1) as? InMemoryDirectory)
    claims.place(claim.name, content: Array("page".utf8))
  }

  func names(_ folder: any Directory) -> [String] {
    (folder as? InMemoryDirectory)?.names.map(\.escaped) ?? []
  }

  /// All places where the input is.
  var places: Int {
    [claims, folders.inbox, folders.done, folders.failed].reduce(0) { count, folder in
      count + names(folder).filter { $0.hasPrefix("a") && $0.hasSuffix(".html") }.count
    }
  }

  func retire(
    _ status: RecordStatus, _ retirement: SpoolConfiguration.Retirement = .move
  ) -> StepResult {
    InputRetirement(folders: folders, retirement: retirement).retire(claim, .made("1111", status)).0
  }
}

@Test func doneInputMovesToTheDone() throws {
  let spool = try Spool()
  #expect(spool.retire(.ok) == .done)
  spool.fileSystem.losePower()
  #expect(spool.names(spool.folders.done) == ["a.html"])
  #expect(spool.places == 1)
}

@Test func doneInputsOfOneNameAreNumbered() throws {
  let spool = try Spool()
  let done = try #require(spool.folders.done as? InMemoryDirectory)
  done.place(FileName("a.html"), content: [])
  done.place(FileName("a-2.html"), content: [])
  #expect(spool.retire(.ok) == .done)
  #expect(spool.names(done) == ["a-2.html", "a-3.html", "a.html"])
}

@Test func keptInputGoesBackAndDeletedOneGoesAway() throws {
  let kept = try Spool()
  #expect(kept.retire(.ok, .keep) == .done)
  #expect(kept.names(kept.folders.inbox) == ["a.html"])
  let deleted = try Spool()
  #expect(deleted.retire(.ok, .delete) == .done)
  #expect(deleted.places == 0)
}

@Test func keptInputMovesAwayWhenItsNameIsTaken() throws {
  let spool = try Spool()
  let inbox = try #require(spool.folders.inbox as? InMemoryDirectory)
  inbox.place(claim.name, content: [])
  #expect(spool.retire(.ok, .keep) == .done)
  #expect(spool.names(spool.folders.done) == ["a.html"])
}

@Test(arguments: [SpoolConfiguration.Retirement.move, .keep, .delete])
func failedInputStandsBesideItsReason(retirement: SpoolConfiguration.Retirement) throws {
  let spool = try Spool()
  #expect(spool.retire(.failed, retirement) == .done)
  spool.fileSystem.losePower()
  #expect(spool.names(spool.folders.failed) == ["a.html", "a.html.error.json"])
  let note = try spool.folders.failed.contents(of: FileName("a.html.error.json"), limit: 1000)
  let fields = try #require(
    JSONSerialization.jsonObject(with: Data(note)) as? [String: Any])
  #expect(fields["reason"] as? String == "corrupt")
  #expect(fields["attempts"] as? Int == 1)
}

@Test(
  arguments: [Errno.noSpace, .diskQuotaExceeded, .readOnlyFileSystem, .ioError], 0..<12)
func errorLosesNoInput(error: Errno, index: Int) throws {
  for status in [RecordStatus.ok, .failed] {
    let spool = try Spool()
    spool.fileSystem.fail(call: spool.fileSystem.calls.count + index, with: error)
    let first = spool.retire(status)
    #expect(spool.places == 1)
    for name in spool.names(spool.folders.failed) where name == "a.html" {
      #expect(spool.names(spool.folders.failed).contains("a.html.error.json"))
    }
    #expect(!spool.names(spool.folders.failed).contains { $0.hasSuffix(".tmp") })
    let second = spool.retire(status)
    #expect(first == .done || second == .done || second == .gone)
    spool.fileSystem.losePower()
    #expect(spool.places >= 1)
  }
}

@Test(arguments: [RecordStatus.ok, .failed], 0..<14)
func inputThatHasLeftIsDurableWhateverFailedBefore(status: RecordStatus, index: Int) throws {
  let spool = try Spool()
  spool.fileSystem.fail(call: spool.fileSystem.calls.count + index, with: .ioError)
  guard spool.retire(status) != .done else { return }
  let second = spool.retire(status)
  #expect(second == .done || second == .gone)
  spool.fileSystem.losePower()
  #expect(spool.names(status == .ok ? spool.folders.done : spool.folders.failed).contains("a.html"))
  #expect(spool.names(spool.claims).isEmpty)
}

@Test func claimOfAnotherAttemptTakesNoFreshOneAlong() throws {
  let spool = try Spool()
  let second = try #require(try spool.folders.claims(ofAttempt: 2) as? InMemoryDirectory)
  second.place(FileName("b.html"), content: Array("other".utf8))
  let inbox = try #require(spool.folders.inbox as? InMemoryDirectory)
  let fresh = FileName("c.html")
  inbox.place(fresh, content: Array("fresh".utf8))
  try inbox.rename(fresh, to: spool.claims, as: fresh, replacing: false)
  let retirement = InputRetirement(folders: spool.folders, retirement: .move)
  let claim = Claim(name: FileName("b.html"), attempt: 2)
  #expect(retirement.retire(claim, .made("2222", .ok)).result == .done)
  spool.fileSystem.losePower()
  #expect(spool.names(spool.claims).contains("c.html") || spool.names(inbox).contains("c.html"))
}

@Test func noteReplacesNoInputOfItsName() throws {
  let spool = try Spool()
  let failed = try #require(spool.folders.failed as? InMemoryDirectory)
  let note = FileName("a.html.error.json")
  failed.place(note, content: Array("input".utf8))
  #expect(spool.retire(.failed) == .done)
  #expect(try failed.contents(of: note, limit: 100) == Array("input".utf8))
  #expect(spool.names(failed) == ["a-2.html", "a-2.html.error.json", "a.html.error.json"])
}

/// A spool with a second claim, `b.html`, whose document failed.
private func spoolOfTwo() throws -> (Spool, [(claim: Claim, document: ProcessedDocument)]) {
  let spool = try Spool()
  let other = Claim(name: FileName("b.html"), attempt: 1)
  spool.claims.place(other.name, content: Array("other".utf8))
  return (spool, [(claim, .made("1111", .ok)), (other, .made("2222", .failed))])
}

@Test func oneSynchronizationOfEachFolderDoesForAllInputs() throws {
  let (spool, inputs) = try spoolOfTwo()
  let retirement = InputRetirement(folders: spool.folders, retirement: .move)
  #expect(retirement.retire(inputs).map(\.result) == [.done, .done])
  // The done and the failed ones, the claims and the inbox.
  #expect(spool.fileSystem.calls.suffix(4) == Array(repeating: .synchronizeFolder, count: 4))
  spool.fileSystem.losePower()
  #expect(spool.names(spool.folders.done) == ["a.html"])
  #expect(spool.names(spool.folders.failed) == ["b.html", "b.html.error.json"])
  #expect(spool.names(spool.claims).isEmpty)
}

@Test func errorOfOneInputHoldsUpNoOther() throws {
  let (spool, inputs) = try spoolOfTwo()
  let retirement = InputRetirement(folders: spool.folders, retirement: .move)
  spool.fileSystem.fail(call: spool.fileSystem.calls.count, with: .ioError)
  let results = retirement.retire(inputs).map(\.result)
  #expect(results == [.blocked(.retirement("\(Errno.ioError)")), .done])
  #expect(spool.names(spool.claims) == ["a.html"])
}

@Test func inputsCountAsMovedOnlyWhenEachFolderIsSynchronized() throws {
  for index in 1...4 {
    let (trial, _) = try spoolOfTwo()
    let (spool, inputs) = try spoolOfTwo()
    let start = spool.fileSystem.calls.count
    for (folders, isTrial) in [(trial.folders, true), (spool.folders, false)] {
      if !isTrial {
        let calls = trial.fileSystem.calls.count - start
        spool.fileSystem.fail(call: start + calls - index, with: .ioError)
      }
      let results = InputRetirement(folders: folders, retirement: .move).retire(inputs)
        .map(\.result)
      let expected = isTrial ? StepResult.done : .blocked(.retirement("\(Errno.ioError)"))
      #expect(results == [expected, expected])
    }
  }
}

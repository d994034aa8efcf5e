// How a test has a worker misbehave.
//
// A daemon that was started with the hidden flag `--misbehave-on-request` tells its workers so, says so in
// its log as a warning, and then a page that begins with
//
//     <!--winnow-misbehave: KIND-->
//
// has its worker do what KIND says, once it is read and decompressed. Without the flag such a page is a page
// like any other: nothing in a page can set the flag. The flag needs `--isolation process`. KIND is a raw
// value of `Misbehaviour`. Those that end or stall the worker show in the page's record and note, by their
// reason. Those that try what a worker may not do go on with a page in place of theirs, whose text is
// `KIND: refused with error NUMBER` or `KIND: done`.

import CWorker
import Glibc
import Intake

/// What a page asks its worker to do.
package enum Misbehaviour: String, CaseIterable, Sendable {
  // MARK: Those that end the worker

  /// Write to address 0: reason `crash`.
  case crash
  /// Trap, as Swift does when a precondition fails: reason `crash`.
  case trap
  /// Call itself until the stack is full: reason `crash`.
  case overflow
  /// `abort()`: reason `crash`.
  case abort
  /// `exit(0)`: reason `exit`.
  case exit
  /// Ask for memory and write to it until none is left: reason `memory`.
  case memory
  /// End at the first try, and make the record of the page at the second.
  case once

  // MARK: Those that stall it

  /// Run for ever: reason `timeout`.
  case hang
  /// Sleep for ever: reason `timeout`.
  case sleep
  /// Run for ever, and say all the time that the work goes on: reason `timeout`, of the limit on wall time.
  case busy
  /// Close the channel and live on: reason `crash`.
  case silence
  /// Answer what is no message: reason `crash`.
  case garbage
  /// Announce a message of 4 GiB: reason `crash`.
  case flood

  // MARK: Those that try what is refused

  /// `fork()`.
  case fork
  /// Start a program.
  case execute
  /// Read `/etc/passwd`.
  case open
  /// Make a file in `/tmp`.
  case create
  /// Connect to this machine over the network.
  case connect
  /// Send a signal to the daemon.
  case kill

  private static let prefix = Array("<!--winnow-misbehave: ".utf8)
  private static let suffix = Array("-->".utf8)

  /// What the page asks for, or `nil` when it is a page like any other.
  package init?(page: [UInt8]) {
    guard page.starts(with: Self.prefix) else { return nil }
    let name = page.dropFirst(Self.prefix.count).prefix(Self.maximumNameLength)
    guard let end = name.indices.first(where: { name[$0...].starts(with: Self.suffix) })
    else { return nil }
    self.init(rawValue: String(decoding: name[..<end], as: UTF8.self))
  }

  /// Does it.
  ///
  /// - Parameters:
  ///   - document: The document, which is replaced by one that tells what came of an attempt.
  ///   - channel: The worker's end of its channel.
  ///   - isSuspect: Whether an attempt at the page failed before.
  func act(on document: inout Document, _ channel: MessageChannel, isSuspect: Bool) {
    switch self {
    case .once: if !isSuspect { Glibc.exit(1) }
    case .crash, .trap, .overflow, .abort, .exit, .memory: endWorker()
    case .hang, .sleep, .busy, .silence, .garbage, .flood: stall(channel)
    case .fork, .execute, .open, .create, .connect, .kill:
      let error = attempt()
      let outcome = error == 0 ? "done" : "refused with error \(error)"
      document.bytes = Array("<p>\(rawValue): \(outcome)</p>".utf8)
    }
  }

  private func endWorker() {
    switch self {
    case .crash: raise(SIGSEGV)
    case .trap: preconditionFailure("asked for by a test")
    case .overflow: _ = Self.depth(below: 0)
    case .abort: Glibc.abort()
    case .exit: Glibc.exit(0)
    default:
      // Kept, for an optimizer drops memory that nobody reads.
      var eaten: [[UInt8]] = []
      while true {
        eaten.append([UInt8](repeating: UInt8(truncatingIfNeeded: eaten.count), count: Self.chunk))
      }
    }
  }

  private func stall(_ channel: MessageChannel) {
    switch self {
    case .silence: close(channel.rawValue)
    case .garbage: try? channel.send([4, 0, 0, 0, 1, 2, 3, 4])
    case .flood: try? channel.send([0xFF, 0xFF, 0xFF, 0xFF])
    default: break
    }
    while true {
      switch self {
      case .hang: break
      case .busy:
        try? channel.send(WorkerMessage.progress(bytesRead: 0).message)
        usleep(10_000)
      default: pause()
      }
    }
  }

  /// Tries it: 0, or the number of the error that came of it.
  private func attempt() -> Int32 {
    switch self {
    case .fork: winnow_try_fork()
    case .execute: unsafe winnow_try_execute("/bin/true")
    case .open: unsafe winnow_try_open("/etc/passwd", 0)
    case .create: unsafe winnow_try_open("/tmp/winnow-misbehaviour", 1)
    case .connect: winnow_try_connect()
    default: winnow_try_kill(getppid())
    }
  }

  private static func depth(below depth: Int) -> Int {
    depth < 0 ? 0 : 1 + Self.depth(below: depth + 1)
  }

  private static let maximumNameLength = 32
  // 16 MiB at a time.
  private static let chunk = 16 << 20
}

import Glibc
package import SystemPackage

/// Where the kernel counts the processes that it ended for want of memory in the control group of a process, be it
/// by the group's limit or the whole machine's.
///
/// By that count a worker which the kernel ended is told from one that a person killed: both end by SIGKILL. The
/// kernel counts before it kills (`__oom_kill_process`, mm/oom_kill.c), so whoever sees the end sees the count.
package struct KernelKills: Hashable, Sendable {
  /// The file with the count: `memory.events` of the second version of control groups (cgroup-v2.rst), or
  /// `memory.oom_control` of the first (cgroup-v1/memory.rst).
  package let path: FilePath

  /// The file of the control group that a process is in.
  ///
  /// - Parameter membership: `/proc/PID/cgroup` of the process (cgroups(7)): a line `number:controllers:path` for each
  ///   hierarchy. `nil` comes of one that names no group with a count of memory.
  package init?(membership: String) {
    var unified: Substring?
    for line in membership.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2].hasPrefix("/") else { continue }
      // The controller of memory is in one hierarchy alone.
      if parts[1].split(separator: ",").contains("memory") {
        path = FilePath("\(Self.root)/memory\(parts[2])").appending("memory.oom_control")
        return
      }
      if parts[0] == "0", parts[1].isEmpty { unified = parts[2] }
    }
    guard let unified else { return nil }
    path = FilePath("\(Self.root)\(unified)").appending("memory.events")
  }

  /// The file of this process, or `nil` where the kernel tells of none.
  package static func ofThisProcess() -> KernelKills? {
    contents(of: "/proc/self/cgroup").flatMap { KernelKills(membership: $0) }
  }

  /// How many were ended so far, or `nil` when that cannot be read.
  package func count() -> Int? { Self.contents(of: path).flatMap { Self.count(in: $0) } }

  /// The count in the content of such a file, or `nil` when it has none, as before Linux 4.13.
  package static func count(in text: String) -> Int? {
    for line in text.split(separator: "\n") where line.hasPrefix(key) {
      return Int(line.dropFirst(key.count))
    }
    return nil
  }

  private static func contents(of path: FilePath) -> String? {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return nil
    }
    return try? file.closeAfter {
      let bytes = try unsafe [UInt8](unsafeUninitializedCapacity: longestFile) { buffer, count in
        count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  // Where systemd and containers mount them (file-hierarchy(7)).
  private static let root = "/sys/fs/cgroup"
  private static let key = "oom_kill "
  // Some lines with a number each; a dozen hierarchies with a path each.
  private static let longestFile = 16 << 10
}

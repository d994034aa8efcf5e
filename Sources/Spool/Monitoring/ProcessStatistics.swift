/// What Linux tells of the process (proc(5)).
package struct ProcessStatistics: Hashable, Sendable {
  /// Processor time in user and kernel mode, of this process and of children that ended, in seconds.
  package var processorSeconds = 0.0
  /// Bytes of resident memory.
  package var residentBytes = 0
  /// Bytes of mapped memory.
  package var virtualBytes = 0
  /// Threads.
  package var threads = 0
  /// Open descriptors.
  package var descriptors = 0
  /// The most descriptors that may be open.
  package var maximumDescriptors = 0

  /// What the text of `/proc/self/stat` tells, or `nil` when it is none.
  ///
  /// The second field is a name in parentheses that may hold anything, so fields are counted from its end.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - ticks: Clock ticks a second (`_SC_CLK_TCK`).
  ///   - pageSize: Bytes of a page.
  package init?(stat text: String, ticks: Int, pageSize: Int) {
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ").map { Int($0) }
    // Fields 14 to 17 of proc(5) are times, 20 the threads, 23 and 24 the memory; field 3 is the first here.
    guard fields.count > 21, let user = fields[11], let system = fields[12],
      let userOfChildren = fields[13], let systemOfChildren = fields[14],
      let threads = fields[17], let virtual = fields[20], let resident = fields[21]
    else { return nil }
    let total = user + system + userOfChildren + systemOfChildren
    processorSeconds = Double(total) / Double(max(1, ticks))
    residentBytes = resident * pageSize
    virtualBytes = virtual
    self.threads = threads
  }
}

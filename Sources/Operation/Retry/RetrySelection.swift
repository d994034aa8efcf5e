import Spool

/// Which failed inputs are tried again.
package struct RetrySelection: Hashable, Sendable {
  /// Names as they are or as the log and notes write them; none stands for all.
  package var names: [String]
  /// Reasons by which inputs failed; none stands for any.
  package var reasons: [String]

  /// A selection by names and reasons.
  package init(names: [String] = [], reasons: [String] = []) {
    self.names = names
    self.reasons = reasons
  }

  /// The chosen ones of `inputs`, in their order.
  package func chosen(of inputs: [FailedInput]) -> [FailedInput] {
    inputs.filter { input in
      (names.isEmpty || names.contains { Self.names(input.name, $0) })
        && (reasons.isEmpty || reasons.contains(input.reason ?? "unknown"))
    }
  }

  /// The names that none of `inputs` has.
  package func unmatchedNames(in inputs: [FailedInput]) -> [String] {
    names.filter { name in !inputs.contains { Self.names($0.name, name) } }
  }

  private static func names(_ file: FileName, _ text: String) -> Bool {
    file.bytes == Array(text.utf8) || file.escaped == text
  }
}

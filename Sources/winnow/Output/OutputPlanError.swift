/// Why records cannot have files of their own.
enum OutputPlanError: Error, Equatable {
  /// Standard input has no name to call a file by.
  case standardInput
  /// The records of these two inputs would have one file.
  case collision(String, String)

  /// What to say of it.
  var message: String {
    switch self {
    case .standardInput: "--output needs files or directories, and standard input is neither"
    case .collision(let one, let other): "\(one) and \(other) would have the same file in --output"
    }
  }
}

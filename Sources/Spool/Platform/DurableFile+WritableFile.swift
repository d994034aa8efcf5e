package import DurableFiles

/// A new file of the machine.
extension DurableFile: WritableFile {}

import SystemPackage

/// The file that each input's record goes to.
///
/// A file found in a directory keeps its path below that directory; one that was named keeps its name. The
/// whole name is kept, with an ending behind it, so that `a.html` and `a.html.gz` do not meet.
struct OutputPlan {
  /// The inputs, in order, each with its output.
  private(set) var targets: [(input: ExtractInput, output: FilePath)] = []

  /// Plans the outputs.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - directories: The directories among the arguments.
  ///   - folder: Where outputs go.
  ///   - ending: What is put behind each name, without a period.
  /// - Throws: ``OutputPlanError`` when two inputs have one output, or standard input is one of them.
  init(
    _ inputs: [ExtractInput], in directories: [FilePath], into folder: FilePath, ending: String
  ) throws(OutputPlanError) {
    var inputOfOutput: [FilePath: String] = [:]
    for input in inputs {
      guard case .file(let path, let isNamed) = input else { throw .standardInput }
      let name = isNamed ? Self.name(of: path) : Self.path(path, below: directories)
      let output = folder.pushing(Self.adding(ending, to: name))
      if let other = inputOfOutput.updateValue(path.string, forKey: output) {
        throw .collision(other, path.string)
      }
      targets.append((input, output))
    }
  }

  private static func name(of path: FilePath) -> FilePath {
    path.lastComponent.map { FilePath(root: nil, [$0]) } ?? path
  }

  /// The path below the nearest of the directories that it lies in.
  private static func path(_ path: FilePath, below directories: [FilePath]) -> FilePath {
    let bases = directories.filter { path.starts(with: $0) && path != $0 }
    let base = bases.max { $0.components.count < $1.components.count }
    var rest = path
    guard let base, rest.removePrefix(base) else { return name(of: path) }
    return rest
  }

  /// The path with an ending behind its last name; bytes that are no UTF-8 are kept.
  private static func adding(_ ending: String, to path: FilePath) -> FilePath {
    let bytes = unsafe path.withPlatformString {
      unsafe Array(UnsafeBufferPointer(start: $0, count: path.length))
    }
    let added = bytes + ".\(ending)".utf8.map { CInterop.PlatformChar(bitPattern: $0) } + [0]
    return unsafe added.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe FilePath(platformString: $0) } ?? path
    }
  }
}

import Glibc
import Spool
import SystemPackage

/// The file that each input's record goes to.
///
/// A file found in a directory keeps its path below that directory; one that was named keeps its name. The
/// whole name is kept, with an ending behind it, so that `a.html` and `a.html.gz` do not meet.
struct OutputPlan {
  /// The inputs, in order, each with its output.
  private(set) var targets: [(input: ExtractInput, output: FilePath)] = []
  private var outputs: Set<FilePath> = []

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
      outputs.insert(output.lexicallyNormalized())
      targets.append((input, output))
    }
  }

  /// Whether an input is a file that the record of another one goes to, as where records lie among pages.
  func isOutput(_ input: ExtractInput) -> Bool {
    guard case .file(let path, isNamed: false) = input else { return false }
    return outputs.contains(path.lexicallyNormalized())
  }

  private static func name(of path: FilePath) -> FilePath {
    path.lastComponent.map { FilePath(root: nil, [$0]) } ?? path
  }

  /// The path below the nearest of the directories that it lies in.
  static func path(_ path: FilePath, below directories: [FilePath]) -> FilePath {
    let bases = directories.filter { path.starts(with: $0) && path != $0 }
    let base = bases.max { $0.components.count < $1.components.count }
    var rest = path
    guard let base, rest.removePrefix(base) else { return name(of: path) }
    return rest
  }

  /// The path with an ending behind its last name; bytes that are no UTF-8 are kept.
  ///
  /// A name that would be too long is shortened as the daemon shortens it.
  private static func adding(_ ending: String, to path: FilePath) -> FilePath {
    guard let name = path.lastComponent else { return path }
    let bytes = unsafe name.withPlatformString { text in
      unsafe UnsafeBufferPointer(start: text, count: name.length).map { UInt8(bitPattern: $0) }
    }
    let tail = Array(".\(ending)".utf8)
    let stem = NameEscaping.shorten(bytes, to: FileName.maximumLength - tail.count)
    let added = (stem + tail).map { CInterop.PlatformChar(bitPattern: $0) } + [0]
    let component = unsafe added.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe FilePath.Component(platformString: $0) }
    }
    return component.map { path.removingLastComponent().appending($0) } ?? path
  }
}

extension FilePath.Component {
  /// Bytes of the name.
  fileprivate var length: Int { unsafe withPlatformString { unsafe strlen($0) } }
}

import Yams

/// A configuration file: YAML, a line a setting.
package struct SettingsFile: Sendable {
  /// What it sets.
  package private(set) var settings: [RawSetting] = []
  /// What is wrong with it, as far as one can tell before values are read.
  package private(set) var problems: [SettingsProblem] = []
  private let path: String

  /// The most bytes of a file: some thousand times what all settings take.
  package static let maximumLength = 1 << 20
  // Problems that are told of one file: more than anybody made by hand, few enough for a line of a log.
  private static let mostProblems = 100
  // Aliases in a file. Each may stand for many more, and keys are compared as wholes, so that with some dozens the
  // parser would not end; with eight, what stands in a file comes to some twenty times as much.
  private static let mostAliases = 8
  // Parses of a file with repeated keys: one takes out those of the file, the others what they hid.
  private static let mostRounds = 16

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: Its content.
  ///   - path: Its name in messages.
  package init(bytes: [UInt8], path: String) {
    self.path = path
    if bytes.count > Self.maximumLength {
      report(line: 1, "the file is longer than \(Self.maximumLength) bytes")
    } else if Self.aliases(in: bytes) > Self.mostAliases {
      report(line: 1, "the file has more than \(Self.mostAliases) aliases (*name)")
    } else if let text = String(validating: Self.withoutMark(bytes), as: UTF8.self) {
      compose(text)
    } else {
      report(line: 1, "the file is not UTF-8")
    }
  }

  /// The bytes without the mark that some editors put before UTF-8.
  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  /// Parses the text; where keys are given twice, again without the later ones, so that all else that is wrong
  /// is found as well.
  private mutating func compose(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Self.mostRounds {
      do {
        if let root = try Yams.compose(yaml: lines.joined(separator: "\n")) { read(root) }
        return
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        guard blankRepetitions(of: names, in: &lines) else {
          return report(line: context.mark.line, "\(names.joined(separator: ", ")): set twice")
        }
      } catch let error as YamlError {
        // What only fails without the repetitions says nothing of the file.
        return problems.isEmpty ? report(error) : ()
      } catch {
        return report(line: 1, "\(error)")
      }
    }
  }

  /// Turns the lines that set a key again into comments, and reports each.
  private mutating func blankRepetitions(of names: [String], in lines: inout [String]) -> Bool {
    var isAny = false
    let places = Dictionary(grouping: lines.indices) { Self.key(in: lines[$0]) }
    for name in names {
      let places = places[name] ?? []
      for place in places.dropFirst() {
        report(line: place + 1, "\(name) is set twice, first in line \(places[0] + 1)")
        lines[place] = "#"
        isAny = true
      }
    }
    return isAny
  }

  /// The key that a line begins with, if it begins with one.
  private static func key(in line: String) -> String? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var key = line[..<colon]
    while key.utf8.last == UInt8(ascii: " ") { key.removeLast() }
    for quote in ["\"", "'"] where key.count > 1 && key.hasPrefix(quote) && key.hasSuffix(quote) {
      key = key.dropFirst().dropLast()
    }
    return String(key)
  }

  /// How many words of a file may be aliases.
  ///
  /// They begin with an asterisk. In comments and texts it is something else, but not that often.
  private static func aliases(in bytes: [UInt8]) -> Int {
    var count = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "*") {
      let before = index > 0 ? bytes[index - 1] : 0
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0
      if after > 0x20, before <= 0x20 || "[{,:".utf8.contains(before) { count += 1 }
    }
    return count
  }

  private mutating func read(_ root: Node) {
    guard case .mapping(let mapping) = root else {
      // A file of comments alone is an empty scalar.
      if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
      return report(line: root.mark?.line ?? 1, "this is no \"key: value\"")
    }
    for (key, value) in mapping where problems.count <= Self.mostProblems {
      let line = key.mark?.line ?? 1
      guard case .scalar(let scalar) = key else {
        report(line: line, "a key is a word")
        continue
      }
      guard let name = SettingName(rawValue: scalar.string) else {
        report(line: line, Self.unknown(scalar.string))
        continue
      }
      read(value, of: name, line: line)
    }
  }

  private mutating func read(_ value: Node, of name: SettingName, line: Int) {
    let origin = SettingOrigin.file(path: path, line: line)
    switch value {
    case .scalar(let scalar) where Self.isNull(scalar):
      report(line: line, "\(name.key) has no value; leave the line out for the default")
    case .scalar(let scalar):
      settings.append(RawSetting(name, scalar.string, from: origin))
    case .sequence(let items) where Setting.named(name).kind == .roles:
      let words = items.map { $0.scalar?.string ?? "" }
      settings.append(RawSetting(name, words.joined(separator: ","), from: origin))
    case .sequence, .mapping, .alias:
      report(line: line, "\(name.key) is one value, not several")
    }
  }

  private static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private static func unknown(_ key: String) -> String {
    let nearest = NearestName.to(key, among: SettingName.allCases.map(\.key))
    return "there is no setting \(key)" + (nearest.map { "; did you mean \($0)?" } ?? "")
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let before = context.map { "\($0.text) " } ?? ""
      report(line: mark.line, "\(before)\(problem)")
    case .reader(let problem, let offset, _, let yaml):
      let line = yaml.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") } + 1
      report(line: line, problem)
    default:
      report(line: 1, "\(error)")
    }
  }

  private mutating func report(line: Int, _ text: String) {
    guard problems.count <= Self.mostProblems else { return }
    let isLast = problems.count == Self.mostProblems
    problems.append(
      SettingsProblem(.file(path: path, line: line), isLast ? "and more that is wrong" : text))
  }
}

extension SettingsFile {
  /// A file that cannot be read, which is all that is wrong with it.
  ///
  /// - Parameters:
  ///   - path: Its name in messages.
  ///   - why: Why not.
  package init(path: String, unreadable why: String) {
    self.path = path
    problems = [SettingsProblem(.standard, "\(path): \(why)")]
  }
}

import Extraction
import Foundation
let e = Extractor()
let mode = CommandLine.arguments[1]
if mode == "features" {
  let dir = CommandLine.arguments[2]
  _ = FileManager.default.createFile(atPath: dir + "/features.f32", contents: nil)
  _ = FileManager.default.createFile(atPath: dir + "/blocks.jsonl", contents: nil)
  let f = FileHandle(forWritingAtPath: dir + "/features.f32")!
  let j = FileHandle(forWritingAtPath: dir + "/blocks.jsonl")!
  try BlockFeatures.columns.joined(separator: "\n").write(toFile: dir + "/columns.txt", atomically: false, encoding: .utf8)
  for path in CommandLine.arguments.dropFirst(3) {
    let data = [UInt8](FileManager.default.contents(atPath: path)!)
    let id = String(path.split(separator: "/").last!.split(separator: ".").first!)
    let r = e.features(of: data.span)
    f.write(unsafe r.values.withUnsafeBytes { unsafe Data($0) })
    let o: [String: Any] = ["id": id, "texts": r.texts, "paths": r.kinds]
    j.write(try! JSONSerialization.data(withJSONObject: o) + Data([10]))
  }
  exit(0)
}
for path in CommandLine.arguments.dropFirst(2) {
  let data = [UInt8](FileManager.default.contents(atPath: path)!)
  let id = String(path.split(separator: "/").last!.split(separator: ".").first!)
  let r = e.record(of: data.span, id: id, source: SourceDescription(name: id, byteCount: 0, sha256: ""))
  let o: [String: Any] = ["id": id, "text": r.text, "blocks": r.blocks.map { ["role": $0.role.name, "text": $0.text] }]
  print(String(decoding: try! JSONSerialization.data(withJSONObject: o), as: UTF8.self))
}

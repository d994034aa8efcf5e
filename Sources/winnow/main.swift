import Extraction
import Foundation
var o = ExtractionOptions()
o.roles = Set(Role.allCases)
let e = Extractor(options: o)
for path in CommandLine.arguments.dropFirst(2) {
  let data = [UInt8](FileManager.default.contents(atPath: path)!)
  let id = String(path.split(separator: "/").last!.split(separator: ".").first!)
  let r = e.record(of: data.span, id: id, source: SourceDescription(name: id, byteCount: 0, sha256: ""))
  let o: [String: Any] = ["id": id, "status": r.status.rawValue, "text": r.text, "blocks": r.blocks.map { ["role": $0.role.name, "text": $0.text] }]
  print(String(decoding: try! JSONSerialization.data(withJSONObject: o), as: UTF8.self))
}

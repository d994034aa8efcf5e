import Extraction
import Testing

@testable import RecordEncoding

struct RecordJSONTests {
  private static func json(of record: Record) -> String {
    var writer = JSONWriter()
    record.write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func fullRecordHasItsGoldenBytes() {
    let expected = [
      #"{"schema":"winnow.record/1","id":"bees","source":{"name":"bees.html.gz","bytes":1234,"#,
      #""sha256":"\#(String(repeating: "0a", count: 32))","modified":"2024-02-29T12:30:05Z","#,
      #""mediaType":"text/html","encoding":"UTF-8","url":"https://example.org/bees"},"#,
      #""status":"partial","reason":"truncated","limits":["nodes"],"pageType":"article","#,
      #""pageTypeProbability":0.75,"confidence":0.9877,"language":"en","title":"Bees","author":"Ann Lee","#,
      #""published":"2024-02-28","modified":null,"site":null,"canonical":null,"#,
      #""description":null,"image":null,"categories":["Nature"],"tags":["bees","dance"],"#,
      #""license":null,"text":"Bees dance.\n\nThey \"talk\".","#,
      #""blocks":[{"role":"title","kind":"heading","level":1,"text":"Bees","score":0.9,"#,
      #""density":4,"path":"body/h1"},{"role":"byline","kind":"paragraph","text":"Ann Lee","#,
      #""score":0.25,"density":7.5},{"role":"article","kind":"paragraph","text":"Bees dance.","#,
      #""score":1,"density":123.4568},{"role":"article","kind":"quote","#,
      #""text":"They \"talk\".","score":1,"density":0},{"role":"comment","kind":"listItem","#,
      #""text":"Nice!","score":0.1,"density":5}],"captions":[{"text":"A bee"}],"#,
      #""comments":[{"author":"Bo","published":"2024-03-01","text":"Nice!"},"#,
      #"{"author":null,"published":null,"text":"Ja."}],"counts":{"title":2,"byline":1,"article":4,"#,
      #""caption":0,"comment":1,"navigation":0,"related":0,"ticker":0,"promo":0,"other":3},"#,
      #""extractor":{"name":"winnow","version":"\#(WinnowVersion.current)","model":"rules","#,
      #""options":{"paths":"true","roles":"all"}}}"#,
    ].joined()
    #expect(Self.json(of: SampleRecord.full) == expected)
  }

  @Test func failedRecordHasNoDigest() {
    #expect(Self.json(of: SampleRecord.failed).contains(#""sha256":null"#))
  }

  @Test func blocksOfEveryRoleAndKindSayWhatTheyAre() {
    let levels: [UInt8] = [0, 1, 6, 7, 255]
    let kinds: [BlockKind] =
      levels.map { .heading(level: $0) } + [
        .paragraph, .listItem(depth: 3, ordered: true), .quote, .code, .tableRow, .caption, .other,
      ]
    for role in Role.allCases {
      for kind in kinds {
        var writer = JSONWriter()
        SampleRecord.block(role, kind, "a\"b").write(to: &writer)
        var level = ""
        if case .heading(let number) = kind { level = #","level":\#(number)"# }
        let json =
          #"{"role":"\#(role.name)","kind":"\#(kind.name)"\#(level),"text":"a\"b","score":0.5,"density":10}"#
        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
      }
    }
  }

  @Test(arguments: [
    (0.12345, 12.0, "0.1235", "12"),
    (-900_719_925_473.0991, -900_719_925_473.0991, "-900719925473.0991", "-900719925473.0991"),
    (.nan, 1, "null", "1"), (1, .infinity, "1", "null"),
    (-0.5, 1e300, "-0.5", "1e+300"), (1e300, -1e300, "1e+300", "-1e+300"),
    (0, 1e15, "0", "1000000000000000.0"),
  ])
  func numbersOfABlockAreWrittenAsOthersAre(
    score: Double, density: Double, first: String, second: String
  ) {
    var writer = JSONWriter()
    RecordBlock(role: .article, kind: .other, text: "", score: score, density: density, path: "p")
      .write(to: &writer)
    let json = String(decoding: writer.bytes, as: UTF8.self)
    #expect(json.hasSuffix(#""score":\#(first),"density":\#(second),"path":"p"}"#))
  }
}

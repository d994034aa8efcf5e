import Extraction
import Foundation
import Operation
import Testing

@testable import RecordEncoding

struct RecordSchemaTests {
  private static func parse(_ bytes: some Sequence<UInt8>) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  private static func validator() throws -> SchemaValidator {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let schema = root.appending(path: "Schemas/winnow.record.1.schema.json")
    return SchemaValidator(root: try parse(Data(contentsOf: schema)))
  }

  private static func value(of record: Record) throws -> JSONValue {
    var writer = JSONWriter()
    record.write(to: &writer)
    return try parse(writer.bytes)
  }

  @Test(arguments: [SampleRecord.full, SampleRecord.failed])
  func recordIsValid(record: Record) throws {
    #expect(try Self.validator().violations(of: Self.value(of: record)) == [])
  }

  @Test func eachRoleKindReasonLimitAndTypeIsValid() throws {
    let validator = try Self.validator()
    let kinds: [BlockKind] = [
      .paragraph, .heading(level: 6), .listItem(depth: 2, ordered: true), .quote, .code, .tableRow,
      .caption, .other,
    ]
    var record = SampleRecord.full
    record.limits = ExtractionLimit.allCases
    record.blocks = Role.allCases.flatMap { role in
      kinds.map { SampleRecord.block(role, $0, "x") }
    }
    for reason in FailureReason.allCases {
      record.reason = reason
      #expect(try validator.violations(of: Self.value(of: record)) == [])
    }
    for type in PageType.allCases {
      record.pageType = type
      #expect(try validator.violations(of: Self.value(of: record)) == [])
    }
    for status in [RecordStatus.ok, .partial, .empty, .failed] {
      record.status = status
      #expect(try validator.violations(of: Self.value(of: record)) == [])
    }
  }

  @Test func recordThatLacksAMemberIsRefused() throws {
    let validator = try Self.validator()
    let value = try Self.value(of: SampleRecord.full)
    for name in value.members.keys {
      var damaged = value
      damaged[name] = nil
      #expect(!validator.violations(of: damaged).isEmpty, "without \(name)")
    }
  }

  @Test(arguments: [
    ("schema", JSONValue.string("winnow.record/2")), ("id", .null), ("status", .string("fine")),
    ("reason", .string("bad luck")), ("limits", .array([.string("patience")])),
    ("pageType", .string("poem")), ("confidence", .number(1.1)), ("confidence", .null),
    ("language", .number(1)), ("tags", .array([.null])), ("text", .null),
    ("blocks", .array([.object([:])])), ("counts", .object([:])), ("surprise", .null),
    ("source", .object([:])), ("extractor", .string("winnow")),
  ])
  func damagedMemberIsRefused(name: String, damage: JSONValue) throws {
    var value = try Self.value(of: SampleRecord.full)
    value[name] = damage
    #expect(try !Self.validator().violations(of: value).isEmpty)
  }

  @Test(arguments: [
    ("sha256", JSONValue.string("ABC")), ("modified", .string("yesterday")),
    ("bytes", .number(-1)), ("bytes", .number(1.5)), ("owner", .string("me")),
  ])
  func damagedSourceIsRefused(name: String, damage: JSONValue) throws {
    var value = try Self.value(of: SampleRecord.full)
    value["source"]?[name] = damage
    #expect(try !Self.validator().violations(of: value).isEmpty)
  }

  @Test func unknownKeywordIsAViolation() {
    let validator = SchemaValidator(root: .object(["maxLength": .number(3)]))
    #expect(!validator.violations(of: .string("x")).isEmpty)
  }
}

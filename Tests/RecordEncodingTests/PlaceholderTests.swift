import Testing

@testable import RecordEncoding

@Test func moduleLoads() { #expect(Bool(true)) }

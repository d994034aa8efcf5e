import Testing

@testable import Spool

@Test func moduleLoads() { #expect(Bool(true)) }

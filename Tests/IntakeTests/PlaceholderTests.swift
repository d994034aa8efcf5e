import Testing

@testable import Intake

@Test func moduleLoads() { #expect(Bool(true)) }

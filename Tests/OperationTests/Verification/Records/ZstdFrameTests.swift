import CZstd
import Operation
import Testing

struct ZstdFrameTests {
  private func frame(_ text: String) throws -> [UInt8] {
    try ZstdFrame.made(of: text)
  }

  @discardableResult
  private func texts(_ file: [UInt8]) throws(ZstdFrame.Fault) -> [String] {
    var texts: [String] = []
    try ZstdFrame.forEach(in: file) { texts.append(String(decoding: $0.content, as: UTF8.self)) }
    return texts
  }

  @Test func framesFollowEachOther() throws {
    let file = try frame("one") + frame("") + frame("three")
    #expect(try texts(file) == ["one", "", "three"])
  }

  @Test func skippableFramesArePassedOver() throws {
    let table: [UInt8] = [0x5E, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    #expect(try texts(frame("one") + table) == ["one"])
  }

  @Test(arguments: [[0x50, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 1], nil] as [[UInt8]?])
  func bytesBehindAFrameAreNoPartOfIt(bytes: [UInt8]?) throws {
    let frame = try frame("one")
    let rest = try bytes ?? self.frame("")
    #expect(
      throws: ZstdFrame.Fault.damaged(offset: 7, "\(rest.count) bytes behind its end")
    ) {
      try FrameDecoder().content(of: (frame + rest)[...], at: 7)
    }
  }

  @Test func everyCutIsFoundAndNoChangedByteChangesTheContent() throws {
    let text = String(repeating: "rain and wind and ", count: 40) + "end"
    let file = try frame(text)
    for length in 0..<file.count {
      #expect(throws: ZstdFrame.Fault.self, "cut at \(length)") {
        try texts(Array(file[..<length]))
      }
    }
    var found = 0
    for index in file.indices {
      var damaged = file
      damaged[index] ^= 0x01
      // Bits that the format reserves may change without any harm; all others are found.
      if let read = try? texts(damaged) {
        #expect(read == [text], "byte \(index)")
      } else {
        found += 1
      }
    }
    #expect(found > file.count / 2)
  }

  @Test func frameWithoutChecksumOrSizeIsAFault() throws {
    let content = Array("text".utf8)
    var plain = [UInt8](repeating: 0, count: 100)
    let length = unsafe plain.withUnsafeMutableBytes { target in
      unsafe content.withUnsafeBytes { source in
        unsafe ZSTD_compress(
          target.baseAddress, target.count, source.baseAddress, source.count, 3)
      }
    }
    #expect(throws: ZstdFrame.Fault.noChecksum(offset: 0)) {
      try texts(Array(plain[..<length]))
    }
  }

  @Test func otherBytesAreNoFrame() throws {
    let junk = Array("junk".utf8)
    #expect(throws: ZstdFrame.Fault.noFrame(offset: 0)) { try texts(junk) }
    let good = try frame("x")
    #expect(throws: ZstdFrame.Fault.noFrame(offset: good.count)) {
      try texts(good + junk)
    }
  }
}

import Testing

@testable import Packing

struct SeekTableTests {
  @Test func tableIsThatOfTheFormat() {
    let frames = [
      FrameRange(offset: 0, byteCount: 0x0102, contentByteCount: 0x030405, recordCount: 1),
      FrameRange(offset: 0x0102, byteCount: 7, contentByteCount: 9, recordCount: 2),
    ]
    let table = SeekTable.encode(frames)
    #expect(
      table == [
        0x5E, 0x2A, 0x4D, 0x18, 25, 0, 0, 0,
        0x02, 0x01, 0, 0, 0x05, 0x04, 0x03, 0,
        7, 0, 0, 0, 9, 0, 0, 0,
        2, 0, 0, 0, 0, 0xB1, 0xEA, 0x92, 0x8F,
      ])
    #expect(table.count == SeekTable.byteCount(frameCount: 2))
  }
}

import Testing

@testable import winnow

struct ByteSizeTests {
  @Test(arguments: [
    ("1", 1), ("4096", 4096), ("4KiB", 4096), ("4k", 4096), ("256MiB", 256 << 20), ("1G", 1 << 30),
  ])
  func sizeIsRead(text: String, bytes: Int) {
    #expect(ByteSize(argument: text)?.bytes == bytes)
  }

  @Test(arguments: ["", "0", "-1", "KiB", "1.5MiB", "1TB", "9999999999GiB", "4 KiB"])
  func whatIsNoSizeIsRefused(text: String) {
    #expect(ByteSize(argument: text) == nil)
  }

  @Test func sizeIsWrittenWithItsLargestUnit() {
    #expect(
      [1, 4096, 144 << 20, 1 << 30].map { ByteSize(bytes: $0).description } == [
        "1", "4KiB", "144MiB", "1GiB",
      ])
  }
}

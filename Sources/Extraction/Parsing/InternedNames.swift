private import CLibXML2

/// Names that libxml2 interned in its dictionary, told apart by their addresses alone.
///
/// The dictionary gives equal names one address, so a name's bytes are read only when it is first met.
@safe
struct InternedNames {
  /// A name: its value in the table it was looked up in, and a hash of its bytes.
  struct Entry {
    var address: UInt = 0
    var hash: UInt32 = 0
    var value: UInt8 = 0
    /// Whether the page holds it; libxml2's own names, of elements it adds, are not in its dictionary.
    var isFromPage = false
  }

  private static let slotCount = 1024
  private var slots = [Entry](repeating: Entry(), count: slotCount)

  /// The entry of the interned name at that address.
  mutating func name(
    _ pointer: UnsafePointer<UInt8>, in table: NameTable, of dictionary: OpaquePointer?
  ) -> Entry {
    let address = UInt(bitPattern: pointer)
    let slot = Int(truncatingIfNeeded: (address >> 3) ^ (address >> 13)) & (Self.slotCount - 1)
    let cached = slots[slot]
    if cached.address == address { return cached }
    let bytes = unsafe Span(_unsafeStart: pointer, count: Int(xmlStrlen(pointer)))
    let hash = NameHash(bytes)
    let entry = Entry(
      address: address, hash: hash.folded,
      value: UInt8(truncatingIfNeeded: table.value(of: hash) ?? 0),
      isFromPage: unsafe xmlDictOwns(dictionary, pointer) == 1)
    slots[slot] = entry
    return entry
  }
}

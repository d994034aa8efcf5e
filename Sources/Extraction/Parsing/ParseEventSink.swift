internal import CLibXML2

/// The user data of libxml2's callbacks: turns C events into calls of the builder.
///
/// It stands at an address of its own, so that a callback reaches it without a count of references. What
/// it points to is valid during a parse.
@safe
struct ParseEventSink {
  /// The parser's context: where libxml2 stands, and how to stop it when a limit was reached.
  private let context: htmlParserCtxtPtr
  private var builder: UnsafeMutablePointer<BlockTreeBuilder>?
  private var page = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var skeleton = PageSkeleton()
  private var attributes = AttributeList()
  private var nextTag = 0
  private var nextRun = 0
  private var names = InternedNames()
  private let elements = NameTable(
    ElementName.allCases.map { (name: $0.name, value: UInt64($0.rawValue)) })

  /// A sink for the events of that context.
  init(context: htmlParserCtxtPtr) { unsafe self.context = unsafe context }

  /// Begins a page.
  mutating func begin(
    _ skeleton: PageSkeleton, of page: UnsafeBufferPointer<UInt8>,
    into builder: UnsafeMutablePointer<BlockTreeBuilder>
  ) {
    self.skeleton = skeleton
    unsafe self.page = unsafe page
    unsafe self.builder = unsafe builder
    unsafe attributes = AttributeList(page: page.baseAddress)
    nextTag = 0
    nextRun = 0
  }

  /// Ends the page: nothing of it is held any more.
  mutating func end() {
    skeleton = PageSkeleton()
    unsafe page = UnsafeBufferPointer(start: nil, count: 0)
    unsafe builder = nil
    attributes = AttributeList()
  }

  mutating func startElement(_ name: UnsafePointer<xmlChar>?) {
    guard let name = unsafe name, let builder = unsafe builder else { return }
    let interned = unsafe names.name(name, in: elements, of: context.pointee.dict)
    attributes.removeAll()
    if interned.isFromPage { readAttributes() }
    unsafe builder.pointee.startElement(
      ElementName(rawValue: interned.value) ?? .other, nameHash: interned.hash,
      attributes: attributes)
    if unsafe builder.pointee.isStopped { unsafe xmlStopParser(context) }
  }

  mutating func endElement(_ name: UnsafePointer<xmlChar>?) {
    guard let name = unsafe name, let builder = unsafe builder else { return }
    let interned = unsafe names.name(name, in: elements, of: context.pointee.dict)
    unsafe builder.pointee.endElement(ElementName(rawValue: interned.value) ?? .other)
  }

  /// Takes in the runs that stand behind so many marks.
  mutating func characters(_ count: Int32) {
    guard let builder = unsafe builder else { return }
    let end = min(nextRun + Int(count), skeleton.runs.count)
    while nextRun < end {
      let leaf = skeleton.runs[nextRun].leaf
      if leaf > 0 {
        unsafe append(skeleton.leaves[Int(leaf) - 1], text: nextRun, to: builder)
        nextRun += 1
        if unsafe builder.pointee.isStopped { return unsafe xmlStopParser(context) }
        continue
      }
      var next = nextRun + 1
      while next < end, skeleton.runs[next].leaf == 0 { next += 1 }
      unsafe builder.pointee.appendMarkup(skeleton.runs[nextRun..<next], of: page)
      nextRun = next
    }
  }

  /// Takes in an element that libxml2 was not shown.
  private mutating func append(
    _ leaf: LeafElement, text run: Int, to builder: UnsafeMutablePointer<BlockTreeBuilder>
  ) {
    read(leaf.firstAttribute..<leaf.endAttribute)
    unsafe builder.pointee.startElement(
      leaf.name, nameHash: leaf.nameHash, attributes: attributes)
    unsafe builder.pointee.appendMarkup(skeleton.runs[run...run], of: page)
    unsafe builder.pointee.endElement(leaf.name)
  }

  /// Finds the tag that libxml2 has just read: its `>` is where libxml2 stands.
  ///
  /// libxml2 drops some tags, such as a second `head`, so tags before it are passed over.
  private mutating func readAttributes() {
    guard let input = unsafe context.pointee.input else { return }
    let position = unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    while nextTag < skeleton.tags.count, skeleton.tags[nextTag].close < position { nextTag += 1 }
    guard nextTag < skeleton.tags.count, skeleton.tags[nextTag].close == position else { return }
    read(skeleton.tags[nextTag].firstAttribute..<skeleton.tags[nextTag].endAttribute)
  }

  private mutating func read(_ range: Range<UInt32>) {
    attributes.removeAll()
    for index in range { attributes.add(skeleton.attributes[Int(index)]) }
  }
}

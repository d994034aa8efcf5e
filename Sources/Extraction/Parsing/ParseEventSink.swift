internal import BasicContainers
internal import CLibXML2

/// The user data of libxml2's callbacks: turns C events into calls of the builder.
///
/// It stands at an address of its own, so that a callback reaches it without a count of references. What
/// it points to is valid during a parse.
@safe
struct ParseEventSink: ~Copyable {
  /// The parser's context: where libxml2 stands, and how to stop it when a limit was reached.
  private let context: htmlParserCtxtPtr
  private var builder: UnsafeMutablePointer<BlockTreeBuilder>?
  private var page = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var skeleton = PageSkeleton()
  private var nextTag = 0
  private var nextMark = 0
  private var names = InternedNames()
  private let elements = NameTable.ofElements()

  /// A sink for the events of that context.
  init(context: htmlParserCtxtPtr) { unsafe self.context = unsafe context }

  /// Begins a page, whose skeleton is held here until it ends.
  mutating func begin(
    _ skeleton: inout PageSkeleton, of page: UnsafeBufferPointer<UInt8>,
    into builder: UnsafeMutablePointer<BlockTreeBuilder>
  ) {
    swap(&self.skeleton, &skeleton)
    unsafe self.page = unsafe page
    unsafe self.builder = unsafe builder
    nextTag = 0
    nextMark = 0
  }

  /// Ends the page: nothing of it is held any more.
  mutating func end(_ skeleton: inout PageSkeleton) {
    swap(&self.skeleton, &skeleton)
    unsafe page = UnsafeBufferPointer(start: nil, count: 0)
    unsafe builder = nil
  }

  mutating func startElement(_ name: UnsafePointer<xmlChar>?) {
    guard let name = unsafe name, let builder = unsafe builder else { return }
    let interned = unsafe names.name(name, in: elements, of: context.pointee.dict)
    var attributes: Range<Int>?
    if interned.isFromPage { attributes = attributesOfLastTag() }
    unsafe start(
      ElementName(rawValue: interned.value) ?? .other, nameHash: interned.hash,
      attributes: attributes ?? 0..<0, in: builder)
    if unsafe builder.pointee.isStopped { unsafe xmlStopParser(context) }
  }

  mutating func endElement(_ name: UnsafePointer<xmlChar>?) {
    guard let name = unsafe name, let builder = unsafe builder else { return }
    let interned = unsafe names.name(name, in: elements, of: context.pointee.dict)
    unsafe builder.pointee.endElement(ElementName(rawValue: interned.value) ?? .other)
  }

  /// Takes in the items that stand behind so many marks.
  mutating func characters(_ count: Int32) {
    guard let builder = unsafe builder else { return }
    let lastMark = min(nextMark + Int(count), skeleton.marks.count) - 1
    guard lastMark >= nextMark else { return }
    let first = Int(skeleton.marks[nextMark].lowerBound)
    let end = Int(skeleton.marks[lastMark].upperBound)
    nextMark = lastMark + 1
    unsafe append(first..<end, to: builder)
  }

  private mutating func append(
    _ items: Range<Int>, to builder: UnsafeMutablePointer<BlockTreeBuilder>
  ) {
    var next = items.lowerBound
    while next < items.upperBound {
      let item = skeleton.items[next]
      switch item.kind {
      case .text, .space:
        var end = next + 1
        while end < items.upperBound, skeleton.items[end].isText { end += 1 }
        unsafe appendText(next..<end, to: builder)
        next = end
        continue
      case .leaf:
        unsafe start(item, in: builder)
        unsafe appendText(next..<next + 1, to: builder)
        unsafe builder.pointee.endElement(item.name)
      case .start:
        unsafe start(item, in: builder)
        if unsafe builder.pointee.traits[Int(item.name.rawValue)].contains(.void) {
          unsafe builder.pointee.endElement(item.name)
        }
      case .end: unsafe builder.pointee.endElement(item.name)
      }
      if unsafe builder.pointee.isStopped { return unsafe xmlStopParser(context) }
      next += 1
    }
  }

  private func appendText(
    _ items: Range<Int>, to builder: UnsafeMutablePointer<BlockTreeBuilder>
  ) {
    unsafe builder.pointee.appendMarkup(skeleton.items.span.extracting(items), of: page)
  }

  private func start(_ item: PageItem, in builder: UnsafeMutablePointer<BlockTreeBuilder>) {
    let element = skeleton.elements[Int(item.element)]
    unsafe start(
      element.name, nameHash: element.nameHash, attributes: element.attributes, in: builder)
  }

  private func start(
    _ name: ElementName, nameHash: UInt32, attributes: Range<Int>,
    in builder: UnsafeMutablePointer<BlockTreeBuilder>
  ) {
    let span = skeleton.attributes.span.extracting(attributes)
    unsafe span.withUnsafeBufferPointer { attributes in
      unsafe builder.pointee.startElement(
        name, nameHash: nameHash,
        attributes: AttributeList(attributes, page: page.baseAddress))
    }
  }

  /// Finds the tag that libxml2 has just read, whose `>` is where libxml2 stands, and its attributes.
  ///
  /// libxml2 drops some tags, such as a second `head`, so tags before it are passed over.
  private mutating func attributesOfLastTag() -> Range<Int>? {
    guard let input = unsafe context.pointee.input else { return nil }
    let position = unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    while nextTag < skeleton.tags.count, skeleton.tags[nextTag].close < position { nextTag += 1 }
    guard nextTag < skeleton.tags.count, skeleton.tags[nextTag].close == position else {
      return nil
    }
    return skeleton.elements[Int(skeleton.tags[nextTag].element)].attributes
  }
}

extension BlockTreeBuilder {
  /// Takes in text.
  ///
  /// - Parameter bytes: UTF-8; never ends inside a character.
  mutating func appendText(_ bytes: Span<UInt8>) {
    guard opaqueDepth == 0 else {
      if isInTitle { titleBytes.append(copying: bytes) }
      return
    }
    guard !isStopped, let context = stack.last else { return }
    if context.isPreformatted {
      appendPreformatted(bytes, in: context)
    } else {
      appendCollapsed(bytes, in: context, isMarkup: false)
    }
  }

  /// Takes in runs of text as they stand in a page's markup, of which only cut markup parts them.
  mutating func appendMarkup(
    _ runs: Span<PageItem>, of page: UnsafeBufferPointer<UInt8>
  ) {
    let isText = opaqueDepth == 0
    guard isText || isInTitle, !isStopped, let context = stack.last else { return }
    if isText, context.isPreformatted {
      return unsafe appendPreformatted(runs, of: page, in: context)
    }
    for index in runs.indices {
      let run = runs[index]
      if isText, run.kind == .space {
        pending.hasSpace = true
        continue
      }
      let bytes = unsafe UnsafeBufferPointer(rebasing: page[Int(run.start)..<Int(run.end)])
      if isText {
        appendCollapsed(unsafe bytes.span, in: context, isMarkup: true)
      } else {
        titleBytes += unsafe CharacterReference.text(bytes.span)
      }
    }
  }

  private mutating func appendCollapsed(
    _ bytes: Span<UInt8>, in context: BlockContext, isMarkup: Bool
  ) {
    let end = tree.text.count
    var run = CollapsedRun(
      hasSpace: pending.hasSpace, isOpen: pending.isOpen, lastByte: tree.text.last ?? 0)
    // A line feed parts the text of a new block from the one before.
    let start = !pending.isOpen && end > 0 ? 1 : 0
    tree.text.append(addingCapacity: start + CollapsedRun.capacity(for: bytes.count)) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        guard let base = buffer.baseAddress else { return }
        unsafe run.collapse(bytes, isMarkup: isMarkup, into: base + start)
        guard run.byteCount > 0 else { return }
        if start > 0 { unsafe base[0] = ASCII.lineFeed }
        count = start + run.byteCount
      }
    }
    pending.hasSpace = run.hasSpace
    guard run.byteCount > 0 else { return }
    if !pending.isOpen { open(at: end + start, in: context) }
    if pending.isExponent { beginExponent(at: end, in: context) }
    pending.endsInLink = false
    count(run.characters, in: context)
  }

  private mutating func appendPreformatted(_ bytes: Span<UInt8>, in context: BlockContext) {
    var start = 0
    if !pending.isOpen {
      guard let first = bytes.indices.first(where: { !ASCII.isSpace(bytes[$0]) }) else { return }
      if !tree.text.isEmpty { tree.text.append(ASCII.lineFeed) }
      open(at: tree.text.count, in: context)
      // Empty lines before the text are none of it; the spaces that indent its first line are.
      start = first
      while start > 0, bytes[start - 1] == ASCII.space || bytes[start - 1] == ASCII.tab {
        start -= 1
      }
    }
    pending.hasSpace = false
    pending.endsInLink = false
    var characters: UInt32 = 0
    for index in start..<bytes.count where bytes[index] != 0x0d {
      tree.text.append(bytes[index])
      if bytes[index] & 0xc0 != 0x80 { characters += 1 }
    }
    count(characters, in: context)
  }

  /// Takes in preformatted text, in which libxml2 ends a piece at each reference and each stray `<`.
  private mutating func appendPreformatted(
    _ runs: Span<PageItem>, of page: UnsafeBufferPointer<UInt8>, in context: BlockContext
  ) {
    var piece: [UInt8] = []
    for index in runs.indices {
      let run = runs[index]
      let slice = unsafe UnsafeBufferPointer(rebasing: page[Int(run.start)..<Int(run.end)])
      let bytes = unsafe slice.span
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        guard byte == ASCII.ampersand || byte == ASCII.lessThan else {
          if CollapsedRun.isCharacter(byte) { piece.append(byte) }
          position += 1
          continue
        }
        appendPreformatted(piece.span, in: context)
        piece.removeAll(keepingCapacity: true)
        let reference =
          byte == ASCII.ampersand ? CharacterReference(in: bytes, at: position) : nil
        let decoded = reference?.bytes ?? [byte]
        appendPreformatted(decoded.span, in: context)
        position = reference?.end ?? position + 1
      }
    }
    appendPreformatted(piece.span, in: context)
  }

  /// Begins a block whose text starts there.
  private mutating func open(at start: Int, in context: BlockContext) {
    pending.isOpen = true
    pending.context = context
    pending.start = start
  }

  private mutating func count(_ characters: UInt32, in context: BlockContext) {
    pending.characters += characters
    if context.isLink { pending.linkCharacters += characters }
  }

  /// Ends the block before a start tag, or notes what the element does to the text around it.
  @inline(__always)
  mutating func partText(atStartOf name: ElementName, _ traits: ElementTraits) {
    if traits.contains(.block) {
      let isEmptyLine = name == .br && !pending.isOpen && pending.followsLineBreak
      flush()
      pending.followsLineBreak = false
      pending.followsEmptyLine = isEmptyLine
    } else if name == .sup {
      noteExponent()
    } else if traits.contains(.apart) {
      noteSeam(isStart: true)
    }
    // Menus set links side by side without a space; their names are words of their own.
    if name == .a, pending.endsInLink { pending.hasSpace = true }
  }

  /// Notes that an inline element begins or ends here, where text of the block stands right before.
  @inline(__always)
  mutating func noteSeam(isStart: Bool) {
    guard pending.isOpen, !pending.hasSpace else { return }
    tree.seams.note(tree.text.count, isStart: isStart)
  }

  /// Notes that a superscript begins here, right after a digit.
  mutating func noteExponent() {
    guard pending.isOpen, !pending.hasSpace, let last = tree.text.last else { return }
    pending.isExponent = ASCII.isDigit(last)
  }

  /// Parts a number from its power, whose text starts there: `10<sup>22</sup>` is no `1022`.
  private mutating func beginExponent(at start: Int, in context: BlockContext) {
    pending.isExponent = false
    guard ASCII.isDigit(tree.text[start]) else { return }
    tree.text.insert(UInt8(ascii: "^"), at: start)
    count(1, in: context)
  }

  /// Ends the block that is being collected, if there is one.
  mutating func flush() {
    guard pending.isOpen else {
      pending.hasSpace = false
      return
    }
    while let last = tree.text.last, tree.text.count > pending.start, ASCII.isSpace(last) {
      tree.text.removeLast()
      pending.characters -= 1
    }
    pending.linkCharacters = min(pending.linkCharacters, pending.characters)
    var flags: BlockFlags = []
    if pending.context.isHidden { flags.insert(.hidden) }
    if pending.followsLineBreak { flags.insert(.followsLineBreak) }
    if pending.followsEmptyLine { flags.insert(.followsEmptyLine) }
    if pending.context.isCell { flags.insert(.cell) }
    tree.blocks.append(
      Block(
        node: pending.context.container, leaf: pending.context.node,
        textStart: UInt32(pending.start), textEnd: UInt32(tree.text.count),
        characters: pending.characters, linkCharacters: pending.linkCharacters,
        kind: pending.context.kind, flags: flags))
    if stack.count > depthLimit { deepBlocks += 1 }
    pending = PendingBlock()
  }
}

extension BlockTreeBuilder {
  /// Takes in text.
  ///
  /// - Parameter bytes: UTF-8, entities decoded; never ends inside a character.
  mutating func appendText(_ bytes: Span<UInt8>) {
    guard opaqueDepth == 0 else {
      if isInTitle { titleBytes.append(copying: bytes) }
      return
    }
    guard !isStopped, let context = stack.last else { return }
    if context.isPreformatted {
      appendPreformatted(bytes, in: context)
    } else {
      appendCollapsed(bytes, in: context)
    }
  }

  private mutating func appendCollapsed(_ bytes: Span<UInt8>, in context: BlockContext) {
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if ASCII.isSpace(byte) {
        pending.hasSpace = true
        position += 1
      } else if byte < 0x80 {
        var end = position + 1
        while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80 { end += 1 }
        appendRun(bytes.extracting(position..<end), characters: end - position, in: context)
        position = end
      } else {
        position = appendCharacter(bytes, at: position, in: context)
      }
    }
  }

  /// Appends the non-ASCII character at `position`; some are white space, some are nothing.
  ///
  /// - Returns: The index after it.
  private mutating func appendCharacter(
    _ bytes: Span<UInt8>, at position: Int, in context: BlockContext
  ) -> Int {
    let character = SpecialCharacter(bytes, at: position)
    let end = position + character.byteCount
    switch character.meaning {
    case .space: pending.hasSpace = true
    case .nothing: break
    case .separator:
      // Scripts without spaces use it to part words; elsewhere it is a stray.
      if pending.isOpen, tree.text.last.map({ $0 >= 0x80 }) == true {
        appendRun(bytes.extracting(position..<end), characters: 0, in: context)
      }
    case .control(let replacement): appendRun(replacement.span, characters: 1, in: context)
    case .text: appendRun(bytes.extracting(position..<end), characters: 1, in: context)
    }
    return end
  }

  private mutating func appendRun(_ run: Span<UInt8>, characters: Int, in context: BlockContext) {
    if !pending.isOpen {
      open(in: context)
    } else if pending.hasSpace {
      tree.text.append(ASCII.space)
      count(1, in: context)
    }
    pending.hasSpace = false
    pending.endsInLink = false
    tree.text.append(copying: run)
    count(UInt32(characters), in: context)
  }

  private mutating func appendPreformatted(_ bytes: Span<UInt8>, in context: BlockContext) {
    var start = 0
    if !pending.isOpen {
      guard let first = bytes.indices.first(where: { !ASCII.isSpace(bytes[$0]) }) else { return }
      open(in: context)
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

  private mutating func open(in context: BlockContext) {
    if !tree.text.isEmpty { tree.text.append(ASCII.lineFeed) }
    pending.isOpen = true
    pending.context = context
    pending.start = tree.text.count
  }

  private mutating func count(_ characters: UInt32, in context: BlockContext) {
    pending.characters += characters
    if context.isLink { pending.linkCharacters += characters }
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
    if pending.context.isCell { flags.insert(.cell) }
    tree.blocks.append(
      Block(
        node: pending.context.container, leaf: pending.context.node,
        textStart: UInt32(pending.start), textEnd: UInt32(tree.text.count),
        characters: pending.characters, linkCharacters: pending.linkCharacters,
        kind: pending.context.kind, flags: flags))
    pending = PendingBlock()
  }
}

/// What an element means for the flow of text.
struct ElementTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// Text before, inside and after the element belongs to different blocks.
  static let block = Self(rawValue: 1 << 0)
  /// Neither the element nor its content is text of the page.
  static let opaque = Self(rawValue: 1 << 1)
  /// The element has no content and says nothing that is used: it is cut before the parse.
  static let discarded = Self(rawValue: 1 << 2)
  /// Its text counts as anchor text (CETD counts `a`, `button` and `select`).
  static let link = Self(rawValue: 1 << 3)
  /// The tokenizer reads its content as raw text up to the end tag.
  static let rawText = Self(rawValue: 1 << 4)
  /// Line breaks and spaces inside it are kept.
  static let preformatted = Self(rawValue: 1 << 5)

  /// It has no content (HTML standard, 13.1.2).
  static let void = Self(rawValue: 1 << 6)
  /// The next of its kind ends it (HTML standard, 13.1.2.4; anchors by 13.2.6.4.7).
  static let endedByNext = Self(rawValue: 1 << 7)
  /// Its start tag ends foreign content (HTML standard, 13.2.6.5).
  static let endsForeignContent = Self(rawValue: 1 << 8)

  /// In the body it neither opens nor closes other elements, in libxml2's eyes: the only one that its
  /// start tag ends is `head`, but for an anchor in an anchor (`htmlStartClose` in HTMLparser.c).
  static let plainInline = Self(rawValue: 1 << 9)

  /// What stands beside it may be another name or date, as style sheets set it apart; elements that mark words
  /// of a sentence are none.
  static let apart = Self(rawValue: 1 << 10)

  /// The traits of each element, indexed by ``ElementName/rawValue``.
  static let table: [ElementTraits] = {
    var table = [ElementTraits](repeating: [], count: ElementName.allCases.count)
    for name in blockElements { table[Int(name.rawValue)].insert(.block) }
    for name in opaqueElements { table[Int(name.rawValue)].insert(.opaque) }
    for name in discardedElements { table[Int(name.rawValue)].insert(.discarded) }
    for name in rawTextElements { table[Int(name.rawValue)].insert(.rawText) }
    for name in voidElements { table[Int(name.rawValue)].insert(.void) }
    for name in impliedEnds { table[Int(name.rawValue)].insert(.endedByNext) }
    for name in breakoutElements { table[Int(name.rawValue)].insert(.endsForeignContent) }
    for name in plainInlineElements { table[Int(name.rawValue)].insert(.plainInline) }
    for name in apartElements { table[Int(name.rawValue)].insert(.apart) }
    for name in [ElementName.a, .button] { table[Int(name.rawValue)].insert(.link) }
    for name in [ElementName.pre, .xmp, .plaintext] {
      table[Int(name.rawValue)].insert(.preformatted)
    }
    return table
  }()

  /// The elements that end a block, from the HTML rendering section's `display` values, with the controls
  /// that stand for themselves (`button`, `label`, `summary`).
  private static let blockElements: [ElementName] = [
    .address, .article, .aside, .blockquote, .body, .br, .button, .caption, .center, .dd, .details,
    .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1,
    .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .label, .legend, .li, .main,
    .marquee, .menu, .nav, .noscript, .ol, .p, .plaintext, .pre, .root, .search, .section, .summary,
    .table, .tbody, .td, .tfoot, .th, .thead, .title, .tr, .ul, .xmp,
  ]

  private static let opaqueElements: [ElementName] = [
    .applet, .canvas, .datalist, .iframe, .math, .noembed, .noframes, .object, .script, .select,
    .style, .svg, .template, .textarea, .title,
  ]

  private static let discardedElements: [ElementName] = [
    .area, .base, .col, .embed, .frame, .param, .rp, .source, .track, .wbr,
  ]

  private static let voidElements: [ElementName] = [
    .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
    .track, .wbr,
  ]

  private static let impliedEnds: [ElementName] = [
    .a, .p, .li, .dt, .dd, .tr, .td, .th, .tbody, .thead, .tfoot, .option, .rp, .rt,
  ]

  private static let breakoutElements: [ElementName] = [
    .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2,
    .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .menu, .meta, .ol, .p, .pre, .ruby, .s, .small,
    .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .`var`,
  ]

  private static let plainInlineElements: [ElementName] = [
    .a, .abbr, .b, .bdi, .bdo, .big, .br, .cite, .code, .data, .del, .dfn, .em, .font, .i, .img,
    .input, .ins, .kbd, .link, .mark, .meta, .q, .s, .samp, .small, .span, .strike, .strong, .sub,
    .sup, .time, .tt, .u, .`var`,
  ]

  private static let apartElements: [ElementName] = [.a, .data, .span, .time, .other]

  private static let rawTextElements: [ElementName] = [
    .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp,
  ]
}

extension ElementName {
  /// What the element means for the flow of text.
  var traits: ElementTraits { ElementTraits.table[Int(rawValue)] }
}

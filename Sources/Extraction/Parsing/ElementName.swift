/// The elements that Winnow tells apart; every other one is ``other``.
///
/// The case names are the element names.
enum ElementName: UInt8, CaseIterable, Sendable {
  case other, root
  case a, abbr, acronym, address, amp, applet, area, article, aside, audio, b, base, bdi, bdo, big
  case blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, data
  case datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption
  case figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup
  case hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, marquee
  case math, menu, meta, meter, nav, noembed, noframes, noscript, object, ol, optgroup, option
  case output, p, param, picture, plaintext, pre, progress, q, rp, rt, ruby, s, samp, script, search
  case section, select, slot, small, source, span, strike, strong, style, sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul
  case `var`, video, wbr, xmp

  /// The element's name in lower case.
  var name: String { Self.names[Int(rawValue)] }

  /// The bytes of the element's name in lower case.
  var nameBytes: [UInt8] { Self.bytesOfNames[Int(rawValue)] }

  // To describe a case takes a look at its type's metadata, so it is done once.
  private static let names = allCases.map { String(describing: $0) }
  private static let bytesOfNames = names.map { Array($0.utf8) }
}

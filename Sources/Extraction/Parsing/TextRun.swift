/// A run of text between two pieces of markup: where it stands in the page, as it is written there.
struct TextRun {
  var start: UInt32
  var end: UInt32
}

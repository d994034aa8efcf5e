/// An attribute of a start tag: where its value stands in the page, as it is written there.
struct TagAttribute {
  var name: AttributeName
  var start: UInt32
  var end: UInt32
}

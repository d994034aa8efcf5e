/// A date in a text for people, with what the words before it say it is.
struct ShownDate: Sendable, Equatable {
  var date: WrittenDate
  var label: DateLabel?
}

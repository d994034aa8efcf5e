/// What comes out of a run, in the order of the inputs.
enum ExtractionEvent {
  /// The outcome of an input or, between the ends of a container, of a page in it.
  case outcome(ExtractionOutcome, input: Int)
  /// The input of that number is a container, whose pages come next.
  case containerBegins(input: Int)
  /// All pages came that could be read.
  case containerEnds(input: Int, ContainerEnd)
}

import Extraction
import Intake

/// What a worker read of an input.
enum InputReading {
  /// The record of a page, and what is wrong with it in words, if there is more to say than its reason.
  case record(Record, detail: String?)
  /// The input holds several pages.
  case container(ContainerReader)
}

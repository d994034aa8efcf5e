/// A stage of the pipeline for markup, each with those before it.
///
/// What a stage costs is what a run through it costs more than a run through the one before.
public enum ExtractionStage: Int, CaseIterable, Sendable {
  /// From bytes to UTF-8: what they are, and in which encoding.
  case decode
  /// What is never text is cut out.
  case reduce
  /// libxml2's events make the block tree.
  case parse
  /// Densities, statistics, groups and distances of the blocks.
  case features
  /// Scores and roles of the blocks.
  case label
  /// Metadata, comments and the record.
  case assemble
}

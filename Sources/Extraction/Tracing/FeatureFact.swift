/// A feature of a block that counts for its role, with its value in words.
public struct FeatureFact: Sendable, Equatable {
  /// The group that the feature belongs to.
  public var group: FeatureGroup
  /// The name of the feature's column.
  public var feature: String
  /// The feature's value.
  public var value: Double
  /// What this feature alone does to the probability: the mean of what is lost when it has a typical block's
  /// value, and of what a typical block gains when it has this one.
  public var effect: Double
  /// What the value says, in words: `link density .93`.
  public var words: String
}

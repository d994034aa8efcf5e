/// How much a group of features moves the probability of a block's role.
public struct GroupEffect: Sendable, Equatable {
  /// The group.
  public var group: FeatureGroup
  /// What it adds to the probability, or takes from it: its Shapley value (Shapley 1953), so that the effects
  /// of all groups add up to what sets the block apart from a typical one.
  public var effect: Double
}

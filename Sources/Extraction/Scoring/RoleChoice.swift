/// Chooses a role for each block from the probabilities of the roles and the choice of main content.
enum RoleChoice {
  /// The probability from which a chosen block keeps a role of its own, such as that of a headline.
  ///
  /// `Scripts/model/fit.py` prints the scores at 0.5, 0.7 and 0.9.
  static let cut: Float = 0.7

  /// The most probable role of a block besides `article`.
  ///
  /// - Parameters:
  ///   - probabilities: Values of several blocks, for each those of all roles in the order of ``Role``.
  ///   - start: The index of the block's first value.
  ///   - roles: All roles.
  /// - Returns: The role and its probability.
  @inline(__always)
  static func other(
    _ probabilities: [Float], from start: Int, of roles: [Role]
  ) -> (role: Role, probability: Float) {
    var best = Int(Role.other.rawValue)
    var largest: Float = -1
    for offset in roles.indices where offset != Int(Role.article.rawValue) {
      let value = probabilities[start + offset]
      if value > largest { (best, largest) = (offset, value) }
    }
    return (roles[best], largest)
  }

  /// The role of each block: `article` where it is chosen, unless another role is more probable than the
  /// cut; elsewhere the most probable other role.
  ///
  /// - Parameters:
  ///   - others: The most probable role of each block besides `article`.
  ///   - probabilities: How probable it is.
  ///   - kept: Whether each block is chosen as main content.
  /// - Returns: One role a block.
  static func roles(_ others: [Role], _ probabilities: [Float], kept: [Bool]) -> [Role] {
    kept.indices.map { block in
      kept[block] && probabilities[block] <= cut ? .article : others[block]
    }
  }
}

/// Chooses a role for each block from the probabilities of the roles and the choice of main content.
enum RoleChoice {
  /// The probability from which a chosen block keeps a role of its own, such as that of a headline.
  ///
  /// `Scripts/model/fit.py` prints the scores at 0.5, 0.7 and 0.9.
  static let cut: Float = 0.7

  /// The role of each block: `article` where it is chosen, unless another role is more probable than the
  /// cut; elsewhere the most probable other role.
  ///
  /// - Parameters:
  ///   - probabilities: Ten values a block, in the order of ``Role``.
  ///   - kept: Whether each block is chosen as main content.
  /// - Returns: One role a block.
  static func roles(_ probabilities: [Float], kept: [Bool]) -> [Role] {
    let roles = Role.allCases
    return kept.indices.map { block in
      var best = Role.other
      var largest: Float = -1
      for (offset, role) in roles.enumerated() where role != .article {
        let value = probabilities[block * roles.count + offset]
        if value > largest { (best, largest) = (role, value) }
      }
      return kept[block] && largest <= cut ? .article : best
    }
  }
}

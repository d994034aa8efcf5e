/// Chooses a role for each block from the probabilities of the roles and the choice of main content.
enum RoleChoice {
  /// The role of each block: `article` where the block is chosen, else the most probable other role.
  ///
  /// - Parameters:
  ///   - probabilities: Ten values a block, in the order of ``Role``.
  ///   - kept: Whether each block is chosen as main content.
  /// - Returns: One role a block.
  static func roles(_ probabilities: [Float], kept: [Bool]) -> [Role] {
    let roles = Role.allCases
    return kept.indices.map { block in
      if kept[block] { return .article }
      var best = Role.other
      var largest: Float = -1
      for (offset, role) in roles.enumerated() where role != .article {
        let value = probabilities[block * roles.count + offset]
        if value > largest { (best, largest) = (role, value) }
      }
      return best
    }
  }
}

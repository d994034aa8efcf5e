extension Role {
  /// The roles that a list names: `all`, or names separated by commas.
  ///
  /// - Throws: ``UnknownRole`` with the first name that is none; an empty name is none.
  public static func set(named list: String) throws(UnknownRole) -> Set<Role> {
    if list == "all" { return Set(allCases) }
    var roles: Set<Role> = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let role = Role(name: String(name)) else { throw UnknownRole(name: String(name)) }
      roles.insert(role)
    }
    return roles
  }
}

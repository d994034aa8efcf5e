/// The version of this program.
public enum WinnowVersion {
  /// The released version, as in CHANGELOG.md.
  public static let current = "0.1.0"
}

/// Tells whether a text names the site that a page is on.
struct SiteName {
  /// The shortest squashed text that may match a part of the host; shorter ones match by chance.
  private static let minimumLength = 3

  /// The site's name, squashed.
  private let site: String?
  /// The telling label of the host, squashed: `example` of `www.example.co.uk`.
  private let hostLabel: String?

  /// The site with that name at that address, as far as they are known.
  init(site: String?, address: String?) {
    self.site = site.map(MetadataText.squashed)
    hostLabel = address.flatMap(Self.label)
  }

  /// Whether the text is the site's name, whole or shortened.
  func matches(_ text: some StringProtocol) -> Bool {
    let squashed = MetadataText.squashed(text)
    guard squashed.count >= Self.minimumLength else { return squashed == site }
    if let site, !site.isEmpty, site == squashed || site.holds(squashed) { return true }
    if let site, site.count > Self.minimumLength, squashed.hasPrefix(site) { return true }
    guard let hostLabel, hostLabel.count >= Self.minimumLength else { return false }
    return hostLabel == squashed || squashed.hasPrefix(hostLabel)
      || (hostLabel.hasPrefix(squashed) && squashed.count * 2 > hostLabel.count)
  }

  /// The longest label of the host before its top-level domain.
  private static func label(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { !"/:?#".contains($0) }
    let labels = host.split(separator: ".").dropLast().filter { $0 != "www" }
    return labels.max { $0.count < $1.count }.map { MetadataText.squashed($0) }
  }
}

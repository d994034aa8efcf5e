/// The rule that gave a block its role where no model is used.
enum RoleRule: Sendable {
  case headline
  case kept
  case tickerZone
  case captionMarkup
  case consentZone
  case commentZone
  case shareZone
  case relatedZone
  case navigationZone
  case footerLink
  case footerText
  case legalZone
  case bylineZone
  case subtitleZone
  case longLink
  case shortLink
  case figureZone
  case teaserZone
  case beforeContent
  case rest

  /// What the rule saw, in words.
  var words: String {
    switch self {
    case .headline: "the first top heading, or one that agrees with the document's title"
    case .kept: "chosen as main content"
    case .tickerZone: "inside a ticker"
    case .captionMarkup: "inside a caption element, or a class says caption"
    case .consentZone: "inside a consent notice"
    case .commentZone: "inside comments or reviews, after the content began"
    case .shareZone: "inside a part for sharing or promotion"
    case .relatedZone: "inside a part for related pages"
    case .navigationZone: "a link or a few words inside navigation or tags"
    case .footerLink: "a link in the footer"
    case .footerText: "text in the footer"
    case .legalZone: "inside a legal notice"
    case .bylineZone: "short, inside a byline"
    case .subtitleZone: "a subtitle right below the headline"
    case .longLink: "all link, and long enough for a teaser"
    case .shortLink: "all link, and as short as an item of a menu"
    case .figureZone: "inside a figure"
    case .teaserZone: "inside a teaser or an aside"
    case .beforeContent: "before the content, and nothing else fits"
    case .rest: "nothing else fits"
    }
  }
}

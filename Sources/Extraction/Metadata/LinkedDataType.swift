/// What the schema.org types say about a node's standing on its page.
enum LinkedDataType {
  /// The rank of types that can stand for a page; 0 is trusted first.
  ///
  /// 0: a text with a headline and an author. 1: a thing that a page is about, with a name of its own.
  /// 2: the page as such, whose name often carries the site's.
  private static let ranks: [String: Int] = [
    "aboutpage": 2,
    "advertisercontentarticle": 0,
    "analysisnewsarticle": 0,
    "article": 0,
    "askpublicnewsarticle": 0,
    "backgroundnewsarticle": 0,
    "blogposting": 0,
    "book": 1,
    "checkoutpage": 2,
    "collectionpage": 2,
    "contactpage": 2,
    "course": 1,
    "creativework": 1,
    "dataset": 1,
    "discussionforumposting": 0,
    "event": 1,
    "faqpage": 2,
    "howto": 1,
    "itempage": 2,
    "jobposting": 1,
    "learningresource": 1,
    "liveblogposting": 0,
    "medicalscholarlyarticle": 0,
    "medicalwebpage": 2,
    "movie": 1,
    "newsarticle": 0,
    "opinionnewsarticle": 0,
    "podcastepisode": 1,
    "product": 1,
    "productgroup": 1,
    "profilepage": 2,
    "qapage": 2,
    "question": 1,
    "recipe": 1,
    "report": 0,
    "reportagenewsarticle": 0,
    "reviewnewsarticle": 0,
    "satiricalarticle": 0,
    "scholarlyarticle": 0,
    "searchresultspage": 2,
    "socialmediaposting": 0,
    "softwareapplication": 1,
    "techarticle": 0,
    "videoobject": 1,
    "webpage": 2,
  ]

  /// Types of nodes that name the site, sorted.
  private static let sites: Set<String> = [
    "corporation",
    "localbusiness",
    "newsmediaorganization",
    "organization",
    "website",
  ]

  /// The rank of a type, or `nil` when a node of it never stands for a page.
  static func rank(of type: String) -> Int? { ranks[type] }

  /// Whether a node of that type names the site.
  static func isSite(_ type: String) -> Bool { sites.contains(type) }
}

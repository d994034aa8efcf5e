/// The tokens of addresses that hint at what they lead to.
///
/// They are the words that site software puts into addresses whatever the language of the page, and the
/// names of the services that pages are shared on.
enum LinkHintTokens {
  /// The tokens and their hints.
  static let table: NameTable = {
    var bits: [String: UInt64] = [:]
    for group in groups {
      for token in group.tokens.split(separator: " ") {
        bits[String(token), default: 0] |= UInt64(group.hint.rawValue)
      }
    }
    return NameTable(bits.map { (name: $0.key, value: $0.value) })
  }()

  private static let groups: [(hint: LinkHints, tokens: String)] = [
    (
      .account,
      "account accounts join login logout my myaccount password profile register signin signup user wishlist"
    ),
    (
      .article,
      "archive archives article articles blog blogs entry insights magazine news opinion post posts press recipe recipes stories story"
    ),
    (
      .author,
      "author authors byline contributor contributors member members people profile staff user users writer"
    ),
    (
      .category,
      "categories category channel section sections tag tags topic topics browse collections collection catalog brand brands department"
    ),
    (.comment, "comment comments commentid disqus reply replytocom respond response responses"),
    (
      .documentation,
      "api apidocs developer developers doc docs documentation faq guide guides help howto kb learn manual reference sdk support tutorial tutorials wiki"
    ),
    (
      .forum,
      "answers board boards communities community discuss discussion discussions forum forums question questions showthread thread threads viewforum viewtopic"
    ),
    (
      .legal,
      "accessibility conditions cookie cookies copyright disclaimer dmca gdpr imprint impressum legal license licenses policies policy privacy terms tos"
    ),
    (.listing, "best directory event events find jobs listing listings results vacancies"),
    (
      .newsletter,
      "alerts newsletter newsletters optin rss feed subscribe subscription subscriptions"
    ),
    (.pagination, "next page pages pagenum paged prev previous"),
    (
      .product,
      "addtocart basket buy cart checkout dp item items pd product products sale shop sku store"
    ),
    (
      .promotion,
      "ads advertise advertising affiliate app apps campaign deals donate donation download gift itunes membership offer offers partner play premium pricing promo sponsor sponsored utm"
    ),
    (.search, "find search query"),
    (
      .service,
      "about capabilities careers company consulting contact industries platform practice service services solution solutions team"
    ),
    (
      .share,
      "bluesky facebook flipboard instagram intent linkedin mastodon pinterest print reddit share sharer snapchat telegram threads tiktok tumblr twitter vk weibo whatsapp xing youtube"
    ),
  ]
}

/// The tokens of class, id and role attributes that hint at something.
///
/// A token is a run of ASCII letters; a capital after a small letter begins a new one. The words are those
/// that content management systems and style libraries use in markup whatever the language of the page.
enum ClassHintTokens {
  /// The tokens and their hints.
  static let table: NameTable = {
    var bits: [String: UInt64] = [:]
    for group in groups {
      for token in group.tokens.split(separator: " ") {
        bits[String(token), default: 0] |= group.hint.rawValue
      }
    }
    return NameTable(bits.map { (name: $0.key, value: $0.value) })
  }()

  /// The name of the hint of a bit.
  static func name(ofBit bit: Int) -> String { names[bit] }

  private static let names = [
    "navigation", "header", "footer", "sidebar", "comment", "related", "share",
    "promotion", "advertisement", "newsletter", "consent", "caption", "byline", "date",
    "title", "subtitle", "article", "content", "ticker", "gallery", "meta",
    "tag", "forum", "product", "teaser", "overlay", "legal", "contents",
    "search", "pagination", "account", "review", "list", "quote", "code",
    "hidden", "form", "user", "specification", "message",
  ]

  private static let groups: [(hint: ClassHints, tokens: String)] = [
    (.account, "account login logout register signin signout"),
    (
      .advertisement,
      "ad adbox ads adsense adslot advert advertisement adverts adwrap banner dfp gpt"
    ),
    (.article, "article articles blogpost entry post posts hentry news newsarticle single story"),
    (
      .byline,
      "author authors byline contributor creator posted publish published publisher reporter vcard writer writers"
    ),
    (.caption, "caption captions credit credits figcaption imagecaption photocredit"),
    (.code, "code codehilite highlight hljs prettyprint snippet"),
    (
      .comment,
      "comment commentlist commenter comments commenttext discussion disqus respond response responses replies reply"
    ),
    (.consent, "ccpa consent cookie cookiebar cookies gdpr onetrust"),
    (.content, "body bodytext content copy main maincontent prose richtext rte text wysiwyg"),
    (.contents, "contents toc tableofcontents"),
    (.date, "date dates dateline datetime published pubdate time timeago timestamp updated"),
    (.footer, "bottom colophon contentinfo foot footer footnav"),
    (.form, "checkbox field fieldset form input wpcf"),
    (
      .forum,
      "answer answers forum forums phpbb question questions qa reply thread threads topic topics vbulletin"
    ),
    (.gallery, "carousel gallery lightbox slick slide slider slides slideshow swiper"),
    (.header, "banner head header masthead topbar"),
    (.hidden, "hidden hide offscreen screenreader sr visuallyhidden"),
    (.legal, "copyright disclaimer disclaimers imprint legal license privacy terms"),
    (.list, "feed grid items list listing listings results rows"),
    (.message, "alert error message msg notice notification warning"),
    (.meta, "details info meta metadata"),
    (
      .navigation,
      "breadcrumb breadcrumbs breadcrumbwrap crumb crumbs dropdown megamenu menu menus menuitem nav navbar navigation navlist navmenu sitemap skip submenu subnav tabs topnav"
    ),
    (.newsletter, "mailchimp mailinglist newsletter optin signup subscribe subscription"),
    (.overlay, "dialog drawer flyout lightbox modal offcanvas overlay popover popup toast tooltip"),
    (.pagination, "next older newer page pages pagenav pager pagination paging prev previous"),
    (
      .product,
      "addtocart basket buy cart checkout offer price pricing prices product products shop sku woocommerce"
    ),
    (
      .promotion,
      "affiliate app callout campaign cta donate donation donations membership paywall promo promos promoted promotion promotional sponsor sponsored sponsors"
    ),
    (.quote, "blockquote pullquote quote quotes"),
    (
      .related,
      "also latest more mostread popular readmore readnext recent recirc recirculation recommend recommendation recommendations recommended related relatedposts suggested similar suggestions taboola outbrain trending youmaylike"
    ),
    (.review, "rating ratings review reviews score stars testimonial testimonials votes"),
    (.search, "search searchbar searchbox searchform"),
    (
      .share,
      "addthis addtoany facebook follow instagram like likes linkedin pinterest print share sharebar shareaholic sharedaddy sharethis sharing social socials tweet twitter whatsapp youtube"
    ),
    (.sidebar, "aside complementary rail rightbar rightcol sidebar sidebars side widget widgets"),
    (.specification, "attributes features parameters spec specification specifications specs"),
    (
      .subtitle,
      "abstract deck dek excerpt intro kicker lead lede sapo standfirst strapline subhead subheading subheadline subtitle summary teaser"
    ),
    (
      .tag,
      "categories category categorylist keyword keywords label labels tag tagcloud taglist tags taxonomy terms topics"
    ),
    (.teaser, "box card cards item promobox teasers thumb thumbnail tile tiles"),
    (
      .ticker,
      "breaking crypto currency exchange forex fx index indices livescore market markets marquee quotes scoreboard scores stock stocks symbol ticker tickers weather"
    ),
    (.title, "headline headlines heading title titles"),
    (.user, "avatar bio member nickname profile signature user username userinfo"),
  ]
}

import Evaluation
import Extraction
import Testing

struct PageScoreTests {
  private static func reference() -> ReferencePage {
    var page = ReferencePage(id: "page")
    page.text = "one two three"
    page.title = "The Title"
    page.author = "Ann Lee"
    page.published = "2024-05-06"
    page.pageType = "article"
    page.language = "en-GB"
    page.required = ["Two Three"]
    page.forbidden = ["menu", "three"]
    page.blocks = [
      LabelledText(role: .title, text: "The Title"),
      LabelledText(role: .article, text: "one two three"),
    ]
    return page
  }

  @Test func rightPredictionIsRightInAll() {
    var prediction = Prediction()
    prediction.text = "One two three"
    prediction.title = "the title!"
    prediction.author = "Lee, Ann"
    prediction.published = "2024-05-06T10:00:00Z"
    prediction.pageType = "article"
    prediction.language = "en"
    prediction.blocks = Self.reference().blocks
    let score = PageScore(of: prediction, for: Self.reference())
    #expect(score.text?.f1 == 1)
    #expect(score.isTitleRight == true)
    #expect(score.authorF1 == 1)
    #expect(score.isDayRight == true)
    #expect(score.isTypeRight == true)
    #expect(score.isLanguageRight == true)
    #expect(score.roleAccuracy == 1)
    #expect(score.kept == 1)
    #expect(score.leaked == 0.5)
  }

  @Test func emptyPredictionIsWrongWhereSomethingIsKnown() {
    let score = PageScore(of: Prediction(), for: Self.reference())
    #expect(score.text?.f1 == 0)
    #expect(score.isTitleRight == false)
    #expect(score.authorF1 == 0)
    #expect(score.isDayRight == false)
    #expect(score.kept == 0)
    // An extractor without types and roles is not wrong about them.
    #expect(score.isTypeRight == nil)
    #expect(score.roles == nil)
  }

  @Test func whatTheReferenceDoesNotKnowIsNotMeasured() {
    var prediction = Prediction()
    prediction.title = "some title"
    prediction.text = "some text"
    let score = PageScore(of: prediction, for: ReferencePage(id: "page"))
    #expect(score == PageScore(id: "page"))
  }

  @Test func confusionSharesOutWhatIsLeft() {
    var prediction = Prediction()
    prediction.blocks = [
      LabelledText(role: .article, text: "one two"), LabelledText(role: .promo, text: "three new"),
      LabelledText(role: .title, text: "The"),
    ]
    let confusion = PageScore(of: prediction, for: Self.reference()).confusion
    let article = Int(Role.article.rawValue)
    #expect(confusion?.words(of: article, foundAs: article) == 2)
    #expect(confusion?.words(of: article, foundAs: Int(Role.promo.rawValue)) == 1)
    #expect(confusion?.words(of: RoleConfusion.none, foundAs: Int(Role.promo.rawValue)) == 1)
    #expect(confusion?.words(of: Int(Role.title.rawValue), foundAs: RoleConfusion.none) == 1)
    #expect(confusion?.words.reduce(0, +) == 6)
  }
}

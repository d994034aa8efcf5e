import Testing

@testable import Extraction

struct PlainTextLabellerTests {
  @Test(arguments: [
    LabelledDump.quotesBeforeANewsItem, .dispatchWithTeasers, .essayWithSubheadings,
    .articleWithComments, .priceList, .oneLine, .empty,
  ])
  func linesOfADumpHaveTheirRoles(_ dump: LabelledDump) {
    let read = ReadText(dump.text)
    let roles = PlainTextLabeller.roles(read.tree, read.features)
    #expect(roles.count == dump.roles.count)
    for (index, (found, expected)) in zip(roles, dump.roles).enumerated() {
      #expect(found == expected, "\(read.texts[index])")
    }
  }
}

extension LabelledDump {
  /// Quotes, a headline, captions printed twice, and links between the paragraphs; German.
  static let quotesBeforeANewsItem = LabelledDump(
    "quotes before a news item",
    """
    ticker| NORDKALK 88,12 gestiegen ▲ 1,04 (1,19%)
    ticker| HAFENBAU 12,70 gefallen ▼ -0,33 (-2,53%)
    ticker| WERFT 7,05 unverändert 0,00 (0%)
    ticker| SEILBAHN 143,90 gestiegen ▲ 2,15 (1,52%)
    ticker| INDEX40 9.114 gefallen -22,8 (-0,25%)
    navigation| Wirtschaft

    title| Neue Fähre verbindet die drei Inseln ab dem Frühjahr

    byline| Veröffentlicht am 4. Februar 2023
    caption| Die Fähre liegt zur Probe im Hafen der größten Insel
    caption| Die Fähre liegt zur Probe im Hafen der größten Insel

    article| Die neue Fähre soll vom Frühjahr an dreimal am Tag zwischen den Inseln fahren, wie die Reederei mitteilte.

    article| Das Schiff fasst sechzig Wagen und wurde in zwei Jahren gebaut. Die Kosten stiegen dabei um ein Fünftel.

    related| Warum die alte Fähre im vergangenen Winter so oft ausfiel

    article| Auf den Inseln wird die Verbindung lange erwartet, weil der Weg über das Festland einen halben Tag dauert.

    article| Der Fahrplan wird im kommenden Monat veröffentlicht.
    """)

  /// A dispatch, its source, and a list of others whose headlines stand there twice; Spanish.
  static let dispatchWithTeasers = LabelledDump(
    "dispatch with teasers",
    """
    navigation| Agencia del Valle

    title| Declaración del consejo sobre el nuevo puente del valle

    byline| Fecha: 12/09/2021 | Fuente: Agencia del Valle

    article| El consejo aprobó el martes la construcción del puente que unirá las dos orillas del río.

    article| La obra durará tres años y dará trabajo a doscientas personas de la comarca, según la declaración.

    byline| www.agencia.example (12.9.2021)

    related| Más noticias de la agencia

    related| Abre la feria del libro

    related| Abre la feria del libro

    related| La feria reúne este año a cuarenta editoriales de la región y a sus lectores en la

    related| 3 octubre 2021

    related| La feria reúne este año a cuarenta editoriales de la región y a sus lectores en la

    related| Cierra el paso de montaña

    related| Cierra el paso de montaña

    related| El paso quedará cerrado hasta la primavera por la nieve que cayó durante la noche sobre

    related| 2 octubre 2021

    related| El paso quedará cerrado hasta la primavera por la nieve que cayó durante la noche sobre
    """)

  /// A title, a line of date, and prose under short headings.
  static let essayWithSubheadings = LabelledDump(
    "essay with subheadings",
    """
    title| On keeping bees in a cold country

    byline| May 2019

    article| Bees do not sleep through the winter. They gather in a ball around their queen and shiver to stay warm.

    article| The first winter

    article| My first hive died in February. I had fed it too late, and the honey they had stored was not enough.

    article| What the neighbours said:

    article| An old man up the road told me that he wraps his hives in straw. I laughed at him, and I was wrong.

    article| The second winter

    article| Straw keeps the wind out and lets the damp go. In March the bees flew over the snow, and I cheered.
    """)

  /// An article and what its readers say.
  static let articleWithComments = LabelledDump(
    "article with comments",
    """
    title| Town library opens its doors again

    article| The town library opened on Monday after four years of repairs, with a party for its readers.

    article| The roof, which had leaked since the great storm, is new, and so are the windows on the square.

    comment| Comments (2)

    comment| Anna

    comment| I was there and it was a lovely party, thank you to all who helped.

    comment| Ben

    comment| About time!
    """)

  static let priceList = LabelledDump(
    "price list",
    """
    article| Apples
    article| Pears
    article| Plums
    """)

  static let oneLine = LabelledDump("one line", "article| Only this line.")

  static let empty = LabelledDump("empty", "")
}

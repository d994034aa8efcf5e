import Extraction
import Testing

struct LanguageDeclarationTests {
  @Test(arguments: [
    (#"<html xml:lang="de"><body><p>x"#, "de"),
    (#"<html lang="fr" xml:lang="de"><body><p>x"#, "fr"),
    (
      #"<html><head><meta http-equiv="Content-Language" content="pt-br"></head><body><p>x"#, "pt-BR"
    ),
  ])
  func languageIsRead(page: String, language: String) {
    let source = SourceDescription(name: "a.html", byteCount: page.utf8.count, sha256: "")
    let record = Extractor().record(of: Array(page.utf8).span, id: "a", source: source)
    #expect(record.metadata.language == language)
  }
}

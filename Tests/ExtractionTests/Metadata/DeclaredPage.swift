@testable import Extraction

/// A page whose declarations and outline a test writes down.
struct DeclaredPage {
  var declarations = PageDeclarations()
  var outline = PageOutline()

  var metadata: Metadata { MetadataReader().read(declarations, outline: outline) }
}

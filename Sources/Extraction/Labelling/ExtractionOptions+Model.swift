extension ExtractionOptions {
  /// What records call the labelling that the options ask for: a model's name, or `rules`.
  package var modelName: String {
    usesModel ? TreeEnsemble.modelName : PageLabeller.rulesName
  }
}

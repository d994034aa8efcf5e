/// The style sheets and scripts of pages, embedded from the files of `Assets/`.
enum Assets {
  static let base = String(decoding: PackageResources.base_css, as: UTF8.self)
  static let explanationStyle = String(decoding: PackageResources.explanation_css, as: UTF8.self)
  static let explanationScript = String(decoding: PackageResources.explanation_js, as: UTF8.self)
  static let reportStyle = String(decoding: PackageResources.report_css, as: UTF8.self)
}

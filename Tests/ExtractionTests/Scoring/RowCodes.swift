@testable import Extraction

extension [Float] {
  /// The code of a column of this row of the feature table and the context after it.
  func code(ofColumn column: Int) -> UInt8 {
    let columns = FeatureLayout.columns + FeatureLayout.contextColumns
    guard let scale = FeatureLayout.scale(of: columns[column].source) else {
      return UInt8(self[column])
    }
    return ValueScale(scale).code(self[column])
  }
}

internal import CModel

/// The edges that the fit put between the values of one kind; a value's code is the number of edges under it.
@safe
struct ValueScale {
  private let edges: UnsafePointer<Float>
  private let edgeCount: Int32

  /// The edges that a code can count, as it can be packed into a signed byte.
  private static let mostEdges = 127

  /// The scale of that number (``FeatureLayout/Scales``).
  init(_ index: Int) {
    precondition((0..<FeatureLayout.Scales.count).contains(index), "a scale of the layout")
    unsafe edges = unsafe winnow_scale(Int32(index))
    edgeCount = winnow_edge_end(Int32(index)) - (index == 0 ? 0 : winnow_edge_end(Int32(index - 1)))
    precondition(edgeCount <= Self.mostEdges, "codes are signed bytes to vectors")
  }

  /// Codes some values.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - count: How many there are.
  ///   - codes: Room for as many codes.
  ///   - isPortable: Whether the vectors of this processor are left alone, which gives the same codes.
  func code(
    _ values: UnsafePointer<Float>, count: Int, to codes: UnsafeMutablePointer<UInt8>,
    isPortable: Bool = false
  ) {
    unsafe winnow_code_values(values, Int32(count), edges, edgeCount, codes, isPortable)
  }

  /// The code of one value.
  func code(_ value: Float) -> UInt8 {
    var value = value
    var code: UInt8 = 0
    unsafe winnow_code_values(&value, 1, edges, edgeCount, &code, false)
    return code
  }
}

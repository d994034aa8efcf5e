package import Intake

extension IntakeLimits {
  /// The limits for inputs that were read under these or the default ones: the greater of each.
  ///
  /// `winnow extract` has the default ones, and those of the daemon may have been lowered since.
  package var forVerification: IntakeLimits {
    let standard = IntakeLimits()
    var limits = self
    limits.fileBytes = max(fileBytes, standard.fileBytes)
    limits.containerBytes = max(containerBytes, standard.containerBytes)
    limits.decompressedBytes = max(decompressedBytes, standard.decompressedBytes)
    limits.decompressionRatio = max(decompressionRatio, standard.decompressionRatio)
    return limits
  }
}

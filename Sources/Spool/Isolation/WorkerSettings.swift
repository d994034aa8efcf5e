package import Extraction
package import Intake

/// What a worker is told before its first page.
package struct WorkerSettings: Equatable, Sendable {
  /// How much of a file is read.
  package var intake = IntakeLimits()
  /// What the records hold.
  package var extraction = ExtractionOptions()
  /// The level of zstd, 1 to 19.
  package var compressionLevel = 3
  /// The most bytes of a record as JSON.
  package var outputBytes = SpoolLimits.defaultOutputBytes
  /// The most bytes a worker may map beyond what it has when it is ready.
  package var memoryBytes = SpoolLimits.defaultMemoryBytes
  /// Seconds of processor time for a page, and of wall time.
  package var seconds = SpoolLimits.defaultSeconds
  /// Seconds between two signs of life.
  package var silentSeconds = SpoolLimits.defaultSilentSeconds
  /// Whether pages may ask the worker to misbehave; see ``Misbehaviour``.
  package var misbehaves = false

  /// The default settings.
  package init() {}

  /// The settings as a message.
  package var message: [UInt8] {
    var writer = MessageWriter()
    writer.integer(intake.fileBytes)
    writer.integer(intake.decompressedBytes)
    writer.integer(intake.decompressionRatio)
    writer.integer(intake.ratioFreeBytes)
    writer.integer(intake.compressionDepth)
    writer.integer(intake.containerBytes)
    writer.integer(extraction.nodeLimit)
    writer.integer(extraction.depthLimit)
    writer.integer(extraction.includesPaths ? 1 : 0)
    writer.integer(extraction.usesModel ? 1 : 0)
    writer.integer(Int(extraction.precisionBias.bitPattern))
    writer.array(Role.allCases.filter(extraction.roles.contains).map(\.rawValue))
    writer.integer(compressionLevel)
    writer.integer(outputBytes)
    writer.integer(memoryBytes)
    writer.integer(seconds)
    writer.integer(silentSeconds)
    writer.integer(misbehaves ? 1 : 0)
    return writer.finish()
  }

  /// The settings in a message.
  package init(message: [UInt8]) throws(ChannelError) {
    var reader = MessageReader(message)
    intake.fileBytes = try reader.integer()
    intake.decompressedBytes = try reader.integer()
    intake.decompressionRatio = try reader.integer()
    intake.ratioFreeBytes = try reader.integer()
    intake.compressionDepth = try reader.integer()
    intake.containerBytes = try reader.integer()
    extraction.nodeLimit = try reader.integer()
    extraction.depthLimit = try reader.integer()
    extraction.includesPaths = try reader.flag()
    extraction.usesModel = try reader.flag()
    extraction.precisionBias = Float(
      bitPattern: UInt32(truncatingIfNeeded: try reader.integer()))
    extraction.roles = Set(try reader.array().compactMap(Role.init(rawValue:)))
    compressionLevel = try reader.integer()
    outputBytes = try reader.integer()
    memoryBytes = try reader.integer()
    seconds = try reader.integer()
    silentSeconds = try reader.integer()
    misbehaves = try reader.flag()
    try reader.finish()
  }
}

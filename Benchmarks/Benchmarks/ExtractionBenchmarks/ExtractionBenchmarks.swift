import Benchmark
import Extraction

/// Bytes of the page read.
private let bytesIn = BenchmarkMetric.custom(
  "Bytes in", polarity: .prefersLarger, useScalingFactor: false)
/// Blocks of the record.
private let blocksOut = BenchmarkMetric.custom(
  "Blocks out", polarity: .prefersLarger, useScalingFactor: false)
/// Words of the article.
private let articleWords = BenchmarkMetric.custom(
  "Article words", polarity: .prefersLarger, useScalingFactor: false)

/// The whole extraction of single pages: bytes in memory to record in memory.
///
/// The counts of bytes, blocks and words are the same in each run of the same code, so a change of them is a
/// change of behaviour; times are not and are for comparing on one quiet machine.
let benchmarks: @Sendable () -> Void = {
  addStages()
  for page in CorpusPage.all {
    Benchmark(
      "Extraction.\(page.name)",
      configuration: .init(
        metrics: [.wallClock, .throughput, bytesIn, blocksOut, articleWords],
        warmupIterations: 20, maxDuration: .seconds(5), maxIterations: 2_000)
    ) { benchmark in
      let bytes = try page.bytes()
      let source = SourceDescription(name: page.name, byteCount: bytes.count, sha256: "")
      var options = ExtractionOptions()
      options.roles = Set(Role.allCases)
      let extractor = Extractor(options: options)
      for _ in benchmark.scaledIterations {
        benchmark.startMeasurement()
        let record = extractor.record(of: bytes.span, id: page.name, source: source)
        benchmark.stopMeasurement()
        benchmark.measurement(bytesIn, bytes.count)
        benchmark.measurement(blocksOut, record.blocks.count)
        benchmark.measurement(articleWords, record.wordCounts[Int(Role.article.rawValue)])
      }
    }
  }
}

/// The pipeline through each of its stages: a stage costs what its run costs more than the one before.
private func addStages() {
  for page in CorpusPage.all {
    for stage in ExtractionStage.allCases {
      Benchmark(
        "Through \(stage).\(page.name)",
        configuration: .init(
          metrics: [.wallClock, .throughput, bytesIn], warmupIterations: 20,
          maxDuration: .seconds(2), maxIterations: 2_000)
      ) { benchmark in
        let bytes = try page.bytes()
        let extractor = Extractor()
        for _ in benchmark.scaledIterations {
          benchmark.startMeasurement()
          extractor.run(bytes.span, through: stage)
          benchmark.stopMeasurement()
          benchmark.measurement(bytesIn, bytes.count)
        }
      }
    }
  }
}

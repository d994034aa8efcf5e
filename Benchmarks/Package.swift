// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "winnow-benchmarks",
  dependencies: [
    // Without its default traits: jemalloc would have to be installed to count allocations.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    .package(name: "winnow", path: "../"),
  ],
  targets: [
    .executableTarget(
      name: "ExtractionBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Extraction", package: "winnow"),
      ],
      path: "Benchmarks/ExtractionBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)

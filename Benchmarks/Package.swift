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
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),

    // libxml2 building a document, which is what the whole extraction is measured against.
    .systemLibrary(
      name: "CBenchmarkLibXML2", path: "Benchmarks/CBenchmarkLibXML2", pkgConfig: "libxml-2.0"),
    .target(
      name: "CDocumentBuild", dependencies: ["CBenchmarkLibXML2"], path: "Benchmarks/CDocumentBuild"
    ),
    // The whole extraction of a folder of pages, and libxml2's documents of them, in turns.
    .executableTarget(
      name: "WholePages",
      dependencies: [
        "CDocumentBuild",
        .product(name: "Extraction", package: "winnow"),
        .product(name: "RecordEncoding", package: "winnow"),
      ],
      path: "Benchmarks/WholePages"),
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

// Every target is checked alike: Swift 6 concurrency, explicit `any`, imports internal unless said
// otherwise, members visible only from imported modules, every unsafe use marked, no warning left.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "winnow",
  products: [
    .library(name: "Extraction", targets: ["Extraction"]),
    .library(name: "RecordEncoding", targets: ["RecordEncoding"]),
    .executable(name: "winnow", targets: ["winnow"]),
    .executable(name: "winnowd", targets: ["winnowd"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // No traits: the file is read by Yams, with the line of each key; this lays the sources in order.
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The three C libraries, as Debian packages them.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

    // The legacy character encodings as C arrays, which compile faster than Swift ones.
    .target(name: "CEncodingTables"),
    // Functions of Linux that the Swift importer does not see.
    .systemLibrary(name: "CLinux"),

    // Starting, feeding and confining worker processes: what Swift cannot express of Linux.
    .target(name: "CWorker"),

    // The fitted trees, made by Scripts/model/fit.py.
    .target(name: "CModel", exclude: ["model.json"]),

    // The medians that features are compared with to explain a decision, made with
    // the trees.
    .target(name: "CTypicalBlock"),

    // Text forms of data: reading objects of JSON and Base64, writing hexadecimal digits.
    .target(name: "TextCoding", swiftSettings: settings),
    // Files that are whole and on stable storage before they have their names.
    .target(
      name: "DurableFiles",
      dependencies: ["CLinux", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: settings),

    // The pure core: bytes in, record out. No files, clock, Dispatch, Foundation or logging.
    .target(
      name: "Extraction",
      dependencies: [
        "CEncodingTables", "CLibXML2", "CModel", "CTypicalBlock",
        .product(name: "BasicContainers", package: "swift-collections"),
      ],
      swiftSettings: settings),
    // Records to JSON, text, Markdown and HTML; zstd frames.
    .target(
      name: "RecordEncoding", dependencies: ["Extraction", "CZstd"], swiftSettings: settings),
    // How well an extractor read pages: figures, intervals, comparisons. No files or clock.
    .target(name: "Evaluation", dependencies: ["Extraction"], swiftSettings: settings),
    // Benchmarks and explanations to tables, JSON and HTML.
    .target(
      name: "Reporting",
      dependencies: [
        "Evaluation", "Extraction", "RecordEncoding",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [
        .embedInCode("Assets/base.css"), .embedInCode("Assets/explanation.css"),
        .embedInCode("Assets/explanation.js"), .embedInCode("Assets/report.css"),
      ],
      swiftSettings: settings),
    // Compressed files and containers to documents.
    .target(
      name: "Intake",
      dependencies: [
        "Extraction", "TextCoding", "CZlib", "CZstd",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    // What an operator may set, and where each value comes from. Bytes, environment and flags in, values or
    // problems out: no files or clock.
    .target(
      name: "Settings",
      dependencies: [
        "Extraction",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    // Pages as lines of JSON, to records.
    .target(
      name: "Streaming", dependencies: ["Extraction", "Intake", "TextCoding"],
      swiftSettings: settings),
    // Records packed into shards of zstd frames, with a manifest.
    .target(
      name: "Packing",
      dependencies: [
        "DurableFiles", "Extraction", "RecordEncoding", "TextCoding",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    // The watch folder: a pure state machine in a Dispatch shell.
    .target(
      name: "Spool",
      dependencies: [
        "DurableFiles", "Extraction", "Intake", "RecordEncoding", "Settings", "TextCoding",
        "CWorker", "CZstd",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),

    // The operator's side of the watch folder: how it stands, failed inputs, checks of the outbox.
    .target(
      name: "Operation",
      dependencies: [
        "DurableFiles", "Extraction", "Intake", "Packing", "RecordEncoding", "Spool", "CZstd",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      resources: [.embedInCode("Verification/winnow.record.1.schema.json")],
      swiftSettings: settings),

    // The commands: they parse arguments and print, nothing else.
    .executableTarget(
      name: "winnow",
      dependencies: [
        "DurableFiles", "Evaluation", "Extraction", "Intake", "Operation", "Packing",
        "RecordEncoding", "Reporting", "Settings", "Spool", "Streaming", "TextCoding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "winnowd",
      dependencies: [
        "Extraction", "Intake", "Settings", "Spool",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),

    // What several test targets share: corpus pages, trees from indented text.
    .target(
      name: "TestSupport", dependencies: ["Evaluation", "Extraction"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "ExtractionTests",
      dependencies: [
        "CLibXML2", "Evaluation", "Extraction", "TestSupport",
        .product(name: "BasicContainers", package: "swift-collections"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Scoring/TrainerProbabilities.json"], swiftSettings: settings),
    .testTarget(
      name: "RecordEncodingTests",
      dependencies: ["Operation", "RecordEncoding", "CZstd", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation", "Extraction"], swiftSettings: settings),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Evaluation", "Extraction", "Reporting", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "CZlib", "CZstd", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .testTarget(name: "TextCodingTests", dependencies: ["TextCoding"], swiftSettings: settings),
    .testTarget(name: "SettingsTests", dependencies: ["Settings"], swiftSettings: settings),
    .testTarget(
      name: "StreamingTests", dependencies: ["Extraction", "Streaming"], swiftSettings: settings),
    .testTarget(
      name: "PackingTests",
      dependencies: [
        "CZstd", "Packing", "RecordEncoding",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SpoolTests",
      dependencies: [
        "DurableFiles", "Extraction", "Intake", "Settings", "Spool", "TestSupport", "winnowd",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "OperationTests",
      dependencies: [
        "DurableFiles", "Extraction", "Intake", "Operation", "Packing", "RecordEncoding", "Spool",
        "CZstd", "winnow", "winnowd",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    // Runs the built command, as a user would.
    .testTarget(name: "WinnowTests", dependencies: ["winnow"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzz targets are built apart, with instrumentation that no other build has: `make fuzz`.
if Context.environment["WINNOW_FUZZ"] != nil {
  package.products.append(
    .library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"]))
  package.targets.append(
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Extraction", "Intake", "Packing", "RecordEncoding", "Settings", "Spool", "Streaming",
        "TextCoding",
      ],
      path: "Tests/Fuzz",
      exclude: ["README.md", "data.dict", "html.dict", "Link.swift", "run.sh", "seeds.py"],
      swiftSettings: settings))
}

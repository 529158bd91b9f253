// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: a Swift module in `Sources/<storey>/<name>`.
func room(_ storey: String, _ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/\(storey)/\(name)", swiftSettings: strict)
}

/// A room with files that are copied beside the programme.
func room(_ storey: String, _ name: String, _ dependencies: [Target.Dependency], copying files: String) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(storey)/\(name)",
        resources: [.copy(files)], swiftSettings: strict)
}

/// A C library of the system.
func library(_ name: String, _ pkgConfig: String, _ apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/Drivers/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A small C target over a library whose functions Swift cannot see.
func shim(_ name: String, linking libraries: [String], _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/Drivers/\(name)",
        linkerSettings: libraries.map { .linkedLibrary($0) })
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], excluding files: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, path: "Tests/\(name)Tests",
        exclude: files, swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")

let core: [Target] = [
    room("Core", "Primitives"),
    room("Core", "Storage", ["Primitives"]),
    room("Core", "Blobs", ["Primitives"]),
    room("Core", "Policy", ["Primitives", crypto, .product(name: "Yams", package: "Yams")]),
    room("Core", "Vault", ["Primitives", "Storage", "Blobs", crypto]),
    room("Core", "Ledger", ["Primitives", "Storage", crypto]),
]

let drivers: [Target] = [
    library("CPostgres", "libpq", "libpq-dev"),
    library("CSodium", "libsodium", "libsodium-dev"),
    library("CQREncode", "libqrencode", "libqrencode-dev"),
    shim("CCurl", linking: ["curl"]),
    shim("CMachine", linking: []),
    room("Drivers", "Machine", ["Primitives", "CMachine"]),
    shim("CImaging", linking: ["seccomp"], ["CVips"]),
    library("CVips", "vips", "libvips-dev"),
    library("CTesseract", "tesseract", "libtesseract-dev"),
    library("CGMime", "gmime-3.0", "libgmime-3.0-dev"),
    shim("CMail", linking: [], ["CGMime"]),
    room("Drivers", "SQLite", ["Primitives", "Storage", metrics, .product(name: "GRDB", package: "GRDB.swift")]),
    room("Drivers", "Postgres", ["Primitives", "Storage", "CPostgres"]),
    shim("CFolderBlobs", linking: []),
    room("Drivers", "FolderBlobs", ["Primitives", "Blobs", "CFolderBlobs"]),
    room("Drivers", "Outgoing", [httpClient]),
    room("Drivers", "S3", ["Primitives", "Blobs", "Outgoing", crypto, metrics, httpClient]),
    room("Drivers", "KeyService", ["Primitives", "Outgoing", httpClient]),
    room("Drivers", "WitnessClient", ["Primitives", "Outgoing", httpClient]),
    room("Drivers", "Age", ["Primitives", "Machine"]),
    room("Drivers", "Sending", ["Primitives", "CCurl"]),
    room("Drivers", "Passwords", ["Primitives", "CSodium"]),
    library("CZlib", "zlib", "zlib1g-dev"),
    room("Drivers", "Gzip", ["Primitives", "CZlib"]),
    library("CArchive", "libarchive", "libarchive-dev"),
    room("Drivers", "Zipping", ["Primitives", "CArchive"]),
    room("Drivers", "QRCode", ["Primitives", "CQREncode"]),
    room("Drivers", "Imaging", ["Primitives", "Machine"]),
    room("Drivers", "Monitoring", ["Primitives", metrics, logging]),
]

let processing: [Target] = [
    room("Processing", "Permits", ["Primitives", "Policy", "Vault", "Ledger", "Storage", "Blobs", crypto]),
    room("Processing", "Access", ["Primitives", "Storage", "Permits", "Policy", "Ledger", "Messages", crypto]),
    room("Processing", "Messages", ["Primitives", "Storage", "Permits", "Policy", "Ledger"]),
    room("Processing", "Consents", ["Primitives", "Storage", "Permits", "Policy", "Ledger", "Messages", crypto]),
    room("Processing", "Deadlines", ["Primitives", "Storage", "Permits", "Policy", crypto]),
    room(
        "Processing", "Registration",
        ["Primitives", "Storage", "Permits", "Policy", "Ledger", "Consents", "Messages", "Access", "Deadlines"]),
    room(
        "Processing", "Disclosures",
        ["Primitives", "Storage", "Permits", "Policy", "Access", "Messages", "Registration", "Deadlines"]),
    room(
        "Processing", "Documents",
        ["Primitives", "Storage", "Permits", "Policy", "Ledger", "Blobs", metrics, crypto]),
    room(
        "Processing", "Identification",
        [
            "Primitives", "Storage", "Permits", "Policy", "Access", "Documents", "Registration", "Messages",
            "Deadlines",
        ]),
    room(
        "Processing", "Rights",
        [
            "Primitives", "Storage", "Permits", "Policy", "Ledger", "Access", "Consents", "Registration", "Messages",
            "Deadlines", "Documents",
        ]),
    room(
        "Processing", "Threads",
        [
            "Primitives", "Storage", "Permits", "Policy", "Access", "Consents", "Registration", "Messages", "Documents",
            metrics,
        ]),
    room("Processing", "Staffing", ["Primitives", "Storage", "Permits", "Policy", "Access", "Messages", crypto]),
    room(
        "Processing", "Publication",
        ["Primitives", "Storage", "Permits", "Policy", "Ledger", "Access", "Staffing", "Messages", crypto]),
    room(
        "Processing", "Agreements",
        ["Primitives", "Storage", "Permits", "Policy", "Registration", "Messages", crypto]),
    room("Processing", "Archive", ["Primitives", "Storage", "Access", "Permits", "Policy", "Agreements"]),
    room("Processing", "Pages", ["Primitives", "Storage", "Permits", "Policy", crypto]),
    room("Processing", "Clients", ["Primitives", "Storage", "Permits", "Policy", "Access", "Registration", crypto]),
    room("Processing", "Retention", ["Primitives", "Storage", "Permits", "Policy", "Ledger"]),
    room(
        "Processing", "Restoring",
        [
            "Primitives", "Storage", "Permits", "Policy", "Ledger", "Access", "Messages", "Consents", "Registration",
            "Documents", "Rights", "Staffing", "Publication",
        ]),
    room("Processing", "Operation", ["Primitives", "Policy"]),
    room("Processing", "Backups", ["Primitives", "Ledger", crypto]),
]

let site: [Target] = [
    room("Site", "Markup", ["Primitives"]),
    room(
        "Site", "WebCore",
        [
            "Primitives", "Markup", "Policy", "Permits", "Access", "Registration", "Agreements", hummingbird, logging,
            metrics, crypto,
        ],
        copying: "Assets"),
    room(
        "Site", "Serving",
        [
            "Primitives", "WebCore", hummingbird, lifecycle, signals, logging,
            .product(name: "HummingbirdHTTP2", package: "hummingbird"),
            .product(name: "NIOExtras", package: "swift-nio-extras"),
            .product(name: "NIOCertificateReloading", package: "swift-nio-extras"),
        ]),
    room(
        "Site", "Public", ["Primitives", "Markup", "WebCore", "Policy", "Permits", "Agreements", "Pages", hummingbird]),
    room(
        "Site", "Account",
        [
            "Primitives", "Markup", "WebCore", "Policy", "Permits", "Access", "Registration", "Consents", "Documents",
            "Messages", "Identification", "Disclosures", "Publication", "Rights", "Threads", "Agreements", hummingbird,
        ]),
    room(
        "Site", "API",
        ["Primitives", "WebCore", "Policy", "Permits", "Access", "Registration", "Consents", "Clients", hummingbird]),
    room(
        "Site", "Office",
        [
            "Primitives", "Markup", "WebCore", "Policy", "Permits", "Access", "Registration", "Documents",
            "Archive", "Identification", "Staffing", "Messages", "Operation", "Publication", "Deadlines", "Disclosures",
            "Consents", "Rights", "Threads", "Restoring", "Agreements", "Pages", hummingbird,
        ]),
]

let programmes: [Target] = [
    .executableTarget(
        name: "saqta",
        dependencies: [
            "Primitives", "Storage", "Blobs", "Policy", "Vault", "Ledger", "SQLite", "Postgres", "FolderBlobs", "S3",
            "KeyService", "Sending", "Machine", "WitnessClient",
            "Passwords", "QRCode", "Gzip", "Zipping", "Imaging", "Permits", "Access", "Messages", "Consents",
            "Registration",
            "Documents",
            "Identification", "Staffing", "Publication", "Operation", "Backups", "Age", "Markup", "WebCore", "Serving",
            "Public", "Deadlines", "Retention", "Disclosures", "Rights", "Threads", "Restoring", "Agreements", "Pages",
            "Archive", "Account", "Office", "API", "Clients",
            "Monitoring", hummingbird, logging, metrics, lifecycle, signals,
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Configuration", package: "swift-configuration"),
        ],
        swiftSettings: strict),
    .executableTarget(
        name: "saqta-bench",
        dependencies: [
            "Primitives", "Storage", "SQLite", "Postgres", "Vault", "Permits", "Ledger", "Access", "Messages",
            "Registration", "Documents", "Staffing", "Clients", "Serving", "WebCore", hummingbird, logging, crypto,
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        path: "Benchmarks/saqta-bench", swiftSettings: strict),
    .executableTarget(
        name: "saqta-imaging", dependencies: ["CImaging", "CMail", "CTesseract"], swiftSettings: strict),
]

let suites: [Target] = [
    room("../Tests", "TestKit", ["Primitives", "Storage", "Blobs", "SQLite", "Postgres"]),
    room(
        "../Tests", "HouseKit",
        [
            "Primitives", "Storage", "TestKit", "Policy", "Vault", "Ledger", "Permits", "Access", "Messages",
            "Consents", "Registration", "Documents", "Blobs", "FolderBlobs", "SQLite",
        ]),
    room("../Tests", "S3Kit", ["Primitives", "S3"]),
    tests("Primitives", ["TestKit"]),
    tests("Storage", ["Primitives", "TestKit", "SQLite", "Postgres"]),
    tests("Policy", ["Primitives", "TestKit", crypto, .product(name: "Yams", package: "Yams")]),
    tests(
        "Vault", ["Primitives", "Storage", "Blobs", "FolderBlobs", "SQLite", "TestKit", crypto], excluding: ["oracle"]),
    tests("Ledger", ["Primitives", "Storage", "TestKit", crypto]),
    tests(
        "S3",
        [
            "Primitives", "Blobs", "FolderBlobs", "TestKit", "S3Kit", "HouseKit", "Documents", "Vault", "Storage",
            "Permits", "Registration", "Policy", "Ledger", "Access", crypto,
        ]),
    tests("KeyService", ["Primitives", "TestKit", "HouseKit", "Vault", "Storage", "SQLite", "Permits"]),
    tests("Sending", ["Primitives"]),
    tests("Passwords", ["Primitives"]),
    tests("QRCode", ["Primitives"]),
    tests("Gzip", ["Primitives", "CZlib"]),
    tests("Zipping", ["Primitives", "TestKit", crypto]),
    tests("Operation", ["Primitives", "Policy"]),
    tests("Imaging", ["Primitives"]),
    tests("Age", ["Primitives", "TestKit"]),
    tests("Backups", ["Primitives", "TestKit", "Age", "Ledger", crypto]),
    tests(
        "Identification",
        [
            "Primitives", "TestKit", "HouseKit", "Permits", "Policy", "Access", "Registration", "Documents", "Messages",
            "Storage", "Ledger",
        ]),
    tests("Markup", ["Primitives"]),
    tests("WebCore", ["Primitives", "TestKit", "Markup", hummingbird, hummingbirdTesting]),
    tests("Serving", ["Primitives", hummingbird, lifecycle, logging]),
    tests("Monitoring", ["Primitives", "TestKit", metrics, logging]),
    tests("Public", ["Primitives", "TestKit", "Markup", "WebCore", "Policy", hummingbird, hummingbirdTesting]),
    tests("Messages", ["Primitives", "Access", "HouseKit", "Permits", "Registration", "TestKit"]),
    tests("Account", ["Primitives", "Access", "HouseKit", "Markup", "WebCore", "Policy", "Permits", "Registration"]),
    tests(
        "Access", ["Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Messages", "Ledger", crypto]),
    tests(
        "Staffing",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Access", "Ledger", "Messages",
            "Registration",
        ]),
    tests(
        "Deadlines",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Access", "Registration", "Ledger",
        ]),
    tests(
        "Retention", ["Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Ledger", "Registration"]),
    tests(
        "Rights",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Access", "Registration", "Ledger",
            "Deadlines", "Messages", "Documents", "Identification", "Zipping", "Age", "Archive",
        ]),
    tests(
        "Threads",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Access", "Registration", "Ledger",
            "Messages", "Documents", "FolderBlobs",
        ]),
    tests(
        "Restoring",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Access", "Registration", "Ledger",
            "Consents", "Messages", "Rights", "Staffing", "Vault", "Identification", "Publication", "Disclosures",
            "Documents", "Retention",
        ]),
    tests(
        "Agreements",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Access", "Registration", "Ledger",
            "Messages",
        ]),
    tests(
        "Archive",
        [
            "Primitives", "HouseKit", "TestKit", "Access", "Agreements", "Retention", "Vault", "Storage", "Permits",
            "Policy",
            "Ledger", "Registration",
        ]),
    tests("Pages", ["Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Ledger"]),
    tests(
        "Publication",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Access", "Staffing", "Ledger",
            "Messages",
            "Consents", "Registration", "Restoring", "Documents",
        ]),
    tests(
        "Permits",
        [
            "HouseKit", "TestKit", "Primitives", "Policy", "Storage", "Registration", "Access", "Ledger", "Vault",
            "Messages", .product(name: "Yams", package: "Yams"), crypto,
        ]),
    tests(
        "Registration",
        ["HouseKit", "Messages", "Ledger", "TestKit", "Primitives", "Policy", "Permits", "Access", "Storage"]),
    tests(
        "Clients",
        [
            "HouseKit", "TestKit", "Primitives", "Policy", "Permits", "Access", "Registration", "Consents", "Storage",
            "Ledger", "Messages",
        ]),
    .testTarget(
        name: "FaultTests",
        dependencies: [
            "TestKit", "HouseKit", "S3Kit", "Primitives", "Storage", "Blobs", "SQLite", "Postgres", "FolderBlobs", "S3",
            "Policy", "Vault", "Ledger", "Permits", "Access", "Messages", "Consents", "Registration", "Documents",
            "Identification", "Staffing", "Publication", "Clients",
        ],
        path: "Tests/FaultTests", swiftSettings: strict),
    .testTarget(
        name: "WalkTests",
        dependencies: [
            "TestKit", "HouseKit", "Primitives", "Storage", "SQLite", "Policy", "Vault", "Ledger", "Permits", "Access",
            "Consents", "Registration", "Rights", "Messages", "Documents", "Threads", "Agreements",
            "Archive", "Restoring", "Publication",
        ],
        path: "Tests/WalkTests", swiftSettings: strict),
    tests("API", ["Primitives", "TestKit", "HouseKit", "WebCore", "Clients", "Permits", "Policy", hummingbird]),
    tests("Consents", ["Primitives", "HouseKit", "TestKit", "Permits", "Policy", "Storage", "Messages", "Ledger"]),
    tests(
        "Disclosures",
        [
            "Primitives", "HouseKit", "TestKit", "Storage", "Permits", "Policy", "Consents", "Deadlines",
            "Registration", "Retention", "Agreements", "Messages", "Access", "Ledger",
        ]),
    tests(
        "Documents",
        [
            "HouseKit", "TestKit", "Primitives", "Policy", "Permits", "Storage", "Blobs", "FolderBlobs", "Registration",
            "Vault", "Ledger", "Access", crypto,
        ]),
]

let package = Package(
    name: "saqta",
    products: [
        .executable(name: "saqta", targets: ["saqta"]),
        .executable(name: "saqta-imaging", targets: ["saqta-imaging"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: core + drivers + processing + site + programmes + suites,
    swiftLanguageModes: [.v6])

// swift-tools-version: 6.2
import PackageDescription

/// Every target: warnings are errors, existentials are spelled out, imports are internal and visible per file.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One library target of the program; `name` is also its folder in Sources.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The unit tests of one target.
func tests(_ name: String, _ extra: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + extra,
        exclude: exclude,
        swiftSettings: strict
    )
}

let package = Package(
    name: "oit",
    products: [
        .executable(name: "oit", targets: ["oit"]),
        // Other programs of the same assessment use the same core.
        .library(name: "GradingCore", targets: ["GradingCore"]),
        .library(name: "Checklists", targets: ["Checklists"]),
    ],
    targets: [
        // MARK: C libraries (module map and shim, nothing else)
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CX509", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CTimeStamp", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        .systemLibrary(name: "CThai", pkgConfig: "libthai", providers: [.apt(["libthai-dev"])]),
        .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CSpawn"),  // what Swift's Glibc module does not show of posix_spawn, pipes and waiting

        // MARK: Layer 0 - values
        layer("GradingCore"),  // dates, fiscal years, exact scores, levels, the plan; imports nothing
        // decoding, normalisation, digits, dates in text, phrase automaton
        layer("ThaiText", ["GradingCore", "CThai"]),
        layer("WebEvidence", ["GradingCore"]),  // addresses, outcomes, fetched pages, extracted documents
        layer("Digests", ["CCrypto"]),  // SHA-256

        // MARK: Layer 1 - readers and sources
        layer("Findings", ["GradingCore", "WebEvidence"]),  // what is judged, stored and reported
        layer("Checklists", ["GradingCore", "ThaiText"]),  // topics and years as data, validated
        layer("OfficeFiles", ["CArchive", "CLibXML2"]),  // zip + XML documents
        layer("Submissions", ["GradingCore", "ThaiText", "WebEvidence", "OfficeFiles"]),  // what the agency declared
        layer("Programs", ["CSpawn"]),  // the one spawner of outside programs
        // libcurl: lanes, redirects, retries, guard; chains of certificates
        layer("Fetching", ["WebEvidence", "Digests", "CCurl", "CIDN2", "CX509"]),
        layer("Extraction", ["WebEvidence", "ThaiText", "OfficeFiles", "CLibXML2"]),  // bytes -> documents
        layer("Sending", ["CCurl"]),  // libcurl: one POST or one mail to an address of the operator's own
        // runs that are kept; the only SQL
        layer("Storage", ["Findings", "GradingCore", "WebEvidence", "Digests", "CSQLite", "CZstd"]),

        // MARK: Layer 2 - files of every kind, pure decisions
        // PDF, office files, pictures, archives -> documents; outside programs in their sandbox
        layer("Documents", ["Extraction", "OfficeFiles", "Programs", "ThaiText", "WebEvidence", "CArchive"]),
        // pages made by script, in a browser without network
        layer("Rendering", ["Programs", "GradingCore", "WebEvidence"]),
        // documents x items -> findings
        layer("Judging", ["Findings", "Checklists", "GradingCore", "ThaiText", "WebEvidence"]),
        // what is fetched, in which order
        layer("Planning", ["Checklists", "Submissions", "GradingCore", "WebEvidence"]),
        // an agency's own report on its result -> figures, and what they contradict
        layer("ScoreReports", ["Checklists", "GradingCore", "ThaiText", "WebEvidence"]),
        // a submission of one year seen from the list of another
        layer("CarryingOver", ["Checklists", "Submissions", "GradingCore", "ThaiText", "WebEvidence"]),
        layer("Reporting", ["Findings", "Checklists", "GradingCore", "WebEvidence"]),  // findings -> bytes
        // notices -> webhook, e-mail, LINE, feed, calendar
        layer("Notifying", ["GradingCore", "WebEvidence", "Digests", "Sending", "CCrypto"]),
        // chained records of checks, the operator's key, time-stamps, certificates
        layer("Proofs", ["GradingCore", "WebEvidence", "Digests", "Sending", "CCrypto", "CTimeStamp"]),

        // MARK: Layer 3 - the conductor
        layer(
            "Assessing",
            [
                "GradingCore", "ThaiText", "WebEvidence", "Digests", "Findings", "Checklists", "Submissions",
                "Fetching",
                "Extraction", "Documents", "Rendering", "Programs", "Judging", "Planning", "Reporting", "Storage",
            ]
        ),

        // watched agencies: schedule, alarms, memory of texts, notices
        layer(
            "Watching",
            [
                "GradingCore", "WebEvidence", "Digests", "Findings", "Checklists", "Submissions", "Fetching",
                "ThaiText", "Extraction", "Planning", "Reporting", "Storage", "Notifying", "Proofs", "WatchPages",
                "Assessing",
            ]
        ),

        layer(
            "Accuracy",
            [
                "GradingCore", "ThaiText", "WebEvidence", "Findings", "Checklists", "Submissions", "Extraction",
                "Documents", "Assessing",
            ]
        ),  // labelled pages -> how often the judge is right

        // runs -> WARC, WACZ, seals; what is in them -> is it still as it was sealed?
        layer("Archiving", ["Proofs", "Findings", "GradingCore", "WebEvidence", "Digests", "CArchive"]),

        // reports as the files that offices use: workbooks, the memo in ODT and DOCX
        layer(
            "OfficeDocuments",
            [
                "Reporting", "Findings", "GradingCore", "WebEvidence", "ThaiText", "OfficeFiles", "Programs",
                "CXlsxWriter",
            ]
        ),

        // a run read by people: the page, readings, the log, agreement
        layer("Reviewing", ["Reporting", "Findings", "GradingCore", "WebEvidence", "Digests"]),

        // kept pages that decided -> pictures with boxes around the quotes
        layer("Picturing", ["Rendering", "Programs", "Findings", "GradingCore", "WebEvidence"]),

        // history and certificates of a watched agency -> pages
        layer("WatchPages", ["Reporting", "Notifying", "Proofs", "GradingCore", "WebEvidence"]),

        // a website -> the agency's own index of a year, or pages for its items; new places of what has moved
        layer(
            "Discovering",
            [
                "GradingCore", "ThaiText", "WebEvidence", "Findings", "Checklists", "Submissions", "Fetching",
                "Extraction", "Documents", "Judging", "Assessing",
            ]
        ),

        // MARK: Layer 4 - commands and serving
        layer("Serving", ["CMicroHTTPD"]),  // the sample agency on loopback
        .executableTarget(
            name: "oit",
            dependencies: [
                "GradingCore", "ThaiText", "WebEvidence", "Digests", "Findings", "Checklists", "OfficeFiles",
                "Submissions",
                "Fetching", "Extraction", "Documents", "Rendering", "Programs", "Judging", "Planning", "Reporting",
                "Storage", "CarryingOver", "Assessing", "Accuracy", "Archiving", "Discovering", "Reviewing", "Serving",
                "Watching", "WatchPages", "Notifying", "Proofs", "OfficeDocuments", "ScoreReports", "Picturing",
            ],
            swiftSettings: strict
        ),

        // MARK: Benchmarks (commands, never timed tests)
        .executableTarget(
            name: "stage-benchmark",
            dependencies: [
                "GradingCore", "ThaiText", "WebEvidence", "Digests", "Findings", "Checklists", "Fetching", "Extraction",
                "Judging", "Storage", "Serving",
            ],
            path: "Benchmarks/Stages",
            swiftSettings: strict
        ),

        .executableTarget(
            name: "store-benchmark",
            dependencies: ["GradingCore", "WebEvidence", "Digests", "Findings", "Extraction", "Storage", "CZstd"],
            path: "Benchmarks/Stores",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "phrase-benchmark", dependencies: ["ThaiText"], path: "Benchmarks/Phrases", swiftSettings: strict
        ),
        .executableTarget(
            name: "spawn-benchmark", dependencies: ["Programs"], path: "Benchmarks/Spawns", swiftSettings: strict
        ),
        .executableTarget(
            name: "office-benchmark",
            dependencies: ["Documents", "Extraction", "Programs", "WebEvidence", "CArchive"],
            path: "Benchmarks/Office",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "render-benchmark", dependencies: ["Programs", "Rendering", "GradingCore", "WebEvidence"],
            path: "Benchmarks/Rendering", swiftSettings: strict
        ),
        .executableTarget(
            name: "report-benchmark",
            dependencies: [
                "GradingCore", "WebEvidence", "Findings", "Checklists", "Extraction", "Judging", "Reporting",
                "Reviewing",
            ],
            path: "Benchmarks/Reports",
            swiftSettings: strict
        ),

        .executableTarget(
            name: "document-benchmark",
            dependencies: ["Documents", "Extraction", "Programs", "TestSupport", "WebEvidence"],
            path: "Benchmarks/Documents",
            swiftSettings: strict
        ),

        .executableTarget(
            name: "watch-benchmark",
            dependencies: [
                "Assessing", "Checklists", "Extraction", "Fetching", "GradingCore", "Storage", "ThaiText", "WatchPages",
                "Watching", "WebEvidence",
            ],
            path: "Benchmarks/Watching",
            swiftSettings: strict
        ),

        // MARK: Fuzzing (see Fuzz/README.md; empty in release builds)
        .target(
            name: "FuzzEntries",
            dependencies: [
                "GradingCore", "ThaiText", "WebEvidence", "Findings", "Checklists", "OfficeFiles", "Submissions",
                "Fetching", "Extraction", "Storage", "Reporting", "Notifying", "Proofs", "Digests", "ScoreReports",
            ],
            path: "Fuzz/Entries",
            swiftSettings: strict
        ),

        // MARK: Tests
        // TLS for the loopback server
        .systemLibrary(name: "CSSL", path: "Tests/CSSL", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "TestSupport", dependencies: ["CSSL", "CCrypto", "Checklists"], path: "Tests/TestSupport",
            swiftSettings: strict
        ),  // loopback server, fixture and golden helpers
        tests("GradingCore"),
        tests("ThaiText", ["GradingCore"]),
        tests("WebEvidence", ["GradingCore"]),
        tests("Digests"),
        tests("Findings", ["GradingCore", "WebEvidence"]),
        tests("Checklists", ["GradingCore"]),
        tests("OfficeFiles"),
        tests(
            "Storage", ["Findings", "GradingCore", "WebEvidence", "Digests", "CSQLite", "store-crash-writer"],
            exclude: ["Fixtures"]),
        tests("Programs"),
        tests("Rendering", ["Programs", "GradingCore", "WebEvidence"]),
        tests("Submissions", ["GradingCore", "OfficeFiles", "WebEvidence"]),
        tests("Fetching", ["WebEvidence"]),
        tests("Extraction", ["ThaiText", "WebEvidence"]),
        tests("Documents", ["Extraction", "OfficeFiles", "Programs", "ThaiText", "WebEvidence", "CArchive"]),
        tests("Judging", ["Findings", "Checklists", "Extraction", "GradingCore", "ThaiText", "WebEvidence"]),
        tests("Sending"),
        tests("Notifying", ["GradingCore", "Digests"]),
        tests("Proofs", ["GradingCore", "Digests", "WebEvidence"]),
        tests("WatchPages", ["GradingCore", "Notifying", "Proofs", "Digests", "Reporting"]),
        tests("Archiving", ["Proofs", "Findings", "GradingCore", "WebEvidence", "Digests"]),
        tests("Reviewing", ["Findings", "GradingCore", "WebEvidence", "Digests"]),
        tests("Picturing", ["Rendering", "Programs", "Findings", "GradingCore", "WebEvidence"]),
        tests(
            "OfficeDocuments",
            ["Reporting", "Findings", "GradingCore", "WebEvidence", "OfficeFiles", "Programs", "Submissions"]),
        tests("Planning", ["Checklists", "Submissions", "GradingCore", "WebEvidence"]),
        tests("CarryingOver", ["Checklists", "Submissions", "GradingCore"]),
        tests(
            "ScoreReports",
            ["Checklists", "Documents", "Extraction", "GradingCore", "Programs", "ThaiText", "WebEvidence"],
            exclude: ["Fixtures"]),
        tests("Reporting", ["Findings", "Checklists", "GradingCore", "WebEvidence"], exclude: ["Golden"]),
        tests(
            "Assessing",
            [
                "Findings", "Checklists", "Submissions", "Fetching", "Extraction", "GradingCore", "WebEvidence",
                "Planning", "Serving", "Storage", "Reporting", "Digests", "ThaiText", "Documents", "Programs",
                "Rendering", "Judging",
            ]),
        tests(
            "Watching",
            [
                "Checklists", "Notifying", "Proofs", "Storage", "Reporting", "Assessing", "Fetching", "Extraction",
                "GradingCore",
                "WebEvidence", "Findings", "Digests",
            ]),
        tests(
            "Discovering",
            [
                "Assessing", "Checklists", "Documents", "Extraction", "Fetching", "GradingCore", "Judging",
                "Programs", "Submissions", "ThaiText", "WebEvidence",
            ], exclude: ["Fixtures"]),
        tests("Accuracy", ["Checklists", "Extraction", "GradingCore", "ThaiText"]),
        tests("Serving"),
        .executableTarget(
            name: "store-crash-writer",
            dependencies: ["GradingCore", "WebEvidence", "Digests", "Findings", "Storage"],
            path: "Tests/StoreCrashWriter",
            swiftSettings: strict
        ),  // writes into a store until it is killed
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "TestSupport", "Checklists", "GradingCore", "Judging", "Extraction", "WebEvidence", "Findings",
            ], swiftSettings: strict),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzEntries"], swiftSettings: strict),
        .testTarget(name: "GoldenTests", dependencies: ["TestSupport", "Digests", "oit"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

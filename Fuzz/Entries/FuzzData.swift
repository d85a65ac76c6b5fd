#if DEBUG || FUZZING
    import Checklists
    import Extraction
    import FoundationEssentials
    import Reporting
    import ScoreReports
    import ThaiText
    import WebEvidence

    /// The project's own data, which the parsers work with.
    enum FuzzData {
        /// The top folder of the project, from the place of this source.
        private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()

        static let signatures = loaded("rules/page-signatures.json") { try PageSignatures(json: $0) }
        static let wrappers = loaded("rules/wrappers.json") { try WrapperRules(json: $0) }
        static let personalDataRules = loaded("rules/personal-data.json") { try PersonalDataRules(json: $0) }

        static let reportVocabulary = loaded("rules/score-reports.json") {
            try ReportVocabulary(json: $0, lists: library.years)
        }
        static let reportAddress = try? PageAddress("http://report.invalid/")

        static let library: ChecklistLibrary = {
            let folder = root.appending(path: "checklists")
            var files: [String: [UInt8]] = [:]
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
            for path in paths where path.hasSuffix(".json") {
                files[path] = (try? Data(contentsOf: folder.appending(path: path))).map { Array($0) }
            }
            do { return try ChecklistLibrary(files: files) } catch { fatalError("the checklists are broken: \(error)") }
        }()

        static let frame: ReportFrame = {
            guard let year = library.years.last else { fatalError("there is no list") }
            return ReportFrame(framework: year.framework)
        }()

        private static func loaded<Value>(_ path: String, _ read: ([UInt8]) throws -> Value) -> Value {
            do {
                return try read(Array(Data(contentsOf: root.appending(path: path))))
            } catch {
                fatalError("\(path) is broken: \(error)")
            }
        }
    }
#endif

import Checklists
import Digests
import Discovering
import Extraction
import FoundationEssentials
import Glibc
import ScoreReports
import ThaiText

/// Finds and reads the checklists and rules.
struct DataFolder {
    let path: String

    /// `--data`, `OIT_DATA`, `../share/oit` beside the program, or the source tree above it.
    init(option: String?) throws(CommandFailure) {
        if let chosen = option ?? ProcessInfo.processInfo.environment["OIT_DATA"], !chosen.isEmpty {
            guard Files.isFolder("\(chosen)/checklists/years") else {
                throw CommandFailure(.missingInput, "\(chosen) holds no checklists/years")
            }
            path = chosen
            return
        }
        var folder = DataFolder.programFolder()
        let shared = "\(folder)/../share/oit"
        if Files.isFolder("\(shared)/checklists/years") {
            path = shared
            return
        }
        while folder.count > 1 {
            if Files.isFolder("\(folder)/checklists/years") {
                path = folder
                return
            }
            folder = folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
        }
        throw CommandFailure(.missingInput, "the checklists are not beside the program; name their folder with --data")
    }

    private static func programFolder() -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let program = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return program.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    }

    private func listFiles() throws(CommandFailure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try Files.names(in: "\(path)/checklists/years") where name.hasSuffix(".json") {
            files["years/\(name)"] = try Files.bytes("\(path)/checklists/years/\(name)")
        }
        return files
    }

    /// All checklist files by path below `checklists/`.
    func checklistFiles() throws(CommandFailure) -> [String: [UInt8]] {
        var files = try listFiles()
        for name in ["synonyms.json", "lineage.json"]
        where Files.exists("\(path)/checklists/\(name)") {
            files[name] = try Files.bytes("\(path)/checklists/\(name)")
        }
        let calendars = "\(path)/checklists/calendars"
        for name in Files.isFolder(calendars) ? try Files.names(in: calendars) : [] where name.hasSuffix(".json") {
            files["calendars/\(name)"] = try Files.bytes("\(calendars)/\(name)")
        }
        for topic in try Files.names(in: "\(path)/checklists/topics") {
            let file = "topics/\(topic)/topic.json"
            if Files.exists("\(path)/checklists/\(file)") {
                files[file] = try Files.bytes("\(path)/checklists/\(file)")
            }
        }
        return files
    }

    /// Topics and years; exit 65 with every problem when they do not hold.
    func library() throws(CommandFailure) -> ChecklistLibrary { try library(checklistFiles(), readsTopics: true) }

    /// The items of every year without what they ask for: a tenth of the work, for commands that judge nothing.
    func lists() throws(CommandFailure) -> ChecklistLibrary { try library(listFiles(), readsTopics: false) }

    private func library(
        _ files: [String: [UInt8]], readsTopics: Bool
    ) throws(CommandFailure) -> ChecklistLibrary {
        do throws(ChecklistProblems) {
            return try ChecklistLibrary(files: files, readsTopics: readsTopics)
        } catch {
            throw CommandFailure(.invalidContent, error.problems.map(\.description).joined(separator: "\n"))
        }
    }

    /// The rules by which an answer is classified; exit 66 when they are missing, 65 when they do not hold.
    func pageRules() throws(CommandFailure) -> (signatures: PageSignatures, wrappers: WrapperRules) {
        let signatures = try Files.bytes("\(path)/rules/page-signatures.json")
        let wrappers = try Files.bytes("\(path)/rules/wrappers.json")
        do { return (try PageSignatures(json: signatures), try WrapperRules(json: wrappers)) } catch {
            throw CommandFailure(.invalidContent, "rules: \(error)")
        }
    }

    /// The rules beside the checklists; exit 66 when they are missing, 65 when they do not hold.
    func rules() throws(CommandFailure) -> JudgingRules {
        let signatures = try Files.bytes("\(path)/rules/page-signatures.json")
        let personalData = try Files.bytes("\(path)/rules/personal-data.json")
        let wrappers = try Files.bytes("\(path)/rules/wrappers.json")
        do {
            return JudgingRules(
                signatures: try PageSignatures(json: signatures),
                personalData: try PersonalDataRules(json: personalData), wrappers: try WrapperRules(json: wrappers),
                bytes: signatures + wrappers)
        } catch { throw CommandFailure(.invalidContent, "rules: \(error)") }
    }

    /// What is known of websites in general; exit 66 when it is missing, 65 when it does not hold.
    func discoveryRules() throws(CommandFailure) -> DiscoveryRules {
        let bytes = try Files.bytes("\(path)/rules/vendors.json")
        do throws(DiscoveryRulesError) {
            return try DiscoveryRules(json: bytes)
        } catch { throw CommandFailure(.invalidContent, "rules: \(error)") }
    }

    /// The words of agencies' own reports; exit 66 when they are missing, 65 when they do not hold.
    func reportVocabulary(_ lists: [YearList]) throws(CommandFailure) -> ReportVocabulary {
        let bytes = try Files.bytes("\(path)/rules/score-reports.json")
        do throws(ReportVocabularyError) {
            return try ReportVocabulary(json: bytes, lists: lists)
        } catch { throw CommandFailure(.invalidContent, "rules/score-reports.json: \(error)") }
    }

    /// SHA-256 over the files on which the judgement of a list rests.
    static func digest(of list: YearList, in library: ChecklistLibrary, rules: JudgingRules) -> String {
        var bytes: [UInt8] = []
        for (path, content) in library.sources(of: list) {
            bytes += Array("\(path)\n\(content.count)\n".utf8) + content
        }
        bytes += Array("rules\n\(rules.bytes.count)\n".utf8) + rules.bytes
        return ContentDigest(of: bytes).hexadecimal
    }
}

/// Rules as data beside the checklists.
struct JudgingRules: Sendable {
    var signatures: PageSignatures
    var personalData: PersonalDataRules
    var wrappers: WrapperRules
    /// The bytes on which verdicts rest; personal data decides none.
    var bytes: [UInt8]
}

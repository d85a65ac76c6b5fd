import Checklists
import Documents
import Extraction
import Foundation
import GradingCore
import Programs
import TestSupport
import WebEvidence

@testable import ScoreReports

/// What a fixture says that its report holds.
struct ExpectedReport: Decodable {
    struct Year: Decodable {
        var overall: String?
        var level: String?
        var indicators: [String: String]?
    }
    var why: String
    var refused: String?
    var agency: String?
    var fiscalYear: Int?
    var level: String?
    var overall: String?
    var indicators: [String: String]?
    var instruments: [String: String]?
    var subIndicators: [String: String]?
    var items: [String: Int]?
    var otherYears: [String: Year]?
    var disagrees: [String]?
    var conflicts: [String]?
    var unread: [String]?
}

enum Reports {
    static let lists: [YearList] = { try! Repository.checklists().years }()
    static let vocabulary: ReportVocabulary = {
        try! ReportVocabulary(json: Repository.bytes("rules/score-reports.json"), lists: lists)
    }()
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// Folders of a group of fixtures, sorted.
    static func names(_ group: String) -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: group).path)
        return (found ?? []).filter { !$0.hasPrefix(".") }.sorted().map { "\(group)/\($0)" }
    }

    static func expected(_ name: String) throws -> ExpectedReport {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(
            ExpectedReport.self, from: Data(contentsOf: folder.appending(path: "\(name)/expected.json")))
    }

    /// Without recognition: a scan has no text.
    static func document(_ bytes: [UInt8]) async throws -> ExtractedDocument {
        var tools = DocumentTools.found()
        tools.tesseract = nil
        tools.pdftoppm = nil
        let file = ReceivedFile(
            body: bytes, kind: bodyKind(of: bytes, contentType: nil), address: try PageAddress("http://report.invalid/")
        )
        return await DocumentReading(programs: ProgramSpawner(), tools: tools).document(of: file)
    }

    static func document(fixture name: String) async throws -> ExtractedDocument {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
        let file = files.first { $0.hasPrefix("report.") } ?? ""
        return try await document([UInt8](Data(contentsOf: folder.appending(path: "\(name)/\(file)"))))
    }

    static func report(_ document: ExtractedDocument, year: Int? = nil) throws(ScoreReportRefusal) -> CheckedReport {
        let read = try scoreReport(
            in: document, vocabulary: vocabulary, lists: lists, year: year.map { FiscalYear($0) })
        return CheckedReport(read, frames: lists.map(\.framework))
    }

    /// A report as plain text.
    static func report(_ text: String, year: Int? = nil) throws -> CheckedReport {
        let document = extractedDocument(
            body: Array(text.utf8), contentType: "text/plain", lastModified: nil,
            address: try PageAddress("http://report.invalid/"))
        return try report(document, year: year)
    }
}

extension CheckedReport.Year {
    func text(_ subject: ReportSubject) -> String? { chosen[subject]?.value.hundredths.text }
}

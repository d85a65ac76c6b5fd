public import Findings
import FoundationEssentials
import GradingCore
import WebEvidence

/// One run as its `report.json` tells it: what was found, and the figures that were reported with it. Figures are
/// taken as they were reported and never counted again, so that a report of last year keeps its score.
public struct ReportedRun: Sendable {
    /// What was found.
    public var assessment: Assessment
    /// The figures that were reported.
    public var score: ReportedScore

    /// From parts that belong together.
    public init(assessment: Assessment, score: ReportedScore) {
        self.assessment = assessment
        self.score = score
    }

    /// Reads any `oit-report/1`; members of newer programs are passed over, members that older programs did not
    /// write are empty. Rendering the assessment again with the same list gives the same bytes. Throws the first
    /// fault with its JSON path.
    public init(reportJSON bytes: [UInt8]) throws(ReportReadingError) {
        guard bytes.count <= ReportedRun.maximumBytes else { throw .tooLarge(ReportedRun.maximumBytes) }
        do {
            self = try JSONDecoder().decode(ReadReport.self, from: Data(bytes)).run
        } catch let error as ReportReadingError {
            throw error
        } catch let error as DecodingError {
            throw ReportReadingError(error)
        } catch {
            throw ReportReadingError(.notJSON, th: "ไฟล์ไม่ใช่ JSON ที่สมบูรณ์", en: "the file is not valid JSON")
        }
    }

    /// The same run with what an overview of many needs: verdicts, first reasons, scores, and the pages of items that are
    /// not met. Quotes, dates, attempts and everything else are left out, so that hundreds of runs fit in memory.
    public init(condensing bytes: [UInt8]) throws(ReportReadingError) {
        guard bytes.count <= ReportedRun.maximumBytes else { throw .tooLarge(ReportedRun.maximumBytes) }
        let decoder = JSONDecoder()
        if let key = CodingUserInfoKey.condensing { decoder.userInfo[key] = true }
        do {
            self = try decoder.decode(ReadReport.self, from: Data(bytes)).run
        } catch let error as ReportReadingError {
            throw error
        } catch let error as DecodingError {
            throw ReportReadingError(error)
        } catch {
            throw ReportReadingError(.notJSON, th: "ไฟล์ไม่ใช่ JSON ที่สมบูรณ์", en: "the file is not valid JSON")
        }
        let open = Set(assessment.items.filter { [.unsatisfied, .undecided].contains($0.verdict) }.map(\.item))
        assessment.evidence.removeAll {
            $0.outcome.rule.effect == .judged && !($0.via == .submitted && open.contains($0.item))
        }
        (assessment.notChecked, assessment.warnings, assessment.checklistNotes) = ([], [], [])
        assessment.suggestions = nil
    }

    /// A report of 300 pages has about one megabyte.
    static let maximumBytes = 64 * 1_048_576
}

extension Assessment {
    /// The assessment of a `report.json`; see `ReportedRun`.
    public init(reportJSON bytes: [UInt8]) throws(ReportReadingError) {
        self = try ReportedRun(reportJSON: bytes).assessment
    }
}

extension Report {
    /// This report as it would be read back.
    public var reported: ReportedRun { ReportedRun(assessment: assessment, score: ReportedScore(self)) }
}

extension CodingUserInfoKey {
    fileprivate static let condensing = CodingUserInfoKey(rawValue: "oit.condensing")
}

extension Decoder {
    /// True where only what an overview needs is read.
    var isCondensing: Bool { CodingUserInfoKey.condensing.map { userInfo[$0] != nil } ?? false }
}

private struct ReadReport: Decodable {
    let run: ReportedRun

    init(from decoder: any Decoder) throws {
        let report = try ReportMembers(decoder)
        let schema = try report.optionalText("schema")
        guard schema == "oit-report/1" else { throw ReportReadingError.otherSchema(schema) }
        let tool = try report.object("tool")
        let agency = try report.object("agency")
        let checklist = try report.object("checklist")
        let assessment = Assessment(
            run: RunID(try report.text("run")), toolVersion: try tool.text("version", or: ""),
            checklistDigest: try tool.text("checklist_digest", or: ""),
            agency: AgencyProfile(
                name: try agency.text("name", or: ""), website: try agency.text("website", or: ""),
                type: try agency.text("type", or: ""), province: try agency.text("province", or: "")),
            fiscalYear: try report.fiscalYear("fiscal_year"), asOf: try report.day("as_of"),
            startedAt: try report.text("started_at", or: ""), finishedAt: try report.text("finished_at", or: ""),
            isChecklistVerified: try checklist.text("provenance", or: "") == "verified",
            checklistNotes: try checklist.list("notes", of: ReadText.self).map(\.value),
            items: try report.requiredList("items", of: ReadFinding.self).map(\.value),
            evidence: try report.requiredList("evidence", of: ReadEvidence.self).map(\.value),
            notChecked: try report.list("not_checked", of: ReadNotChecked.self).map(\.value),
            isPartial: try report.flag("partial", or: false),
            warnings: try report.list("warnings", of: ReadText.self).map(\.value),
            personalData: try report.list("personal_data", of: ReadPersonalData.self).map(\.value),
            suggestions: try report.optional("suggestions", of: [ReadSuggestion].self)?.map(\.value))
        run = ReportedRun(assessment: assessment, score: try ReportedScore(reading: report))
    }
}

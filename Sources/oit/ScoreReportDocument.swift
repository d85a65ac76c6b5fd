import GradingCore
import ScoreReports
import Submissions

/// What `oit score REPORT --json` prints: the members of `ScoreDocument` of the reported year, and `report`.
struct ScoreReportDocument: Encodable {
    typealias Message = ScoreDocument.Message

    struct Place: Encodable {
        var page: OrNull<Int>
        var quote: String

        init(_ place: ReportPlace) {
            page = OrNull(place.page)
            quote = place.quote
        }
    }
    struct Agency: Encodable {
        var name: OrNull<String>
        var spellings: [String]
    }
    struct Figure: Encodable {
        var subject: String
        var id: String
        var fiscalYear: Int
        var score: String
        var isUsed: Bool
        var source: String
        var identifiedBy: String
        var place: Place

        private enum CodingKeys: String, CodingKey {
            case subject, id, score, source, place
            case fiscalYear = "fiscal_year"
            case isUsed = "is_used"
            case identifiedBy = "identified_by"
        }
    }
    struct Level: Encodable {
        var subject: String
        var id: String
        var fiscalYear: Int
        var level: String
        var place: Place

        private enum CodingKeys: String, CodingKey {
            case subject, id, level, place
            case fiscalYear = "fiscal_year"
        }
    }
    struct Check: Encodable {
        var code: String
        var subject: String
        var id: String
        var fiscalYear: Int
        var agrees: Bool
        var stated: String
        var computed: String
        var message: Message
        var place: Place

        private enum CodingKeys: String, CodingKey {
            case code, subject, id, agrees, stated, computed, message, place
            case fiscalYear = "fiscal_year"
        }
    }
    struct Unread: Encodable {
        var code: String
        var message: Message
        var place: Place
    }
    struct Report: Encodable {
        var schema = "oit-score-report/1"
        var agency: Agency
        var fiscalYear: Int
        var fiscalYears: [Int]
        var outcome: String
        var figures: [Figure]
        var levels: [Level]
        var itemsWithoutPoints: [String]
        var checks: [Check]
        var unread: [Unread]

        private enum CodingKeys: String, CodingKey {
            case schema, agency, outcome, figures, levels, checks, unread
            case fiscalYear = "fiscal_year"
            case fiscalYears = "fiscal_years"
            case itemsWithoutPoints = "items_without_points"
        }
    }

    private let card: ScoreDocument?
    private let report: Report

    private enum Keys: String, CodingKey { case report }

    init(_ checked: CheckedReport, _ words: ScoreReportWords) {
        let read = checked.report
        let settled = read.conflicts.map { conflict in
            ScoreDocument.Conflict(code: conflict.code.rawValue, message: Self.both(words.message(conflict)))
        }
        card = checked.years.first.map { ScoreDocument($0.card, figures: ScoreFigures(), settled: settled) }
        report = Report(
            agency: Agency(name: OrNull(read.agency), spellings: read.agencySpellings), fiscalYear: read.year.year,
            fiscalYears: read.years.map(\.year),
            outcome: checked.agrees.map { $0 ? "agrees" : "disagrees" } ?? "nothing_to_compare",
            figures: read.figures.map { Self.figure($0, checked) }, levels: read.levels.map(Self.level),
            itemsWithoutPoints: read.zeroItems.map(\.text), checks: checked.checks.map { Self.check($0, words) },
            unread: read.unread.map { part in
                Unread(code: part.code.rawValue, message: Self.both(words.message(part)), place: Place(part.place))
            })
    }

    /// The members of the figures' document stand beside `report`.
    func encode(to encoder: any Encoder) throws {
        try card?.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(report, forKey: .report)
    }

    private static func both(_ text: BilingualText) -> Message { Message(th: text.th, en: text.en) }

    private static func figure(_ figure: ReportFigure, _ checked: CheckedReport) -> Figure {
        let year = checked.years.first { $0.year == figure.year }
        return Figure(
            subject: figure.subject.kind, id: figure.subject.id, fiscalYear: figure.year.year,
            score: figure.value.hundredths.text, isUsed: year?.chosen[figure.subject] == figure,
            source: figure.source.rawValue, identifiedBy: figure.known.rawValue, place: Place(figure.place))
    }

    private static func level(_ level: StatedLevel) -> Level {
        Level(
            subject: level.subject.kind, id: level.subject.id, fiscalYear: level.year.year, level: level.level,
            place: Place(level.place))
    }

    private static func check(_ check: ReportCheck, _ words: ScoreReportWords) -> Check {
        Check(
            code: check.code.rawValue, subject: check.subject.kind, id: check.subject.id, fiscalYear: check.year.year,
            agrees: check.agrees, stated: check.stated, computed: check.computed, message: both(words.message(check)),
            place: Place(check.place))
    }
}

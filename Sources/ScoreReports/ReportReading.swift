public import Checklists
public import GradingCore
public import WebEvidence

/// Reads an agency's own report.
///
/// - Parameters:
///   - document: the report's text and tables.
///   - vocabulary: the words of such reports.
///   - lists: the lists of all years; they say which indicators there are.
///   - year: the reported year where the user names it; nil looks for it.
/// - Throws: why it is no report that can be checked.
public func scoreReport(
    in document: ExtractedDocument, vocabulary: ReportVocabulary, lists: [YearList], year: FiscalYear? = nil
) throws(ScoreReportRefusal) -> ScoreReport {
    var reading = ReportReading(vocabulary: vocabulary, lists: lists)
    reading.read(document)
    return try reading.report(document, year: year)
}

/// Gathers what stands in a report, then gives each figure its year.
struct ReportReading {
    let vocabulary: ReportVocabulary
    let lists: [YearList]
    private var texts: [LexedText] = []
    private var groups: [RowGroup] = []
    private var levels: [ReportLevels.Statement] = []
    private var statements: [Statements.Statement] = []
    private var unread: [UnreadPart] = []
    private var years = ReportYears()
    private var namesAssessment = false

    init(vocabulary: ReportVocabulary, lists: [YearList]) {
        self.vocabulary = vocabulary
        self.lists = lists
    }

    /// Fewer indicators than any report has that lists them.
    private static let fewIndicators = 3

    mutating func read(_ document: ExtractedDocument) {
        let pieces = ReportPieces(document)
        if pieces.isCut { unread.append(UnreadPart(code: .cutShort, place: ReportPlace(page: nil, quote: ""))) }
        if !document.title.isEmpty { note(LexedText(document.title, vocabulary), isFirst: false) }
        var caption: LexedText?
        var isFirst = true
        var measures: [(table: TextTable, page: Int?, caption: LexedText?)] = []
        for piece in pieces.pieces {
            switch piece {
            case .lines(let lines):
                caption = read(lines, isFirst: isFirst)
                isFirst = false
            case .table(let table, let page) where TableRows.isOfMeasures(table, vocabulary):
                measures.append((table, page, caption))
            case .table(let table, let page): read(table, page: page, caption: caption)
            }
        }
        // What is planned speaks of scores that stand elsewhere; only a report without a table of them says them there.
        let indicators = groups.flatMap(\.rows).compactMap { row in
            if case .indicator(let id)? = row.subject { id } else { nil }
        }
        guard Set(indicators).count < ReportReading.fewIndicators else { return }
        for table in measures { read(table.table, page: table.page, caption: table.caption) }
    }

    private mutating func note(_ text: LexedText, isFirst: Bool) {
        years.add(text, isFirst: isFirst)
        namesAssessment = namesAssessment || !text.assessments.isEmpty
        texts.append(text)
    }

    @discardableResult
    private mutating func read(_ lines: [(text: String, page: Int?)], isFirst: Bool) -> LexedText {
        let text = LexedText(lines.map(\.text).joined(separator: "\n"), vocabulary)
        note(text, isFirst: isFirst)
        let starts = text.lineStarts
        let page: (Int) -> Int? = { offset in
            let line = text.line(at: offset)
            return starts.indices.contains(line) && lines.indices.contains(line) ? lines[line].page : nil
        }
        let rows = TextRows(text, vocabulary, page: page)
        groups += rows.groups
        unread += rows.unread
        let stated = ReportLevels.statements(in: text, page: page)
        levels += stated
        groups += ScoreBesideLevel.groups(in: text, labels: rows.labels, levels: stated, page: page)
        let mark = lists.last.map { Fraction($0.framework.passMarkHundredths, over: 100) } ?? 85
        statements += Statements(text, labels: rows.labels, passMark: mark, page: page).found()
        unread += text.commas.prefix(20).map { range in
            UnreadPart(
                code: .commaDecimal,
                place: ReportPlace(
                    page: page(range.lowerBound), quote: text.text(text.range(ofLine: text.line(at: range.lowerBound))))
            )
        }
        return text
    }

    private mutating func read(_ table: TextTable, page: Int?, caption: LexedText?) {
        let rows = TableRows(table, vocabulary, page: page)
        var group = rows.group
        if group.year == nil, let caption { group.year = ReportReading.year(ofCaption: caption) }
        years.add(columns: Set(group.rows.flatMap { $0.figures.compactMap(\.year) }))
        groups.append(group)
        unread += rows.unread
        if !rows.lines.isEmpty { read(rows.lines.map { ($0, page) }, isFirst: false) }
        let words = LexedText((table.head + [table.caption]).joined(separator: "\n"), vocabulary)
        note(words, isFirst: false)
    }

    /// The only year of the last line above a table.
    private static func year(ofCaption text: LexedText) -> Int? {
        let line = text.range(ofLine: text.lineStarts.count - 1)
        let years = Set(text.years(in: line))
        let plans = text.words(in: line).contains { $0.meanings.contains(.plan) }
        return years.count == 1 && !plans ? years.first : nil
    }

    // MARK: Years

    func report(_ document: ExtractedDocument, year given: FiscalYear?) throws(ScoreReportRefusal) -> ScoreReport {
        let hasText = texts.contains { $0.bytes.contains { $0 > 32 } }
        if let fault = document.fault, !hasText || fault == .scanned && document.blocks.isEmpty {
            switch fault {
            case .scanned, .empty, .garbled: throw .noText(detail: document.faultDetail)
            case .locked, .damaged, .exceeded, .programMissing, .unsupported:
                throw .unreadable(detail: document.faultDetail)
            }
        }
        guard hasText else { throw .noText(detail: "") }
        guard namesAssessment else { throw .notThisAssessment }
        let known = Set(lists.map(\.year))
        let named = given?.year ?? years.main
        let main = named ?? known.max() ?? 0
        var settling = FigureSettling(
            main: FiscalYear(main), known: known, indicators: Set(vocabulary.instrumentOf.keys),
            instrumentOf: vocabulary.instrumentOf)
        for group in groups { settling.add(group) }
        settling.add(levels)
        settling.add(statements)
        let isOnlyYear = settling.figures.isEmpty && settling.unread.contains { $0.code == .unknownYear }
        guard !settling.figures.isEmpty || isOnlyYear else { throw .noFigures }
        guard named != nil, known.contains(main), !isOnlyYear else { throw .yearUnknown(named.map { [$0] } ?? []) }
        return assembled(settling, FiscalYear(main), document)
    }

    private func assembled(_ settling: FigureSettling, _ main: FiscalYear, _ document: ExtractedDocument) -> ScoreReport
    {
        let naming = AgencyNaming(texts, vocabulary)
        var unread = unread + settling.unread
        if document.fault != nil {
            unread.append(
                UnreadPart(code: .partsNotRead, subject: document.faultDetail, place: ReportPlace(page: nil, quote: ""))
            )
        }
        var report = ScoreReport(
            agency: naming.name, agencySpellings: naming.spellings, year: main, figures: settling.figures,
            levels: settling.levels, statements: settling.statements, zeroItems: settling.zeroItems,
            conflicts: settling.conflicts, unread: [])
        let frame = lists.first { $0.year == main.year }?.framework
        let wanted = frame?.instruments.flatMap { $0.indicators.map(\.id) } ?? []
        let missing = wanted.filter { id in !report.figures.contains { $0.subject == .indicator(id) && $0.year == main }
        }
        if !missing.isEmpty, missing.count < wanted.count || report.figures.count < 4 {
            unread.append(
                UnreadPart(
                    code: .indicatorsMissing, subject: missing.joined(separator: ", "),
                    place: ReportPlace(page: nil, quote: "")))
        }
        var seen: Set<UnreadPart> = []
        report.unread = unread.filter { seen.insert($0).inserted }
        return report
    }
}

public import GradingCore
import OfficeFiles

/// Reads a submission: CSV, TSV, XLSX or JSON, told apart by content.
///
/// `itemIDs` are the ids of the year's list in its order; nil leaves the ids unchecked. Malformed addresses are no
/// problem here: each gets its own outcome later. Throws every problem of the file at once.
public func submission(
    reading bytes: [UInt8], fileName: String, itemIDs: [ItemID]?
) throws(SubmissionProblems) -> Submission {
    try submission(reading: bytes, fileName: fileName) { _ in itemIDs }
}

/// Reads a submission whose list depends on the year that it names.
///
/// `itemIDs` is asked once, with the declared fiscal year (nil for tables), for the ids of the list in its order.
public func submission(
    reading bytes: [UInt8], fileName: String, itemIDs: (FiscalYear?) -> [ItemID]?
) throws(SubmissionProblems) -> Submission {
    var log = ProblemLog()
    var result: Submission?
    switch InputContent.read(bytes, fileName: fileName, log: &log, worth: HeadRow.worth) {
    case nil: break
    case .json(let text): result = submission(json: text, InputPlace(file: fileName), &log, itemIDs)
    case .tables(let tables): result = submission(tables: tables, &log, itemIDs)
    }
    guard var result, log.problems.isEmpty else {
        throw SubmissionProblems(problems: log.problems, warnings: log.warnings)
    }
    result.warnings = log.warnings
    return result
}

private func submission(
    json text: [UInt8], _ place: InputPlace, _ log: inout ProblemLog, _ itemIDs: (FiscalYear?) -> [ItemID]?
) -> Submission? {
    do throws(JSONFault) {
        let json = SubmissionJSON(try JSONText.node(text), place, &log)
        var gathering = AnswerGathering(known: itemIDs(json.fiscalYear))
        for written in json.written { gathering.add(written, &log) }
        return Submission(agency: json.agency, fiscalYear: json.fiscalYear, answers: gathering.finished(&log))
    } catch {
        log.add(
            Message.jsonSyntax(
                InputPlace(file: place.file, row: error.line, column: String(error.character)), error))
        return nil
    }
}

private func submission(
    tables: [InputTable], _ log: inout ProblemLog, _ itemIDs: (FiscalYear?) -> [ItemID]?
) -> Submission? {
    let declared = tables.lazy.compactMap(AgencySheet.init).first
    let known = itemIDs(declared?.year)
    let heads = tables.map { HeadRow.find(in: $0.rows) }
    // Without any good sheet the first one is reported on.
    let hasAny = heads.contains { $0?.isComplete ?? false }
    var gathering = AnswerGathering(known: known)
    var unknown: [UnknownColumn] = []
    var agency = DeclaredAgency()
    var count = 0
    for (index, table) in tables.enumerated() {
        guard heads[index]?.isComplete ?? false || (!hasAny && index == 0) else {
            if AgencySheet(table) != nil { continue }
            log.warn(Message.skippedSheet(table.place))
            continue
        }
        guard let reader = SubmissionTable(table, head: heads[index], log: &log) else { continue }
        if agency.name.isEmpty { agency = LeadingRows.agency(reader.leadingPairs) }
        unknown += reader.unknownColumns(&log)
        count += reader.read(into: &gathering, &log)
    }
    if count == 0, log.problems.isEmpty, let first = tables.first { log.add(Message.noRows(first.place)) }
    let answers = gathering.finished(&log)
    if agency.name.isEmpty, let declared { agency = declared.agency }
    return Submission(agency: agency, fiscalYear: declared?.year, answers: answers, unknownColumns: unknown)
}

/// The sheet of a workbook that tells agency and year, as `written(_:as:)` makes it: known by its name.
private struct AgencySheet {
    var agency: DeclaredAgency
    var year: FiscalYear?

    init?(_ table: InputTable) {
        guard table.place.sheet == SubmissionTableWriting.agencySheet else { return nil }
        let pairs = table.rows.compactMap { row in
            row.cells.count == 2 ? (label: row.cells[0].text, value: row.cells[1].text) : nil
        }
        guard !pairs.isEmpty else { return nil }
        agency = LeadingRows.agency(pairs)
        let digits = pairs.first { $0.label == "ปีงบประมาณ" }.map {
            String(decoding: Label.folded($0.value), as: UTF8.self)
        }
        if let year = digits.flatMap({ Int($0) }), (2500...2700).contains(year) { self.year = FiscalYear(year) }
    }
}

/// What rows above the heads may tell of the agency.
private enum LeadingRows {
    private static let names: Set<String> = ["หน่วยงาน", "ชื่อหน่วยงาน", "agency", "agencyname", "name"]
    private static let websites: Set<String> = [
        "เว็บไซต์", "เว็บไซต์หลัก", "เว็บไซต์หน่วยงาน", "เว็บไซต์หลักของหน่วยงาน", "website", "homepage",
    ]
    private static let provinces: Set<String> = ["จังหวัด", "province"]
    private static let types: Set<String> = ["ประเภท", "ประเภทหน่วยงาน", "type", "agencytype"]

    static func agency(_ pairs: [(label: String, value: String)]) -> DeclaredAgency {
        func value(_ labels: Set<String>) -> String {
            pairs.first { pair in
                let folded = Label.folded(pair.label).filter { $0 != 58 }
                return labels.contains(String(decoding: folded, as: UTF8.self))
            }?.value ?? ""
        }
        let website = value(websites)
        return DeclaredAgency(
            name: value(names), website: CellAddresses(website).addresses.first ?? "",
            type: AgencyType(rawValue: String(decoding: Label.folded(value(types)), as: UTF8.self)),
            province: value(provinces))
    }
}

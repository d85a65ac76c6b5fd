public import GradingCore

/// What a form cannot keep of a submission: found by reading the written bytes again, never assumed.
public struct ConversionLoss: Sendable, Hashable {
    /// What is lost. Raw values are the words of `--json`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case agency, fiscalYear = "fiscal_year", columns, origin, answers
    }
    /// The kind of loss.
    public var kind: Kind
    /// One sentence for people.
    public var message: BilingualText

    /// The losses of what came back against what was meant; the year counts where one was meant.
    public static func between(_ meant: Submission, and again: Submission) -> [ConversionLoss] {
        var losses: [ConversionLoss] = []
        func add(_ kind: Kind, _ th: String, _ en: String) {
            losses.append(ConversionLoss(kind: kind, message: BilingualText(th: th, en: en)))
        }
        if facts(meant.agency) != facts(again.agency) {
            add(
                .agency, "ไฟล์ชนิดนี้ไม่เก็บชื่อ เว็บไซต์ ประเภท และจังหวัดของหน่วยงาน โปรดระบุด้วย --agency และ --website เมื่อใช้ไฟล์นี้",
                "Name, website, type and province of the agency are not kept; name them with --agency and --website.")
        }
        if meant.fiscalYear != again.fiscalYear, let year = meant.fiscalYear {
            add(
                .fiscalYear, "ไฟล์ชนิดนี้ไม่เก็บปีงบประมาณ โปรดระบุ --year \(year.year) เมื่อใช้ไฟล์นี้",
                "The fiscal year is not kept; name it with --year \(year.year).")
        }
        let columns = columns(meant)
        if !columns.isSubset(of: self.columns(again)) {
            let heads = meant.unknownColumns.map { $0.head.isEmpty ? $0.column : $0.head }.joined(separator: ", ")
            add(
                .columns, "ไม่ได้เก็บคอลัมน์อื่นบางส่วนหรือทั้งหมด: \(heads)",
                "Other columns are not kept, or not all of their cells: \(heads).")
        }
        if meant.answers.map(\.origin) != again.answers.map(\.origin) {
            add(
                .origin, "ไม่ได้เก็บที่มาของลิงก์ ระดับความมั่นใจ และลิงก์ทางเลือกจากการค้นหา",
                "Where a search found the answers, how sure it was and its other candidates are not kept.")
        }
        let changed = Set(meant.answers.map(facts)).symmetricDifference(again.answers.map(facts))
        if !changed.isEmpty || meant.answers.map(\.item) != again.answers.map(\.item) {
            let items = Set(changed.map(\.item)).sorted().map(\.text).joined(separator: ", ")
            add(
                .answers, "คำตอบของข้อต่อไปนี้ไม่เหมือนเดิมทุกตัวอักษร: \(items)",
                "The answers of these items do not come back letter by letter: \(items).")
        }
        return losses
    }

    private static func facts(_ agency: DeclaredAgency) -> [String] {
        [agency.name, agency.website, agency.isTypeInferred ? "" : agency.type?.rawValue ?? "", agency.province]
    }

    private static func facts(_ answer: SubmittedAnswer) -> AnswerFacts {
        AnswerFacts(
            item: answer.item, answer: answer.answer, urls: answer.urls.map(\.verbatim),
            explanation: answer.explanation)
    }

    /// Head and text of every cell of columns without meaning.
    private static func columns(_ submission: Submission) -> Set<[String]> {
        Set(
            submission.unknownColumns.flatMap { column in
                column.cells.isEmpty
                    ? [[column.head]] : column.cells.values.sorted().map { [column.head, $0] }
            })
    }
}

/// What an answer says, places aside.
struct AnswerFacts: Hashable {
    var item: ItemID
    var answer: Bool?
    var urls: [String]
    var explanation: String
}

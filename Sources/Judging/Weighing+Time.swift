import Checklists
import Findings
import GradingCore
import ThaiText

/// Evidence whose time nobody can tell.
extension Weighing {
    /// True when the only thing against the item is that its time is not told, or told in two ways. Evidence of an
    /// unknown year is not evidence of a wrong year; where one of two times is told, the other is lacking.
    /// A page on which nothing of the item was found is no evidence of any year.
    func isOnlyTimeUnknown(_ failures: [Reason], _ currency: CurrencyJudgement.Result) -> Bool {
        let isSomethingFound = facts.elements.isEmpty || facts.elements.contains(where: \.isFound)
        guard !failures.isEmpty, isSomethingFound else { return false }
        if !currency.contradiction.isEmpty { return failures.count == 1 }
        return failures.allSatisfy { $0.code == .undated } && currency.decides.isEmpty
    }

    /// The reason of dates that contradict, with two of them.
    func contradiction(_ currency: CurrencyJudgement.Result) -> Reason {
        let quoted = currency.contradiction.prefix(2).map { facts.dates.dates[$0] }
        return Reason(
            code: .lowConfidence, message: JudgementTexts.contradiction(quoted.map(\.date.text)),
            fix: JudgementTexts.contradictionFix, evidence: quoted.first?.evidence ?? facts.best?.evidence)
    }
}

extension JudgementTexts {
    static func contradiction(_ dates: [String]) -> BilingualText {
        let quotes = dates.map { "“\($0)”" }
        return BilingualText(
            th: "วันที่หรือปีในหน้านี้ขัดกัน (\(quotes.joined(separator: " กับ "))) "
                + "จึงบอกไม่ได้ว่าเป็นข้อมูลของปีใด ควรให้คนตรวจดู",
            en:
                "The dates of the page contradict one another (\(quotes.joined(separator: " and "))), so its year cannot "
                + "be told; a person should look.")
    }

    static let contradictionFix = BilingualText(
        th: "ตรวจสอบและแก้ไขวันที่และปีในเอกสารให้ตรงกัน", en: "Check the dates and years of the document and make them agree."
    )

    static let timeUnknown = BilingualText(
        th: "บอกไม่ได้ว่าเป็นข้อมูลของปีใด จึงยังตัดสินไม่ได้ ควรให้คนตรวจดู",
        en: "Its year cannot be told, so nothing is decided: a person should look.")
}

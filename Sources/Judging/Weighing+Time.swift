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
        let isSomethingFound =
            facts.elements.isEmpty || facts.elements.contains { $0.isFound || $0.dateless?.isEmpty == false }
        guard !failures.isEmpty, isSomethingFound else { return false }
        if !currency.contradiction.isEmpty { return failures.count == 1 }
        return failures.allSatisfy { $0.code == .undated } && currency.decides.isEmpty
    }

    /// True when only the time fails, and it may stand in what was not read: no date at all, or none that tells how far
    /// it reaches where nothing of the item was read.
    func isUnseenTime(_ failures: [Reason]) -> Bool {
        guard facts.isUnseen else { return false }
        let isAnyRead = facts.elements.contains(where: \.isFound)
        return failures.allSatisfy { $0.code == .undated || $0.code == .periodIncomplete && !isAnyRead }
    }

    /// What is said of an old page under a new title; nil for any other.
    func recycled(_ result: CurrencyJudgement.Result) -> BilingualText? {
        result.promise.map { JudgementTexts.recycled(result.verdict, promise: facts.dates.dates[$0].date.text) }
    }

    /// The reason of dates that contradict, with two of them.
    func contradiction(_ currency: CurrencyJudgement.Result) -> Reason {
        let quoted = currency.contradiction.prefix(2).map { facts.dates.dates[$0] }
        let texts = quoted.map(\.date.text)
        return Reason(
            code: .lowConfidence,
            message: currency.isOtherRound
                ? JudgementTexts.otherRound(texts.first ?? "") : JudgementTexts.contradiction(texts),
            fix: currency.isOtherRound ? JudgementTexts.otherRoundFix : JudgementTexts.contradictionFix,
            evidence: quoted.first?.evidence ?? facts.best?.evidence)
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

    static func recycled(_ currency: CurrencyVerdict, promise: String) -> BilingualText {
        let shown = currency.found.first { $0.decides }?.text ?? ""
        let missing = currency.missing.joined(separator: ", ")
        return BilingualText(
            th: "หัวข้อระบุ “\(promise)” แต่เนื้อหาเป็นของช่วงเวลาเก่ากว่าที่กำหนด (พบ “\(shown)”, ต้องการ \(missing)) "
                + "เหมือนนำหน้าเดิมมาเปลี่ยนหัวข้อ",
            en:
                "The heading says “\(promise)”, but the content is of an earlier time than asked for (found “\(shown)”, "
                + "wanted \(missing)): an old page under a new title.")
    }

    static func otherRound(_ round: String) -> BilingualText {
        BilingualText(
            th: "รายงานนี้เป็นของรอบปีปฏิทิน (“\(round)”) ซึ่งไม่ตรงกับปีงบประมาณ (1 ตุลาคม ถึง 30 กันยายน) "
                + "ถือเป็นรายงานของปีที่กำหนดได้หรือไม่ ควรให้คนตรวจดู",
            en:
                "The report is of a calendar year (“\(round)”), not of a fiscal year (1 October to 30 September): does it "
                + "count for the year asked for? A person should look.")
    }

    static let otherRoundFix = BilingualText(
        th: "จัดทำรายงานให้ครอบคลุมปีงบประมาณ (1 ตุลาคม ถึง 30 กันยายน)",
        en: "Let the report cover the fiscal year (1 October to 30 September).")

    static let contradictionFix = BilingualText(
        th: "ตรวจสอบและแก้ไขวันที่และปีในเอกสารให้ตรงกัน", en: "Check the dates and years of the document and make them agree."
    )

    static let timeUnknown = BilingualText(
        th: "บอกไม่ได้ว่าเป็นข้อมูลของปีใด จึงยังตัดสินไม่ได้ ควรให้คนตรวจดู",
        en: "Its year cannot be told, so nothing is decided: a person should look.")
}

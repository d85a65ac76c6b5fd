import GradingCore

// The words of comparisons with other people's verdicts in both languages. A table.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

enum VerdictComparisonTexts {
    static let title = words(
        "เปรียบเทียบผลของโปรแกรมกับผลที่ให้มา", "The program's verdicts beside the given ones")
    static let source = words("ผลที่ให้มา", "Given verdicts")
    static let ours = words("ผลของโปรแกรม", "Program")
    static let theirs = words("ผลที่ให้มา", "Given")
    static let decided = words("ข้อที่ตัดสินทั้งสองฝ่าย", "Items that both decided")
    static let agreement = words("ตรงกัน", "Agreement")
    static let kappa = words("ค่าแคปปาของโคเฮน", "Cohen's kappa")
    static let kappaMeaning = words(
        "1 คือตรงกันทุกข้อ, 0 คือตรงกันเท่าที่จะเกิดโดยบังเอิญ; ไม่นับข้อที่ฝ่ายใดยังไม่ตัดสิน",
        "1 is full agreement, 0 what chance would give; items that a side did not decide are left out")
    static let notDefined = words(
        "คำนวณไม่ได้ (ไม่มีข้อที่ตัดสินทั้งสองฝ่าย หรือทั้งสองฝ่ายให้ผลแบบเดียวกันทุกข้อ)",
        "not defined (no item was decided by both, or both gave every item the same verdict)")
    static let score = words("คะแนน OIT ตามผลของโปรแกรม", "OIT score by the program")
    static let theirScore = words("คะแนน OIT ตามผลที่ให้มา", "OIT score by the given verdicts")
    static let noDifference = words(
        "ทุกข้อที่ตัดสินทั้งสองฝ่ายมีผลตรงกัน", "Both sides agree on every item that both decided.")
    static let nothingDecided = words("ไม่มีข้อที่ตัดสินทั้งสองฝ่าย", "No item was decided by both sides.")
    static let ourReason = words("เหตุผลของโปรแกรม", "The program's reason")
    static let notJudged = words("ไม่ได้ตัดสิน", "not judged")
}

extension VerdictComparison.Result {
    var words: BilingualText {
        switch self {
        case .agree: Reporting.words("ตรงกัน", "Agree")
        case .falseSatisfied:
            Reporting.words("โปรแกรมให้ผ่าน แต่ผลที่ให้มาไม่ผ่าน", "Program says met, given says not met")
        case .falseUnsatisfied:
            Reporting.words("โปรแกรมให้ไม่ผ่าน แต่ผลที่ให้มาผ่าน", "Program says not met, given says met")
        case .undecided: Reporting.words("โปรแกรมยังตัดสินไม่ได้", "Program could not tell")
        case .notJudged: Reporting.words("ผลที่ให้มาไม่ได้ตัดสิน", "Not judged in the given verdicts")
        case .notInRun: Reporting.words("ไม่มีข้อนี้ในการตรวจ", "Not in the run")
        }
    }
}

extension ItemPoints {
    /// As a verdict of the other side; nil when it did not judge.
    var verdict: Verdict? {
        switch self {
        case .full: .satisfied
        case .zero: .unsatisfied
        case .unknown: nil
        }
    }
}

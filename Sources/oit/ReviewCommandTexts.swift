import GradingCore
import Reviewing
import WebEvidence

/// Sentences of `oit review`, in both languages.
enum ReviewCommandTexts {
    static func opened(_ path: String) -> BilingualText {
        BilingualText(
            th:
                "เปิดไฟล์ \(path) ด้วยเบราว์เซอร์เพื่ออ่านผล (ไม่ต้องใช้เครือข่าย) แล้วนำ review.json ที่บันทึกได้มารวมด้วย oit review merge",
            en:
                "open \(path) in any browser (no network needed); merge the review.json that it saves with oit review merge"
        )
    }

    static func collected(_ folder: String, _ items: [String]) -> BilingualText {
        BilingualText(
            th: "รวบรวมแฟ้มคำโต้แย้งแล้ว \(items.count) ข้อ (\(items.joined(separator: ", "))): \(folder)/objection.html\n"
                + "หลักฐานประทับตราอยู่ใน \(folder)/evidence.wacz",
            en: "collected for \(items.count) items (\(items.joined(separator: ", "))): \(folder)/objection.html\n"
                + "the sealed evidence is \(folder)/evidence.wacz")
    }

    static func brokenLog(_ path: String, _ cause: String) -> BilingualText {
        BilingualText(
            th: "บันทึกการอ่าน \(path) ไม่ตรงกับที่โปรแกรมเขียนไว้ (\(cause)) จึงไม่เพิ่มข้อมูลลงไป โปรดใช้สำเนาที่สมบูรณ์",
            en:
                "the review log \(path) is not what was written (\(cause)); nothing is added to it, restore a whole copy"
        )
    }

    static func merged(
        _ added: Int, _ path: String, _ log: ReviewLog, _ outcome: ReviewOutcome, _ language: ReportLanguage
    ) -> String {
        func words(_ th: String, _ en: String) -> String { language == .thai ? th : en }
        func score(_ score: CascadedScore) -> String {
            let (lowest, highest) = (score.published.lowest.text, score.published.highest.text)
            return lowest == highest ? lowest : "\(lowest) – \(highest)"
        }
        var lines = [
            words(
                "เพิ่มผลการอ่าน \(added) รายการ รวม \(log.lines.count) รายการ",
                "\(added) decisions added, \(log.lines.count) in all")
                + ": \(path)",
            words("ค่าแฮชท้ายบันทึก: ", "head of the log: ") + log.head,
            words("คะแนนของโปรแกรม: ", "score of the program: ") + score(outcome.machine),
            words("คะแนนเบื้องต้นหลังอ่าน: ", "preliminary score after reading: ") + score(outcome.preliminary),
        ]
        if outcome.hasObjections {
            lines.append(words("คะแนนหลังพิจารณาคำโต้แย้ง: ", "final score after objections: ") + score(outcome.final))
        }
        for item in outcome.items where item.final != item.machine && !item.isConflict {
            let who = item.readings.map { CleanText.line($0.reader) }.joined(separator: ", ")
            let reason =
                item.readings.last { !$0.entry.reason.isEmpty }.map { ": \(CleanText.line($0.entry.reason))" } ?? ""
            lines.append(
                "  \(item.item.text)  \(verdict(item.machine, language)) → \(verdict(item.final, language))  (\(who))\(reason)"
            )
        }
        if !outcome.conflicts.isEmpty {
            lines.append(words("เห็นต่างกันและยังไม่มีผู้ชี้ขาด:", "readers differ and nobody has decided:"))
            for item in outcome.conflicts {
                let said = item.readings.map {
                    "\(CleanText.line($0.reader)): \($0.entry.said.map { verdict($0, language) } ?? "")"
                }
                lines.append("  \(item.item.text)  \(said.joined(separator: " · "))")
            }
        }
        return (lines + outcome.agreements.map { agreement(AgreementLine($0), language) }).joined(separator: "\n")
    }

    private static func verdict(_ verdict: Verdict, _ language: ReportLanguage) -> String {
        guard language == .thai else { return verdict.rawValue }
        return switch verdict {
        case .satisfied: "ผ่าน"
        case .unsatisfied: "ไม่ผ่าน"
        case .undecided: "ยังตัดสินไม่ได้"
        case .notApplicable: "ไม่ใช้กับหน่วยงาน"
        }
    }

    static func agreement(_ result: ReviewAgreementResult, _ language: ReportLanguage) -> String {
        let lines = (result.byReader + result.byItem).map { agreement($0, language) }
        guard lines.isEmpty else { return lines.joined(separator: "\n") }
        return language == .thai ? "ยังไม่มีข้อใดที่มีผู้อ่านสองคน" : "no item was read by two people yet"
    }

    private static func agreement(_ line: AgreementLine, _ language: ReportLanguage) -> String {
        let program = language == .thai ? "โปรแกรม" : "the program"
        let sides =
            line.item ?? "\(CleanText.line(line.one ?? "")) – \(line.other.map { CleanText.line($0) } ?? program)"
        let open = language == .thai ? "หาค่าไม่ได้" : "not defined"
        let (share, kappa) = (line.agreement ?? open, line.kappa ?? open)
        return language == .thai
            ? "\(sides): ตรงกัน \(share) แคปปาของโคเฮน \(kappa) (\(line.items) ข้อ)"
            : "\(sides): agreement \(share), Cohen's kappa \(kappa) (\(line.items) items)"
    }
}

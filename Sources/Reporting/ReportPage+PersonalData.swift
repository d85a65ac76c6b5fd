import Findings
import GradingCore

extension ReportPage {
    /// Personal data that the world can read: urgent, so it stands high up; masked, so it is not spread further.
    var personalDataSection: Markup {
        guard !assessment.personalData.isEmpty else { return "" }
        let pages = Set(assessment.personalData.map(\.evidence)).count
        let entries = assessment.personalData.map { found -> Markup in
            let page = report.evidence[found.evidence]
            return """
                <li><b>\(say(found.kind.words))</b> \(say(ReportTexts.pieces(found.count))): \
                <code>\(found.masked)</code> – \(say(ReportTexts.place(found.place))), \
                \(say(ReportTexts.item)) \(itemLink(found.item))<br>\
                \(page.map { Markup.readableAddress($0.url) } ?? "") (\(evidenceLink(found.evidence)))</li>

                """
        }
        return section(
            "personal", ReportTexts.personalData,
            """
            <p><strong>\(say(ReportTexts.personalDataLead(pages)))</strong></p>
            <ul>\(entries)</ul>
            \(element("h3", ReportTexts.whatToDo))
            <ol>\(ReportTexts.personalDataSteps.map { element("li", $0) })</ol>
            \(element("p", ReportTexts.personalDataMasked))
            """, class: "urgent")
    }
}

extension PersonalDataFinding.Kind {
    var words: BilingualText {
        switch self {
        case .citizenID: BilingualText(th: "เลขประจำตัวประชาชน", en: "Citizen's 13-digit number")
        case .bankAccount: BilingualText(th: "เลขบัญชีธนาคาร", en: "Bank account number")
        case .telephone: BilingualText(th: "หมายเลขโทรศัพท์ส่วนตัว", en: "Private telephone number")
        case .homeAddress: BilingualText(th: "ที่อยู่บ้าน", en: "Home address")
        }
    }
}

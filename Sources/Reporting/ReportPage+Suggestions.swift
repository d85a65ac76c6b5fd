import Findings
import GradingCore
import WebEvidence

extension ReportPage {
    /// What a search of the website proposes for an item, beside its failure.
    func suggestions(for finding: ItemFinding) -> Markup {
        let own = (assessment.suggestions ?? []).filter { $0.item == finding.item }
        guard !own.isEmpty else { return "" }
        let entries = own.map { suggestion -> Markup in
            let old: Markup =
                suggestion.url.isEmpty
                ? "" : "<br>\(say(ReportTexts.insteadOf)) \(Markup.address(suggestion.url))"
            return """
                <li>\(Markup.address(suggestion.replacement))<br>\(say(suggestion.why))\(old)</li>

                """
        }
        return block(ReportTexts.suggestions, "<ul>\(entries)</ul>", class: "fix")
    }
}

extension ReportTexts {
    static let suggestions = words(
        "ที่อยู่ที่เสนอให้ใช้ (โปรดเปิดตรวจก่อนแก้ไข)", "Proposed addresses (open them before you accept)")
    static let insteadOf = words("แทนที่อยู่เดิม:", "instead of:")
}

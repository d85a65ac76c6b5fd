import Findings
public import GradingCore
import Reporting
import WebEvidence

extension ObjectionCase {
    /// The page for people: HTML in UTF-8 without script and outside resource.
    public func page(_ language: ReportLanguage) -> [UInt8] {
        let texts = ReviewTexts(language: language)
        func words(_ th: String, _ en: String) -> String { language == .thai ? th : en }
        let name = assessment.agency.name.isEmpty ? assessment.agency.website : assessment.agency.name
        let head: Markup = """
            <p>\(texts.run(assessment))</p>
            <p>\(words("หลักฐานของวันที่ตรวจอยู่ในไฟล์ประทับตรา", "The evidence of the audit is in the sealed file")) <b>\(archive)</b> \
            (oit dossier verify \(archive))<br>\(words("ลายนิ้วมือกุญแจ", "key")) <span class="digest">\(fingerprint)</span></p>
            <p>\(words(
                "การพิจารณาคำโต้แย้งใช้เฉพาะ URL ที่ส่งไว้เดิม สภาพของวันนี้แสดงไว้เพื่อประกอบเท่านั้น",
                "Objections are judged on the addresses first submitted; today's state is shown beside, as it is."))</p>
            \(given(words))
            """
        return PlainPage(
            language: language, kicker: words("แฟ้มคำโต้แย้ง", "Objection"), heading: name, head: head,
            sections: items.map { item in
                PlainPage.Section(
                    id: item.finding.item.text,
                    title: "\(item.finding.item.text.uppercased()) \(item.finding.title.text(language))",
                    content: content(item, texts, words))
            }
        ).bytes
    }

    /// What each certificate is worth, so that none that was handed in goes under.
    private func given(_ words: (String, String) -> String) -> Markup {
        guard !certificates.isEmpty else { return "" }
        let lines = certificates.map { certificate -> Markup in
            let standing =
                switch certificate.standing {
                case .counts: words("ใช้เป็นหลักฐานของข้อที่โต้แย้ง", "counts for a disputed item")
                case .elsewhere:
                    words("สมบูรณ์ แต่เป็นของ URL อื่นที่ไม่ได้โต้แย้ง", "intact, but about addresses that are not disputed here")
                case .worthless:
                    words(
                        "ไม่ใช่ใบรับรองหรือถูกเปลี่ยนแปลง ใช้เป็นหลักฐานไม่ได้",
                        "no certificate, or changed since it was sealed: it proves nothing")
                }
            return "<li>\(certificate.file): \(standing)</li>"
        }
        return "<p>\(words("ใบรับรองที่ยื่น", "Certificates handed in"))</p><ul>\(lines)</ul>"
    }

    private func content(_ item: Item, _ texts: ReviewTexts, _ words: (String, String) -> String) -> Markup {
        let reasons = item.finding.reasons.map { "<li>\($0.message.text(texts.language))</li>" as Markup }
        let readings = item.review.readings.map { line -> Markup in
            let said = line.entry.said.map { texts.verdict($0) } ?? ""
            return """
                <li>\(Markup.foreign(line.reader)): <b>\(said)</b> \(line.entry.reason) \(line.entry.note) \(line.entry.at)</li>
                """
        }
        let evidence = item.evidence.map { page -> Markup in
            """
            <li>\(page.id.text) \(Markup.foreign(page.url))<br>\(texts.outcome(page.outcome)) · \(page.fetchedAt)<br>\
            sha256 \(page.sha256)</li>
            """
        }
        return """
            <p>\(words("ผลของโปรแกรม", "The program")): <b>\(texts.verdict(item.finding.verdict))</b> · \
            \(words("ผลเบื้องต้น", "preliminary")): <b>\(texts.verdict(item.review.preliminary))</b> · \
            \(words("ผลล่าสุด", "now")): <b>\(texts.verdict(item.review.final))</b></p>
            <ul>\(reasons)</ul>
            <h3>\(words("ความเห็นของผู้อ่าน", "What readers said"))</h3>
            \(readings.isEmpty ? "<p>\(words("ยังไม่มี", "Nothing yet."))</p>" : "<ul>\(readings)</ul>" as Markup)
            <h3>\(words("หลักฐานของวันที่ตรวจ", "Evidence of the audit"))</h3>
            \(evidence.isEmpty ? "<p>\(texts.noEvidence)</p>" : "<ul>\(evidence)</ul>" as Markup)
            <h3>\(words("สภาพของ URL ในวันนี้", "The addresses today")) \(askedAt?.bangkok ?? "")</h3>
            \(today(item, words))
            <h3>\(words("หลักฐานการเปิดได้ระหว่างนั้น", "Proof of the time between"))</h3>
            \(uptimes(item, words))
            """
    }

    private func today(_ item: Item, _ words: (String, String) -> String) -> Markup {
        guard askedAt != nil else { return "<p>\(words("ไม่ได้ตรวจ", "Not asked."))</p>" }
        guard !item.today.isEmpty else { return "<p>\(words("ไม่มี URL ที่ส่งไว้", "No address was submitted."))</p>" }
        let lines = item.today.map { today -> Markup in
            let status = today.status.map { "(HTTP \($0))" } ?? ""
            return "<li>\(Markup.foreign(today.url)): <b>\(today.outcome)</b> \(status)</li>"
        }
        return "<ul>\(lines)</ul>"
    }

    private func uptimes(_ item: Item, _ words: (String, String) -> String) -> Markup {
        guard !item.uptimes.isEmpty else {
            return "<p>\(words("ไม่มีใบรับรองของข้อนี้", "No certificate covers this item."))</p>"
        }
        let lines = item.uptimes.map { uptime -> Markup in
            uptime.isIntact
                ? """
                <li>\(Markup.foreign(uptime.url)): \(words("เปิดได้", "open in")) \(uptime.open) / \(uptime.checks) \
                \(words("ครั้งที่ตรวจ", "checks")) (\(uptime.file))</li>
                """
                : """
                <li><b>\(uptime.file): \(words(
                    "ไฟล์ถูกเปลี่ยนแปลง ใช้เป็นหลักฐานไม่ได้", "the file was changed; it proves nothing"))</b></li>
                """
        }
        return "<ul>\(lines)</ul>"
    }
}

package import Findings
package import GradingCore

/// What is said about a picture of evidence.
package enum PictureWords {
    static let title = BilingualText(th: "ภาพหน้าหลักฐาน", en: "Pictures of the evidence")
    static let back = BilingualText(th: "กลับไปที่รายงาน", en: "Back to the report")
    static let link = BilingualText(th: "ดูภาพ", en: "picture")
    static let intro = BilingualText(
        th: "ภาพของหน้าที่ใช้ตัดสินผล กรอบสีแดงคือข้อความที่อ้าง กรอบสีน้ำเงินคือวันที่ที่ใช้ตัดสิน",
        en: "The pages on which verdicts rest. Red boxes are quotes, blue boxes are dates that decided.")

    /// What stands in place of the picture for who cannot see it.
    package static func alternative(_ picture: EvidencePicture, _ title: String, _ language: ReportLanguage) -> String {
        let drawn = picture.marks.filter { $0.state == .drawn }.map { "“\($0.text)”" }.joined(separator: " ")
        let head = language == .thai ? "ภาพหน้า \(title)" : "Picture of the page \(title)"
        return drawn.isEmpty ? head : head + (language == .thai ? " กรอบที่ข้อความ " : ", boxes around ") + drawn
    }

    /// What is boxed, what is not and why, and what must be known of the picture.
    package static func caption(_ picture: EvidencePicture, _ language: ReportLanguage) -> Markup {
        guard let content = picture.content else { return "" }
        func words(_ th: String, _ en: String) -> String { language == .thai ? th : en }
        var lines: [Markup] = []
        if let page = content.page {
            lines.append("<li>\(words("หน้า \(page) ของไฟล์", "Page \(page) of the file"))</li>")
        }
        for mark in picture.marks where mark.state != .drawn {
            lines.append("<li>“\(Markup.foreign(mark.text))” \(mark.state.words.text(language))</li>")
        }
        lines += content.notes.map { "<li>\($0.text(language))</li>" }
        return lines.isEmpty ? "" : "<ul class=\"lines\">\(lines)</ul>"
    }
}

extension EvidencePicture.Mark.State {
    var words: BilingualText {
        switch self {
        case .drawn: BilingualText(th: "มีกรอบในภาพ", en: "is boxed in the picture")
        case .notFound:
            BilingualText(
                th: "ไม่พบในภาพ จึงไม่ได้ใส่กรอบ (อาจเป็นชื่อหน้า ที่อยู่ หรือข้อความในรูป)",
                en:
                    "is not found in the picture, so there is no box (it may be a title, an address, or inside an image)"
            )
        case .ambiguous:
            BilingualText(
                th: "มีหลายแห่งในหน้า จึงไม่ได้ใส่กรอบ", en: "stands in several places of the page, so there is no box")
        case .hidden:
            BilingualText(
                th: "หน้าเว็บไม่แสดงข้อความนี้ จึงไม่ได้ใส่กรอบ", en: "is not displayed by the page, so there is no box")
        case .outside:
            BilingualText(th: "อยู่นอกช่วงที่ภาพแสดง", en: "lies outside the part that the picture shows")
        }
    }
}

import GradingCore
import WebEvidence

/// What a link leads to, in words and media types.
enum LinkKind {
    private static let kinds: [(endings: [String], mediaType: String, name: BilingualText)] = [
        (["pdf"], "application/pdf", BilingualText(th: "ไฟล์ PDF", en: "PDF file")),
        (
            ["docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            BilingualText(th: "ไฟล์ Word", en: "Word file")
        ),
        (["doc"], "application/msword", BilingualText(th: "ไฟล์ Word", en: "Word file")),
        (
            ["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            BilingualText(th: "ไฟล์ Excel", en: "Excel file")
        ),
        (["xls"], "application/vnd.ms-excel", BilingualText(th: "ไฟล์ Excel", en: "Excel file")),
        (
            ["pptx"], "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            BilingualText(th: "ไฟล์ PowerPoint", en: "PowerPoint file")
        ),
        (["ppt"], "application/vnd.ms-powerpoint", BilingualText(th: "ไฟล์ PowerPoint", en: "PowerPoint file")),
        (["csv"], "text/csv", BilingualText(th: "ไฟล์ CSV", en: "CSV file")),
        (["jpg", "jpeg"], "image/jpeg", BilingualText(th: "รูปภาพ", en: "picture")),
        (["png"], "image/png", BilingualText(th: "รูปภาพ", en: "picture")),
        (["gif"], "image/gif", BilingualText(th: "รูปภาพ", en: "picture")),
        (["zip"], "application/zip", BilingualText(th: "ไฟล์ ZIP", en: "ZIP file")),
        (["rar"], "application/vnd.rar", BilingualText(th: "ไฟล์ RAR", en: "RAR file")),
        (
            ["", "html", "htm", "php", "asp", "aspx", "jsp"], "text/html",
            BilingualText(th: "หน้าเว็บ", en: "web page")
        ),
    ]

    /// The media type that the ending of an address suggests; empty when it suggests none.
    static func mediaType(ofAddress written: String) -> String {
        guard let address = address(written) else { return "" }
        // A route with a query may give anything.
        let name = address.fileName.lowercased()
        let ending = name.contains(".") ? name.split(separator: ".").last.map(String.init) ?? "" : ""
        let found = kinds.first { $0.endings.contains(ending) }?.mediaType ?? ""
        return found == "text/html" && !(address.query ?? "").isEmpty ? "" : found
    }

    /// What people call a media type; a page or file where nothing is known.
    static func name(ofMediaType type: String, _ language: ReportLanguage) -> String {
        let bare = type.split(separator: ";").first.map { String($0).lowercased() } ?? ""
        let found = kinds.first { $0.mediaType == bare }?.name
        return (found ?? BilingualText(th: "หน้าเว็บหรือไฟล์", en: "web page or file")).text(language)
    }

    /// What a link leads to: the address as written where that is a valid one, else its normalised spelling. Nil for
    /// everything but http and https.
    static func target(of written: String) -> String? {
        guard let address = address(written), !address.host.isEmpty else { return nil }
        let isValid = written.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "\"", "<", ">", "\\", "^", "`", "{", "|", "}", "[", "]", "@", "'": false
            default: scalar.value > 32 && !CleanText.isHidden(scalar)
            }
        }
        let hasScheme = written.hasPrefix("http://") || written.hasPrefix("https://")
        return isValid && hasScheme ? written : address.text
    }

    /// The same for an attribute of HTML: everything but ASCII as percent escapes.
    static func reference(to written: String) -> String? {
        guard let address = address(written), !address.host.isEmpty else { return nil }
        return address.text.replacing("'", with: "%27")
    }

    private static func address(_ written: String) -> PageAddress? {
        do { return try PageAddress(submitted: written) } catch { return nil }
    }

    /// `1.2 MB`.
    static func size(_ bytes: Int) -> String {
        if bytes < 1_000 { return "\(bytes) B" }
        if bytes < 1_000_000 { return "\(bytes / 1_000) KB" }
        return "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
    }
}

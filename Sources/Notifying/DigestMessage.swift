import GradingCore
import WebEvidence

/// One message to a person about one notice or several: urgent things first, then by agency and time. Long lists are cut
/// with the number of what is left out.
struct DigestMessage {
    private static let mostAddresses = 20
    private static let mostLines = 12

    let notices: [Notice]
    let texts: NoticeTexts
    let now: Moment

    init(_ notices: [Notice], language: ReportLanguage, at now: Moment) {
        self.notices = notices.sorted {
            if $0.isUrgent != $1.isUrgent { return $0.isUrgent }
            return ($0.agency, $0.since, $0.id) < ($1.agency, $1.since, $1.id)
        }
        texts = NoticeTexts(language: language)
        self.now = now
    }

    var subject: String { texts.subject(notices, at: now) }

    /// Plain text with `\n` at its lines.
    var plain: String {
        var parts = notices.count > 1 ? [texts.digestOpening] : []
        parts += notices.enumerated().map { index, notice in
            let number = notices.count > 1 ? "\(index + 1). " : ""
            return ([number + heading(notice)] + lines(notice)).joined(separator: "\n")
        }
        return (parts + ["-- \n" + texts.footer]).joined(separator: "\n\n") + "\n"
    }

    /// Cut to `most` UTF-16 units, whole notices only, with the number of those that are left out.
    func plain(most: Int) -> String {
        let whole = plain
        if whole.utf16.count <= most { return whole }
        var shown = texts.subject(notices, at: now)
        for (index, notice) in notices.enumerated() {
            let next = "\n\n\(index + 1). \(heading(notice))\n\(CleanText.line(notice.text.text(texts.language)))"
            let rest = "\n\n(+\(notices.count - index))"
            if shown.utf16.count + next.utf16.count + rest.utf16.count + 8 > most { return shown + rest }
            shown += next
        }
        return shown
    }

    /// The same as a page without script and outside resource.
    var html: String {
        let opening = notices.count > 1 ? "<p>\(Hypertext.escaped(texts.digestOpening))</p>" : ""
        let parts = notices.map(fragment)
        return """
            <!DOCTYPE html>\r
            <html lang="\(texts.language.rawValue)"><head><meta charset="utf-8"><title>\(Hypertext.escaped(subject))</title></head>\r
            <body style="font:16px/1.6 'Sarabun','Noto Sans Thai',Tahoma,sans-serif;color:#1b2430;overflow-wrap:anywhere">\r
            \(opening)\(parts.joined(separator: "\r\n"))\r
            <p style="color:#51606f;font-size:14px">\(Hypertext.escaped(texts.footer))</p>\r
            </body></html>\r\n
            """
    }

    /// One notice as a piece of a page.
    func fragment(_ notice: Notice) -> String {
        let colour =
            switch notice.kind {
            case .broke, .verdict: "#a8201a"
            case .recovered: "#0b6b3a"
            case .changed, .stale, .certificate, .deadline: "#7a4b00"
            }
        let items = lines(notice).map { "<div>\(Hypertext.line($0))</div>" }.joined(separator: "\r\n")
        return """
            <div style="border-left:5px solid \(colour);padding:2px 14px;margin:0 0 18px">\r
            <h2 style="font-size:17px;margin:0 0 6px;color:\(colour)">\(Hypertext.escaped(heading(notice)))</h2>\r
            \(items)\r
            </div>
            """
    }

    func heading(_ notice: Notice) -> String { "\(texts.kind(notice.kind)) – \(texts.agency(notice))" }

    private func lines(_ notice: Notice) -> [String] {
        var lines = [CleanText.line(notice.text.text(texts.language)), texts.since(notice)]
        if let items = texts.itemsLine(notice) { lines.append(items) }
        if let agencies = texts.agenciesLine(notice) { lines.append(agencies) }
        if !notice.urls.isEmpty { lines.append("\(texts.addresses):") }
        lines += notice.urls.prefix(DigestMessage.mostAddresses).map { "  \(CleanText.line($0))" }
        let more = notice.urls.count - DigestMessage.mostAddresses
        if more > 0 { lines.append("  \(texts.moreAddresses(more))") }
        for difference in notice.differences { lines += self.lines(difference) }
        return lines
    }

    private func lines(_ difference: Notice.Difference) -> [String] {
        let name = CleanText.line(difference.element.text(texts.language))
        func part(_ head: String, _ sign: String, _ content: [String]) -> [String] {
            guard !content.isEmpty else { return [] }
            let shown = content.prefix(DigestMessage.mostLines).map { "  \(sign) \(CleanText.line($0))" }
            let more = content.count - DigestMessage.mostLines
            return ["\(name.isEmpty ? texts.wholePage : name), \(head):"] + shown
                + (more > 0 ? ["  \(texts.moreLines(more))"] : [])
        }
        return part(texts.removed, "−", difference.removed) + part(texts.added, "+", difference.added)
    }
}

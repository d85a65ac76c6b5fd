import Digests
import FoundationEssentials
import GradingCore
import WebEvidence

/// A message of Internet mail (RFC 5322) with a plain and an HTML part (RFC 2046), both in UTF-8 and base64, so that no
/// server on the way can damage Thai letters or long lines.
struct MailMessage {
    let from: String
    let to: String
    let subject: String
    let plain: String
    let html: String
    let date: Moment
    /// Unique for this message and the same when it is sent again.
    let id: String

    /// With CRLF at its lines, the last one too.
    var bytes: [UInt8] {
        let boundary = "oit-" + ContentDigest(of: Array("\(id)\n\(plain)\n\(html)".utf8)).hexadecimal.prefix(32)
        let head = [
            "Date: \(MailDate.text(date))",
            "From: OIT watch <\(from)>",
            "To: <\(to)>",
            "Message-ID: <\(id)@\(MailAddress.domain(from))>",
            HeaderText.folded("Subject", subject),
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
        ]
        func part(_ type: String, _ content: String) -> [String] {
            [
                "--\(boundary)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
                MailMessage.base64(content),
            ]
        }
        let body =
            part("text/plain", plain.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
            + part("text/html", html) + ["--\(boundary)--", ""]
        return Array((head + [""] + body).joined(separator: "\r\n").utf8)
    }

    /// Lines of 76 characters.
    private static func base64(_ text: String) -> String {
        let all = Array(Data(text.utf8).base64EncodedString().utf8)
        return stride(from: 0, to: all.count, by: 76).map { start in
            String(decoding: all[start..<min(start + 76, all.count)], as: UTF8.self)
        }.joined(separator: "\r\n")
    }
}

/// Words of any language in a header (RFC 2047).
enum HeaderText {
    /// `Name: words`, folded; line breaks and controls inside the words are gone.
    static func folded(_ name: String, _ text: String) -> String {
        let cleaned = CleanText.line(text)
        let isPlain = cleaned.utf8.allSatisfy { (32...126).contains($0) } && !cleaned.contains("=?")
        if isPlain, name.utf8.count + cleaned.utf8.count + 2 <= 76 { return "\(name): \(cleaned)" }
        return "\(name): " + words(cleaned).joined(separator: "\r\n ")
    }

    /// Encoded words of at most 75 characters; none ends inside a character as a reader sees it, unless that one is longer
    /// than a word.
    private static func words(_ text: String) -> [String] {
        let most = 39  // bytes: "Subject: =?UTF-8?B?" + 52 + "?=" is 73; lines with such words have at most 76
        var words: [[UInt8]] = [[]]
        for character in text {
            let bytes = Array(character.utf8)
            if bytes.count <= most {
                if words[words.count - 1].count + bytes.count > most { words.append([]) }
                words[words.count - 1] += bytes
                continue
            }
            for scalar in character.unicodeScalars {
                let part = Array(String(scalar).utf8)
                if words[words.count - 1].count + part.count > most { words.append([]) }
                words[words.count - 1] += part
            }
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
    }
}

/// Dates as mail writes them (RFC 5322 section 3.3), in the clock of Bangkok.
enum MailDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Mon, 15 May 2023 08:00:00 +0700`.
    static func text(_ moment: Moment) -> String {
        let day = moment.day
        let clock = moment.bangkok.dropFirst(11).prefix(8)
        // 1 January of year 1 was a Monday.
        return "\(days[day.dayNumber % 7]), \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0700"
    }
}

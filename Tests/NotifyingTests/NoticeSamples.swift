import Foundation
import GradingCore
import Notifying
import TestSupport

/// What a website may put into titles: markup, line ends, terminal escapes, hidden characters.
let hostileText = "<script>alert(1)</script>\r\nBcc: other@example.invalid\r\n\r\n\u{1B}[31m&\"'\u{202E}\u{0}]]>"

/// Two o'clock in the afternoon of 15 May 2023 in Bangkok.
let afternoon = Moment(seconds: 1_684_134_000)

func sampleNotice(
    _ kind: Notice.Kind = .broke, id: String = "n1", agency: String = "huai-lan", items: [String] = ["o12"],
    text: String = "ลิงก์ของข้อ o12 เปิดไม่ได้ เนื่องจากไม่พบหน้า (404)", agencies: [String]? = nil,
    isUrgent: Bool = true
) -> Notice {
    Notice(
        id: id, kind: kind, agency: agency, agencyName: "องค์การบริหารส่วนตำบลห้วยลาน", items: items.map { ItemID($0) },
        urls: ["https://www.example.go.th/แผน/o12.pdf"],
        cause: Notice.Cause(kind: "http_404", detail: "", agencies: agencies ?? [agency]), since: afternoon,
        text: BilingualText(th: text, en: "The link of item o12 does not open: no such page (404)."), run: "r1",
        isUrgent: isUrgent)
}

/// Settings with short limits; nothing of the environment.
func sampleSettings(_ change: (inout ChannelSettings) -> Void = { _ in }) -> ChannelSettings {
    var settings = ChannelSettings(version: "test")
    settings.timeoutSeconds = 5
    settings.connectSeconds = 2
    settings.quickRetryPauses = []
    change(&settings)
    return settings
}

/// The headers of a message, unfolded, and what follows the empty line.
func parts(of message: String) -> (headers: [(name: String, value: String)], body: String) {
    let bytes = message.replacingOccurrences(of: "\r\n", with: "\n")
    let end = bytes.range(of: "\n\n")
    let head = end.map { String(bytes[..<$0.lowerBound]) } ?? bytes
    let unfolded = head.replacingOccurrences(of: "\n ", with: " ")
    let headers = unfolded.split(separator: "\n").map { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return (name: String(parts[0]), value: parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
    }
    return (headers, end.map { String(bytes[$0.upperBound...]) } ?? "")
}

/// The words of a header whose every word is encoded (RFC 2047).
func decodedWords(_ value: String) -> String? {
    var bytes = Data()
    for word in value.split(separator: " ") {
        guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?="), word.utf8.count <= 75,
            let part = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))),
            String(data: part, encoding: .utf8) != nil
        else { return nil }
        bytes += part
    }
    return String(data: bytes, encoding: .utf8)
}

/// The texts of the two parts of a message.
func alternatives(_ message: String) -> [String] {
    let (headers, body) = parts(of: message)
    guard let type = headers.first(where: { $0.name == "Content-Type" })?.value,
        let mark = type.range(of: "boundary=\"")
    else { return [] }
    let boundary = type[mark.upperBound...].prefix { $0 != "\"" }
    return body.components(separatedBy: "--\(boundary)\n").dropFirst().compactMap { part in
        guard let end = part.range(of: "\n\n") else { return nil }
        let content = part[end.upperBound...].components(separatedBy: "\n--").first ?? ""
        return Data(base64Encoded: content.replacingOccurrences(of: "\n", with: ""))
            .flatMap { String(data: $0, encoding: .utf8) }
    }
}

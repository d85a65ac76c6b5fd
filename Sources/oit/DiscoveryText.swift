import Checklists
import Discovering
import GradingCore
import Reporting
import WebEvidence

/// What a search found, for people.
struct DiscoveryText {
    private let discovery: Discovery
    private let list: YearList
    private let language: ReportLanguage

    init(_ discovery: Discovery, list: YearList, language: ReportLanguage) {
        self.discovery = discovery
        self.list = list
        self.language = language
    }

    var text: String {
        let lines = head + items + missing + looked + [""]
        return lines.map(DiscoveryText.plain).joined(separator: "\n")
    }

    private func say(_ th: String, _ en: String) -> String { language == .thai ? th : en }

    private var head: [String] {
        let year = discovery.year
        var lines: [String] = []
        for index in discovery.indexes {
            lines.append(
                say(
                    "หน้า OIT ของหน่วยงาน: \(index.address.text) (\(index.items) ข้อ"
                        + (index.isOfYear ? " ปี \(year))" : " หน้าเว็บไม่ได้ระบุปี)"),
                    "The agency's own page: \(index.address.text) (\(index.items) items"
                        + (index.isOfYear ? " of \(year))" : ", the page names no year)")))
        }
        if discovery.indexes.isEmpty {
            lines.append(
                say(
                    "ไม่พบหน้า OIT ปี \(year) ของหน่วยงาน จึงค้นหาแต่ละข้อจากเนื้อหาบนเว็บไซต์",
                    "No own page of \(year) was found; the items were looked for on the website itself."))
        }
        for (other, address) in discovery.otherYears.sorted(by: { $0.key > $1.key }) where other != year {
            lines.append(
                say(
                    "มีหน้า OIT ของปี \(other): \(address.text) (ไม่นำมาใช้)",
                    "There is a page of \(other): \(address.text) (not used)"))
        }
        return lines + [""]
    }

    private var items: [String] {
        discovery.items.flatMap { item -> [String] in
            let title = list.item(item.item)?.title.text(language) ?? ""
            var lines = ["\(item.item.text)  \(title)  [\(confidence(item.confidence))]"]
            lines += item.urls.map { "    \($0.text)" }
            if !item.urls.isEmpty { lines.append("    \(DiscoveryTexts.explanation(item.path))") }
            let rest = item.candidates.filter { !item.urls.contains($0.address) }
            for candidate in rest {
                lines.append("    " + say("อาจเป็น ", "maybe ") + candidate.address.text)
                if let quote = candidate.quotes.first { lines.append("        “\(quote)”") }
            }
            return lines
        }
    }

    private func confidence(_ confidence: DiscoveryConfidence) -> String {
        switch confidence {
        case .high: say("มั่นใจ", "sure")
        case .medium: say("ค่อนข้างมั่นใจ", "fairly sure")
        case .low: say("ควรตรวจสอบ", "to be checked")
        }
    }

    private var missing: [String] {
        guard !discovery.missing.isEmpty else { return [] }
        var lines = [
            "",
            say(
                "ไม่พบข้อมูลของ \(discovery.missing.count) ข้อ:", "Nothing was found for \(discovery.missing.count) items:"),
        ]
        for id in discovery.missing { lines.append("    \(id.text)  \(list.item(id)?.title.text(language) ?? "")") }
        if discovery.items.isEmpty {
            lines += [
                "",
                say(
                    "สิ่งที่ควรลอง: ระบุที่อยู่ของหน้า OIT โดยตรงแทนหน้าแรก ตรวจว่าเลือกปีถูกต้อง เพิ่มจำนวนหน้าด้วย --max-pages หรือเพิ่มลิงก์ไปยังหน้า OIT ไว้บนหน้าแรกของเว็บไซต์",
                    "What to try: name the OIT page itself instead of the front page, check the year, raise --max-pages, "
                        + "or put a link to the OIT page on the front page."),
            ]
        }
        return lines
    }

    private var looked: [String] {
        let effort = discovery.effort
        let megabytes = "\(effort.bytes / 1_000_000).\(effort.bytes / 100_000 % 10)"
        var lines = [
            "",
            say(
                "เปิด \(effort.pages) หน้า (\(effort.requests) คำขอ \(megabytes) เมกะไบต์ \(effort.milliseconds / 1000) วินาที) เปิดไม่ได้ \(effort.failed) หน้า",
                "Opened \(effort.pages) pages (\(effort.requests) requests, \(megabytes) MB, \(effort.milliseconds / 1000) s); "
                    + "\(effort.failed) could not be opened."),
        ]
        if let limit = effort.limit { lines.append(limitText(limit)) }
        return lines
    }

    private func limitText(_ limit: DiscoveryEffort.Limit) -> String {
        switch limit {
        case .pages: say("หยุดเมื่อครบจำนวนหน้าที่กำหนด (--max-pages)", "Stopped at the largest number of pages (--max-pages).")
        case .bytes: say("หยุดเมื่อครบปริมาณข้อมูลที่กำหนด", "Stopped at the largest number of bytes.")
        case .time: say("หยุดเมื่อครบเวลาที่กำหนด (--max-time)", "Stopped at the longest time (--max-time).")
        case .stopped: say("ผู้ใช้สั่งหยุด", "Stopped by the user.")
        }
    }

    /// Titles of websites may hold anything: nothing but text reaches the terminal.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    scalar.value >= 32 && !(0x7F...0x9F).contains(scalar.value)
                        && !(0x202A...0x202E).contains(scalar.value)
                        && !(0x2066...0x2069).contains(scalar.value)
                }))
    }
}

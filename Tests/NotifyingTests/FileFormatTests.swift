import Foundation
import FoundationXML
import GradingCore
import Notifying
import TestSupport
import Testing

@Suite struct FileFormatTests {
    private final class Outline: NSObject, XMLParserDelegate {
        var texts: [(element: String, text: String)] = []
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            texts.append((name, ""))
        }
        func parser(_ parser: XMLParser, foundCharacters string: String) {
            if !texts.isEmpty { texts[texts.count - 1].text += string }
        }
    }

    private func outline(_ bytes: [UInt8]) throws -> [(element: String, text: String)] {
        let parser = XMLParser(data: Data(bytes))
        let outline = Outline()
        parser.delegate = outline
        #expect(parser.parse(), "\(parser.parserError as Any)")
        return outline.texts
    }

    @Test("the feed is well formed with what Atom requires, newest first, whatever stands in the notices")
    func feed() throws {
        var hostile = sampleNotice(.changed, id: hostileText, text: hostileText)
        hostile.agencyName = hostileText
        let feed = AtomFeed(
            key: "k", name: hostileText,
            entries: [
                AtomFeed.Entry(sampleNotice(), at: afternoon),
                AtomFeed.Entry(hostile, at: afternoon.adding(seconds: 60)),
            ], language: .thai, madeAt: afternoon)
        let elements = try outline(feed.bytes)
        #expect(elements.first?.element == "feed")
        for required in ["id", "title", "updated"] {
            #expect(elements.filter { $0.element == required }.count == 3)
        }
        #expect(elements.contains { $0.element == "author" })
        let ids = elements.filter { $0.element == "id" }.map(\.text)
        #expect(Set(ids).count == 3 && ids.allSatisfy { $0.hasPrefix("urn:uuid:") })
        let updated = elements.filter { $0.element == "updated" }.map {
            $0.text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        #expect(updated == ["2023-05-15T07:01:00Z", "2023-05-15T07:01:00Z", "2023-05-15T07:00:00Z"])
        let contents = elements.filter { $0.element == "content" }
        #expect(contents.allSatisfy { !$0.text.contains("<script") && $0.text.contains("<h2") })
        #expect(feed.bytes == feed.bytes)
    }

    @Test("a feed without entries is a feed, and a long one keeps its newest")
    func feedSizes() throws {
        let empty = AtomFeed(key: "k", name: "x", entries: [], language: .english, madeAt: afternoon)
        #expect(
            try outline(empty.bytes).contains { $0.element == "updated" && $0.text.hasPrefix("2023-05-15T07:00:00Z") })
        let entries = (0..<300).map { AtomFeed.Entry(sampleNotice(id: "n\($0)"), at: afternoon.adding(seconds: $0)) }
        let long = AtomFeed(key: "k", name: "x", entries: entries, language: .english, madeAt: afternoon)
        #expect(try outline(long.bytes).filter { $0.element == "entry" }.count == 200)
        #expect(String(decoding: long.bytes, as: UTF8.self).contains("2023-05-15T07:04:59Z"))
    }

    private func unfolded(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n ", with: "")
            .components(separatedBy: "\r\n").dropLast()
    }

    @Test("the calendar is folded at 75 octets between letters, escaped, with lasting ids and all-day events")
    func calendar() throws {
        let long = String(repeating: "ปี่กี่ฏุ", count: 40) + ";,\\\nสอง"
        let event = CalendarFile.Event(
            id: "huai-lan stale o12", from: try #require(CivilDate(iso: "2023-09-30")),
            title: BilingualText(th: long, en: ""), details: BilingualText(th: hostileText, en: ""),
            remindedDaysBefore: [7, 0, 1, 7])
        let file = CalendarFile(name: "x", events: [event], language: .thai, madeAt: afternoon)
        let lines = String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") && !$0.utf8.contains(10) })
        let logical = unfolded(file.bytes)
        #expect(logical.first == "BEGIN:VCALENDAR" && logical.last == "END:VCALENDAR")
        #expect(logical.contains("DTSTART;VALUE=DATE:20230930") && logical.contains("DTEND;VALUE=DATE:20231001"))
        #expect(logical.contains("DTSTAMP:20230515T070000Z"))
        #expect(logical.contains("SUMMARY:" + String(repeating: "ปี่กี่ฏุ", count: 40) + "\\;\\,\\\\\\nสอง"))
        #expect(
            logical.filter { $0.hasPrefix("TRIGGER") } == [
                "TRIGGER:-P6DT15H30M", "TRIGGER:-PT15H30M", "TRIGGER:PT8H30M",
            ])
        #expect(!logical.contains { $0.hasPrefix("Bcc") })
        #expect(logical.filter { $0.hasPrefix("BEGIN:") }.count == logical.filter { $0.hasPrefix("END:") }.count)
        let later = CalendarFile(name: "x", events: [event], language: .english, madeAt: afternoon.adding(seconds: 9))
        let uid = logical.first { $0.hasPrefix("UID:") }
        #expect(uid != nil && unfolded(later.bytes).contains { $0 == uid })
    }

    @Test("a file is replaced whole, keeps its permissions, and leaves no draft behind")
    func replacing() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "feed.xml").path
            try LocalFile.replace(path, with: Array("one".utf8))
            #expect(chmod(path, 0o640) == 0)
            try LocalFile.replace(path, with: Array("two".utf8))
            #expect(FileManager.default.contents(atPath: path) == Data("two".utf8))
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["feed.xml"])
            for bad in [folder.path, folder.appending(path: "missing/feed.xml").path] {
                #expect(throws: LocalFileFault.self) { try LocalFile.replace(bad, with: [1]) }
            }
        }
    }

    @Test("a notice is the same after being written and read, and what is no notice is refused")
    func noticeRoundTrip() throws {
        var notice = sampleNotice(.verdict, text: hostileText)
        notice.differences = [
            Notice.Difference(element: BilingualText(th: "ก", en: "a"), added: ["x"], removed: [])
        ]
        #expect(try Notice(json: notice.json) == notice)
        #expect(notice.json == (try Notice(json: notice.json)).json)
        for text in ["", "{}", "[]", "{\"kind\":\"broke\"}", String(decoding: notice.json, as: UTF8.self) + "x"] {
            #expect(throws: NoticeFault.self) { try Notice(json: Array(text.utf8)) }
        }
    }
}

import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Reporting

@Suite struct TextTests {
    @Test(
        "Marks of Thai take no column, wide characters two",
        arguments: [("กำ", 2), ("ที่", 1), ("น้ำ", 2), ("ปู่", 1), ("abc", 3), ("漢字", 4), ("", 0), ("เป็น", 3)])
    func columns(_ text: String, _ expected: Int) { #expect(TextWidth.columns(text) == expected) }

    @Test("Cut text fits its columns and keeps marks with their letter", arguments: 0..<20)
    func cut(_ width: Int) {
        let text = "ประกาศเจตนารมณ์นโยบายที่ดี 漢字 No Gift Policy"
        let cut = TextWidth.cut(text, to: width)
        #expect(TextWidth.columns(cut) <= width)
        #expect(TextWidth.columns(TextWidth.padded(text, to: width)) == width)
        let kept = cut.unicodeScalars.dropLast()
        #expect(text.unicodeScalars.starts(with: kept))
        if let next = text.unicodeScalars.dropFirst(kept.count).first, !kept.isEmpty {
            #expect(next.properties.generalCategory != .nonspacingMark)
        }
    }

    @Test("Wrapped text loses nothing but the spaces at its breaks", arguments: [2, 5, 9, 20, 200])
    func wrapped(_ width: Int) {
        let text = "แก้ไข URL ให้ไปที่หน้าข้อมูลผู้บริหาร แล้วส่งใหม่ again and again"
        let lines = TextWidth.wrapped(text, to: width)
        #expect(lines.allSatisfy { TextWidth.columns($0) <= width && !$0.isEmpty })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test(
        "Escapes, controls and direction marks are taken out of a line",
        arguments: [
            ("\u{1B}[1;31mแดง\u{1B}[0m", "แดง"), ("\u{1B}]8;;http://x\u{1B}\\ลิงก์\u{1B}]8;;\u{07}", "ลิงก์"),
            ("a\u{9B}5mb", "ab"), ("\u{1B}(Bx", "x"), ("\u{1B}Px\u{1B}\\y", "y"), ("a\r\nb\t c", "a b c"),
            ("\u{1B}]open\nnext", " next"), ("\u{202E}abc\u{202C}", "abc"), (" ก  ข ", "ก ข"), ("a\u{0}b", "ab"),
            ("\u{1B}[", ""), ("\u{1B}", ""), ("น้ำ", "น้ำ"), ("👨‍👩‍👧", "👨👩👧"),
        ])
    func cleaned(_ text: String, _ expected: String) {
        #expect(CleanText.line(text) == (expected.hasPrefix(" ") ? String(expected.dropFirst()) : expected))
    }

    @Test("Interpolated text is escaped, markup is not")
    func markup() {
        let name = "<b>\"x\" & 'y'</b>"
        let inner: Markup = "<i>\(name)</i>"
        #expect(inner.text == "<i>&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;</i>")
        let outer: Markup = "<p title=\"\(name)\">\(inner)\([inner, inner])</p>"
        #expect(!outer.text.contains("<b>"))
        #expect(outer.text.split(separator: "<i>").count == 4)
    }

    @Test(
        "Only http and https become links",
        arguments: [
            ("https://www.example.go.th/a b", true), ("HTTP://x.example", true), ("javascript:alert(1)", false),
            ("data:text/html,x", false), ("//x.example/", false), ("/only/path", false), ("", false),
            (" javascript:alert(1)", false), ("java\tscript:alert(1)", false), ("ftp://x.example", false),
        ])
    func links(_ address: String, _ isLink: Bool) {
        #expect(Markup.address(address).text.hasPrefix("<a href=\"http") == isLink)
    }

    @Test(
        "Percent escapes are shown as Thai where they hide nothing else",
        arguments: [
            ("http://a.example/%E0%B8%81", "http://a.example/ก"), ("http://a.example/%2Fx", "http://a.example/%2Fx"),
            ("http://a.example/%E0%B8%81%2F", "http://a.example/%E0%B8%81%2F"),
            ("http://a.example/%E2%80%AE", "http://a.example/%E2%80%AE"),
            ("http://a.example/%E0%B8", "http://a.example/%E0%B8"), ("http://a.example/%", "http://a.example/%"),
        ])
    func readable(_ address: String, _ shown: String) { #expect(Markup.readable(address) == shown) }

    @Test(
        "The quick way of escaping gives what the careful way gives",
        arguments: [
            "", " ", "a", "a b", "a  b", " a", "a ", "ก ข", "a&b", "a<b", "\u{202E}", "\u{0E4D}", "“x”", "a\u{7F}",
            "a\tb", "ก\u{200B}ข",
            "\u{E001}", "\u{1000}",
        ])
    func escaping(_ text: String) {
        let careful = CleanText.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        #expect(Markup.escaped(text) == careful)
    }

    @Test("Days and months are written in the era of the language")
    func dates() throws {
        let day = Sample.day("2023-05-15")
        #expect(ReportDate.day(day, .thai) == "15 พฤษภาคม 2566")
        #expect(ReportDate.day(day, .english) == "15 May 2023")
        #expect(ReportDate.named("2023-02", .thai) == "กุมภาพันธ์ 2566")
        #expect(ReportDate.named("2566", .thai) == "ปีงบประมาณ 2566" && ReportDate.named("2566", .english) == "FY 2566")
        #expect(ReportDate.named("งบประมาณ", .thai) == "งบประมาณ" && ReportDate.named("1234", .thai) == "1234")
    }

    @Test(
        "A period is written by its days, and by its months where it holds whole ones",
        arguments: [
            ("2022-10-01", "2023-03-31", "ตุลาคม 2565 – มีนาคม 2566"), ("2023-02-01", "2023-02-28", "กุมภาพันธ์ 2566"),
            ("2023-02-01", "2023-02-27", "1 กุมภาพันธ์ 2566 – 27 กุมภาพันธ์ 2566"),
            ("2023-02-03", "2023-02-03", "3 กุมภาพันธ์ 2566"),
            ("2022-02-01", "2023-02-28", "กุมภาพันธ์ 2565 – กุมภาพันธ์ 2566"),
        ])
    func periods(_ from: String, _ to: String, _ words: String) throws {
        let period = try #require(CivilPeriod(from: Sample.day(from), to: Sample.day(to)))
        #expect(ReportDate.period(period, .thai) == words)
    }

    @Test(
        "Moments are told by the clock of Thailand; what is no moment stays as it is",
        arguments: [
            ("2023-05-15T01:00:01Z", "2023-05-15 08:00:01 +07:00"),
            ("2023-12-31T17:59:59Z", "2024-01-01 00:59:59 +07:00"),
            ("2023-05-15T16:59:00Z", "2023-05-15 23:59:00 +07:00"), ("2023-05-15T25:00:00Z", "2023-05-15T25:00:00Z"),
            ("2023-05-15", "2023-05-15"), ("", ""), ("<b>2023-05-15T01:00Z", "<b>2023-05-15T01:00Z"),
        ])
    func moments(_ text: String, _ local: String) { #expect(ReportTime.local(text) == local) }

    @Test("A moment in words is in the era of the language")
    func momentWords() {
        #expect(ReportTime.words("2023-05-15T17:05:00Z", .thai) == "16 พฤษภาคม 2566 เวลา 00:05 น.")
        #expect(ReportTime.words("2023-05-15T17:05:00Z", .english) == "16 May 2023, 00:05 (Thai time)")
    }

    @Test("Every word of the vocabulary is said in both languages, differently from its neighbours")
    func vocabulary() {
        func check(_ texts: [BilingualText], distinct: Bool = true) {
            #expect(
                texts.allSatisfy { text in
                    !text.en.isEmpty && text.en.utf8.allSatisfy { $0 < 128 }
                        && text.th.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) }
                })
            #expect(Set(texts.map(\.en)).count == texts.count && Set(texts.map(\.th)).count == texts.count)
        }
        check(Outcome.allCases.map(\.words))
        check(ReasonCode.allCases.map(\.words))
        check(Verdict.allCases.map(\.words))
        check(Verdict.allCases.map(\.elementWords))
        check(CurrencyVerdict.Kind.allCases.map(\.words))
        check(CurrencyVerdict.Role.allCases.map(\.words))
        check(Confidence.allCases.map(\.words))
        check(PersonalDataFinding.Kind.allCases.map(\.words))
        #expect(Set(Verdict.allCases.map(\.symbol)).count == 4)
        #expect(CurrencyRuleTexts.words("current-fy+signed-by-current-head", .english).contains(" + "))
        #expect(CurrencyRuleTexts.words("own-rule", .thai) == "own-rule")
    }
}

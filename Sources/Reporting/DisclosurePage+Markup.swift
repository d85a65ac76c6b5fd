import GradingCore

extension DisclosurePage {
    /// The whole document.
    func document(_ language: ReportLanguage) -> Markup {
        let title = DisclosureTexts.title(year).text(language)
        let name = agency.isEmpty ? ReportTexts.unnamed.text(language) : agency
        let links = sections.map { section -> Markup in
            "<li><a href=\"#\(anchor(section))\">\(section.id) \(section.title.text(language))</a></li>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title) – \(name)</title>
            <style>\(DisclosurePage.style)</style>
            <script type="application/ld+json">
            \(linkedData(language))
            </script>
            </head>
            <body>
            <a class="skip" href="#main">\(ReportTexts.skip.text(language))</a>
            <header>
            <h1>\(title)</h1>
            \(head(name, language))
            </header>
            <nav aria-label="\(ReportTexts.contents.text(language))"><ul>
            \(links)</ul></nav>
            <main id="main">
            \(sections.map { markup($0, language) })</main>
            <footer><p>\(DisclosureTexts.updated.text(language)) <time datetime="\(date.iso)">\(ReportDate.day(date, language))</time></p></footer>
            </body>
            </html>

            """
    }

    private func anchor(_ section: Section) -> String { "s-" + Markup.anchor(section.id) }

    private func head(_ name: String, _ language: ReportLanguage) -> Markup {
        let shown: Markup =
            LinkKind.reference(to: website).map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
        let place: Markup =
            province.isEmpty ? "" : " · \(ReportTexts.province.text(language)) \(province)"
        let answered = items.count { !$0.links.isEmpty }
        return """
            <p>\(shown)\(place)</p>
            <p>\(DisclosureTexts.count(answered, of: items.count).text(language))</p>
            """
    }

    private func markup(_ section: Section, _ language: ReportLanguage) -> Markup {
        """
        <section id="\(anchor(section))" aria-labelledby="\(anchor(section))-title">
        <h2 id="\(anchor(section))-title">\(section.id) \(section.title.text(language))</h2>
        <div class="scroll">
        <table>
        <thead><tr><th scope="col">\(DisclosureTexts.item.text(language))</th><th scope="col">\(DisclosureTexts.topic.text(language))</th><th scope="col">\(DisclosureTexts.period.text(language))</th><th scope="col">\(DisclosureTexts.links.text(language))</th></tr></thead>
        <tbody>
        \(section.items.map { row($0, language) })</tbody>
        </table>
        </div>
        </section>

        """
    }

    private func row(_ item: Item, _ language: ReportLanguage) -> Markup {
        let period: Markup =
            item.period.map { "\(ReportDate.period($0, language))" } ?? "\(DisclosureTexts.noPeriod.text(language))"
        let notes = item.explanation.split(whereSeparator: \.isNewline).map { "\(String($0))" as Markup }
        let note: Markup = notes.isEmpty ? "" : "<p class=\"note\">\(Markup(notes, separator: "<br>"))</p>"
        return """
            <tr id="\(Markup.anchor(item.id.text))" data-oit-item="\(item.id.text)">
            <th scope="row">\(DisclosurePage.label(item.id))</th>
            <td>\(item.title.text(language))</td>
            <td>\(period)</td>
            <td>\(links(item, language))\(note)</td>
            </tr>

            """
    }

    /// `O12`, as the lists print it.
    static func label(_ id: ItemID) -> String { id.text.prefix(1).uppercased() + id.text.dropFirst() }

    private func links(_ item: Item, _ language: ReportLanguage) -> Markup {
        let usable = item.links.compactMap { link in LinkKind.reference(to: link.written).map { (link, $0) } }
        guard !usable.isEmpty else {
            let text =
                item.links.isEmpty
                ? (item.answer == false ? DisclosureTexts.none : DisclosureTexts.notYet) : DisclosureTexts.unusable
            return "<p>\(text.text(language))</p>"
        }
        let entries = usable.enumerated().map { index, entry -> Markup in
            let (link, target) = entry
            let number: Markup = usable.count > 1 ? " (\(index + 1))" : ""
            return """
                <li><a href="\(target)">\(item.title.text(language))\(number)</a> <span class="kind">\(facts(link, language))</span><br><span class="address">\(Markup.readable(target))</span></li>

                """
        }
        return "<ul>\n\(entries)</ul>"
    }

    private func facts(_ link: Link, _ language: ReportLanguage) -> Markup {
        var parts: [Markup] = ["\(LinkKind.name(ofMediaType: link.mediaType, language))"]
        if let bytes = link.bytes, bytes > 0 { parts.append("\(LinkKind.size(bytes))") }
        if let date = link.date {
            parts.append("<time datetime=\"\(date.iso)\">\(ReportDate.day(date, language))</time>")
        }
        return Markup(parts, separator: " · ")
    }

    private static let style: Markup = """

        :root { --ink: #16202c; --soft: #495765; --line: #b3bdc7; --ground: #f3f5f7; --link: #0b4f9e; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 70rem; padding: 1rem 1.25rem 3rem; color: var(--ink); background: #fff;
          font: 1rem/1.7 "Sarabun", "Noto Sans Thai", "Loma", "Leelawadee UI", Tahoma, sans-serif;
          overflow-wrap: anywhere; }
        h1, h2 { line-height: 1.4; overflow-wrap: break-word; } h2 { font-size: 1.3rem; margin-top: 2rem; }
        a { color: var(--link); } a:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
        nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; padding: 0; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; min-width: 36rem; }
        th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: start; vertical-align: top; }
        thead th { background: var(--ground); } tbody th { white-space: nowrap; } td ul { margin: 0; padding: 0 0 0 1.1rem; }
        td p { margin: 0; } .kind, .address, .note { color: var(--soft); font-size: .9rem; }
        footer { margin-top: 2rem; color: var(--soft); border-top: 1px solid var(--line); }

        """
}

/// Words of the page.
enum DisclosureTexts {
    static func title(_ year: FiscalYear) -> BilingualText {
        BilingualText(
            th: "การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. \(year.year)",
            en: "Open data disclosure (OIT), fiscal year \(year.year)")
    }
    static func count(_ answered: Int, of count: Int) -> BilingualText {
        BilingualText(th: "เผยแพร่แล้ว \(answered) จาก \(count) ข้อ", en: "\(answered) of \(count) items are published")
    }
    static let item = BilingualText(th: "ข้อ", en: "Item")
    static let topic = BilingualText(th: "รายการ", en: "Title")
    static let period = BilingualText(th: "ช่วงเวลาของข้อมูล", en: "Period")
    static let links = BilingualText(th: "ลิงก์และชนิดไฟล์", en: "Links and file types")
    static let noPeriod = BilingualText(th: "ข้อมูลปัจจุบัน", en: "present state")
    static let none = BilingualText(th: "ไม่มีข้อมูลตามข้อนี้", en: "There is nothing to publish for this item.")
    static let notYet = BilingualText(th: "ยังไม่ได้เผยแพร่", en: "Not published yet.")
    static let unusable = BilingualText(
        th: "ลิงก์ของข้อนี้ใช้ไม่ได้ อยู่ระหว่างแก้ไข", en: "The links of this item cannot be used; they are being mended.")
    static let updated = BilingualText(th: "ปรับปรุงหน้านี้เมื่อ", en: "This page was made on")
}

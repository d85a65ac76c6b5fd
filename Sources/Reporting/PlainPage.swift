package import GradingCore

/// A page of sections for people: HTML in UTF-8 without script and outside resource, safe to open whatever stands on
/// the audited websites.
package struct PlainPage {
    /// One part of the page with a heading of its own.
    package struct Section {
        let id: String
        let title: String
        let content: Markup

        package init(id: String, title: String, content: Markup) {
            self.id = id
            self.title = title
            self.content = content
        }
    }
    let language: ReportLanguage
    /// Small line above the heading.
    let kicker: String
    let heading: String
    /// What stands under the heading.
    let head: Markup
    let sections: [Section]
    /// Style of this kind of page, after the common one.
    var ownStyle: Markup = ""
    /// Which pictures may be shown, in the words of a content security policy.
    var imagePolicy = "'none'"

    package init(
        language: ReportLanguage, kicker: String, heading: String, head: Markup, sections: [Section],
        ownStyle: Markup = "", imagePolicy: String = "'none'"
    ) {
        self.language = language
        self.kicker = kicker
        self.heading = heading
        self.head = head
        self.sections = sections
        self.ownStyle = ownStyle
        self.imagePolicy = imagePolicy
    }

    /// Nothing is loaded and nothing runs; only the style element of the page itself counts.
    private var contentPolicy: String {
        "default-src 'none'; style-src 'unsafe-inline'; img-src \(imagePolicy); base-uri 'none'; form-action 'none'"
    }

    package var bytes: [UInt8] { Array(document.text.utf8) }

    var document: Markup {
        let links = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" as Markup }
        let parts = sections.map { section -> Markup in
            """
            <section id="\(section.id)" aria-labelledby="\(section.id)-title">
            <h2 id="\(section.id)-title">\(section.title)</h2>
            \(section.content)
            </section>

            """
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(contentPolicy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>\(heading) – \(kicker)</title>
            <style>\(PlainPage.style)\(ownStyle)</style>
            </head>
            <body>
            <a class="skip" href="#main">\(ReportTexts.skip.text(language))</a>
            <header>
            <p class="kicker">\(kicker)</p>
            <h1>\(Markup.foreign(heading))</h1>
            \(head)
            </header>
            <nav aria-label="\(ReportTexts.contents.text(language))"><ul>\(links)</ul></nav>
            <main id="main">
            \(parts)
            </main>
            <footer><p>\(ReportTexts.notOfficial.text(language))</p></footer>
            </body>
            </html>

            """
    }

    /// A table in a box that scrolls by itself. Cells are markup; the first of each row is its head.
    package static func table(_ heads: [String], _ rows: [[Markup]], numbers: Set<Int> = []) -> Markup {
        let head = heads.map { "<th scope=\"col\">\($0)</th>" as Markup }
        let body = rows.map { row -> Markup in
            let cells = row.enumerated().map { position, cell -> Markup in
                if position == 0 { return "<th scope=\"row\">\(cell)</th>" }
                return numbers.contains(position) ? "<td class=\"number\">\(cell)</td>" : "<td>\(cell)</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return "<div class=\"scroll\"><table><thead><tr>\(head)</tr></thead>\n<tbody>\(body)</tbody></table></div>"
    }

    static let style: Markup = """

        :root { color-scheme: light; --ink: #1b2430; --soft: #51606f; --line: #c9d1d9; --ground: #f4f6f8;
          --good: #0b6b3a; --bad: #a8201a; --open: #7a4b00; --link: #0b4f9e; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 68rem; padding: 1rem 1.25rem 4rem; color: var(--ink); background: #fff;
          font: 1rem/1.7 "Sarabun", "Noto Sans Thai", "Noto Sans Thai Looped", "Loma", "Leelawadee UI", Tahoma, sans-serif;
          overflow-wrap: anywhere; }
        a { color: var(--link); } a:focus-visible { outline: 3px solid #ffb000; outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
        h1, h2, h3 { line-height: 1.4; margin: 1.6em 0 .5em; overflow-wrap: break-word; }
        h1 { font-size: 1.8rem; margin: 0 0 .6rem; } h2 { font-size: 1.4rem; border-bottom: 2px solid var(--line);
          padding-bottom: .2em; } h3 { font-size: 1.1rem; margin: 0 0 .3rem; }
        .kicker { margin: 0; color: var(--soft); }
        .notice { border-left: 5px solid var(--open); background: #fff7e6; padding: .4rem 1rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; padding: 0; }
        .verdict { font-weight: 700; white-space: nowrap; } .verdict.satisfied { color: var(--good); }
        .verdict.unsatisfied { color: var(--bad); } .verdict.undecided { color: var(--open); }
        .verdict.not_applicable { color: var(--soft); }
        .scroll { overflow-x: auto; } .scroll table { min-width: 34rem; }
        table { border-collapse: collapse; width: 100%; margin: .4rem 0; font-size: .94rem; }
        th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: start; vertical-align: top; }
        thead th { background: var(--ground); } tbody th { font-weight: 400; } td, tbody th { min-width: 4.5rem; }
        .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .changed { font-weight: 700; }
        .item { border: 1px solid var(--line); border-left: 6px solid var(--soft); padding: .8rem 1rem; margin: 0 0 1rem; }
        .item p { margin: 0; } dl.facts dt { color: var(--soft); font-size: .9rem; } dl.facts dd { margin: 0 0 .3rem; }
        dl.heads { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dl.heads dd { margin: 0; }
        .lines { list-style: none; padding: 0; margin: .3rem 0; font-size: .9rem; } .lines ins { background: #e4f5ea; }
        .lines del { background: #fbe9e7; } .soft { color: var(--soft); }
        footer { margin-top: 3rem; color: var(--soft); border-top: 1px solid var(--line); }
        @media print {
          body { max-width: none; padding: 0; font-size: 10.5pt; } nav, .skip { display: none; }
          .item, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
          a { color: inherit; text-decoration: none; } .scroll { overflow: visible; } .scroll table { min-width: 0; }
        }

        """
}

extension Verdict {
    /// Symbol and words in the colour of the verdict.
    func shown(_ language: ReportLanguage) -> Markup {
        "<span class=\"verdict \(rawValue)\">\(symbol) \(words.text(language))</span>"
    }
}

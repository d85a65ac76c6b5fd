public import Findings
public import GradingCore

/// Pictures of the pages that decided, as files beside the report.
public struct ReportPictures: Sendable {
    /// One for each page of evidence on which a verdict rests, with a picture or without.
    public let pictures: [EvidencePicture]
    /// Why there are none at all; nil where some could be taken.
    public let whyNone: BilingualText?

    /// Name of the page that shows them, and of the folder in which they lie.
    public static let pageName = "pictures.html"
    public static let folderName = "pictures"

    /// From its parts.
    public init(_ pictures: [EvidencePicture], whyNone: BilingualText?) {
        self.pictures = pictures
        self.whyNone = whyNone
    }

    /// The page and the pictures, by their paths below the report's folder.
    public func files(of report: Report, language: ReportLanguage) -> [(name: String, bytes: [UInt8])] {
        let files = pictures.compactMap { picture -> (name: String, bytes: [UInt8])? in
            guard let name = picture.fileName, let content = picture.content else { return nil }
            return ("\(ReportPictures.folderName)/\(name)", content.bytes)
        }
        return [(ReportPictures.pageName, page(of: report, language).bytes)] + files
    }

    private func page(of report: Report, _ language: ReportLanguage) -> PlainPage {
        let byItem = Dictionary(grouping: pictures) { report.evidence[$0.evidence]?.item ?? ItemID("") }
        let sections = report.assessment.items.compactMap { finding -> PlainPage.Section? in
            guard let pictures = byItem[finding.item] else { return nil }
            return PlainPage.Section(
                id: "item-\(Markup.anchor(finding.item.text))",
                title: "\(finding.item.text.uppercased()) \(finding.title.text(language))",
                content: Markup(pictures.map { figure($0, report, language) }))
        }
        let name = report.assessment.agency.name
        let head: Markup = """
            <p>\(whyNone?.text(language) ?? PictureWords.intro.text(language))</p>
            <p><a href="report.html">\(PictureWords.back.text(language))</a></p>
            """
        return PlainPage(
            language: language, kicker: PictureWords.title.text(language),
            heading: name.isEmpty ? ReportTexts.unnamed.text(language) : name, head: head, sections: sections,
            ownStyle: """
                figure { margin: 0 0 2rem; } figure img { max-width: 100%; height: auto; border: 1px solid var(--line); }

                """, imagePolicy: "'self' file:")
    }

    private func figure(_ picture: EvidencePicture, _ report: Report, _ language: ReportLanguage) -> Markup {
        let page = report.evidence[picture.evidence]
        let shown: Markup
        if let content = picture.content, let name = picture.fileName {
            shown = """
                <a href="\(ReportPictures.folderName)/\(name)"><img src="\(ReportPictures.folderName)/\(name)" \
                width="\(content.width)" height="\(content.height)" loading="lazy" \
                alt="\(PictureWords.alternative(picture, page?.title ?? "", language))"></a>
                """
        } else {
            shown = "<p>\(picture.whyNot?.text(language) ?? "")</p>"
        }
        return """
            <figure id="\(picture.evidence.text)">
            <figcaption><b>\(picture.evidence.text)</b> \(page.map { Markup.readableAddress($0.url) } ?? "")
            \(PictureWords.caption(picture, language))</figcaption>
            \(shown)
            </figure>

            """
    }
}

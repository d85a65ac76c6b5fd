import Digests
import Findings
import GradingCore
import Reporting
import WebEvidence

extension ReviewPage {
    /// Bytes of all pictures of one page; in the file they take a third more. What has no room is told, not shown.
    public static let mostPictureBytes = 24 << 20

    /// The evidence whose pictures have room, in the order in which items are read, so that the doubtful ones have theirs.
    func embedded() -> Set<EvidenceID> {
        var room = ReviewPage.mostPictureBytes
        var chosen: Set<EvidenceID> = []
        for finding in queue {
            for id in finding.evidence where !chosen.contains(id) {
                guard let content = pictures[id]?.content, content.bytes.count <= room else { continue }
                room -= content.bytes.count
                chosen.insert(id)
            }
        }
        return chosen
    }

    /// The pictures of an item's pages; empty where pictures were not asked for.
    func pictures(of finding: ItemFinding, embedded: Set<EvidenceID>) -> Markup {
        if let whyNoPictures {
            return column(texts.pictures, finding, "pictures", "<p>\(whyNoPictures.text(language))</p>")
        }
        guard !pictures.isEmpty else { return "" }
        let shown = finding.evidence.compactMap { pictures[$0] }
        let figures = shown.map { figure($0, finding, isEmbedded: embedded.contains($0.evidence)) }
        return column(
            texts.pictures, finding, "pictures", figures.isEmpty ? "<p>\(texts.noPicture)</p>" : Markup(figures))
    }

    private func figure(_ picture: EvidencePicture, _ finding: ItemFinding, isEmbedded: Bool) -> Markup {
        let title = evidence[picture.evidence]?.title ?? ""
        let shown: Markup
        if let content = picture.content, isEmbedded {
            shown = """
                <img data-picture="p-\(picture.evidence.text)" data-first="\(content.firstBox ?? 0)" \
                width="\(content.width)" height="\(content.height)" \
                alt="\(PictureWords.alternative(picture, title, language))">
                """
        } else {
            shown = "<p>\((picture.whyNot ?? ReviewTexts.noRoom).text(language))</p>"
        }
        return """
            <figure><figcaption><b>\(picture.evidence.text)</b> \(PictureWords.caption(picture, language))</figcaption>
            \(shown)</figure>

            """
    }

    /// The bytes of the pictures, each once, where no browser reads them before the script asks.
    func pictureData(_ embedded: Set<EvidenceID>) -> Markup {
        Markup(
            embedded.sorted().compactMap { id -> Markup? in
                guard let content = pictures[id]?.content else { return nil }
                return """
                    <script type="text/plain" id="p-\(id.text)">\(ReviewPage.base64(content))</script>

                    """
            })
    }

    /// A part of an item that scrolls by itself and can be reached by keyboard.
    func column(_ title: String, _ finding: ItemFinding, _ name: Markup, _ content: Markup) -> Markup {
        let id: Markup = "\(name)-\(finding.item.text)"
        return """
            <div class="\(name)" role="region" tabindex="0" aria-labelledby="\(id)"><h3 id="\(id)">\(title)</h3>\(content)</div>

            """
    }

    // MARK: History

    /// What was said of the item before, newest first; nothing where nothing is known.
    func history(of finding: ItemFinding) -> Markup {
        guard let entries = history[finding.item], !entries.isEmpty else { return "" }
        let lines = entries.map { entry -> Markup in
            switch entry {
            case .run(let run):
                let reason: Markup = run.reason.map { ": \($0.text(language))" } ?? ""
                let item: Markup = run.item == finding.item ? "" : " (\(run.item.text.uppercased()))"
                return """
                    <li>\(run.asOf.iso) \(texts.program)\(item) <b class="\(run.verdict.rawValue)">\(texts.verdict(run.verdict))</b>\
                    \(reason) <span class="digest">\(run.run.text)</span></li>
                    """
            case .reading(let reading):
                let said: Markup = reading.said.map { "<b class=\"\($0.rawValue)\">\(texts.verdict($0))</b>" } ?? ""
                return """
                    <li>\(String(reading.at.prefix(10))) \(Markup.foreign(reading.reader)) \(said) \(Markup.foreign(reading.reason)) \
                    \(Markup.foreign(reading.note)) <span class="digest">\(reading.run)</span></li>
                    """
            }
        }
        return "<div class=\"machine\"><h3>\(texts.history)</h3><ul class=\"history\">\(lines)</ul></div>"
    }
}

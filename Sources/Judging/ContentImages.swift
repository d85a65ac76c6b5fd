import Checklists
import ThaiText
import WebEvidence

/// The pictures in which content may stand: not the emblem of the agency, the banner above the menu, the buttons that
/// lead elsewhere, the digits of a counter.
struct ContentImages: Sendable {
    let images: [PageImage]

    /// Bytes of an alternative text that names the website: six Thai letters.
    private static let leastName = 18

    init(_ images: [PageImage], document: ExtractedDocument, signs: SignKeys) {
        let title = NormalisedText.key(document.title)
        let buttons = Set(document.links.filter(ContentImages.isButton).map(\.text))
        self.images = images.filter { image in
            guard image.region == .main else { return false }
            let name = NormalisedText(image.address?.path ?? "")
            if signs.holds(.sitePicture, in: name) { return false }
            let words = NormalisedText.key(image.alternativeText)
            if words.count >= ContentImages.leastName, image.headings.isEmpty, title.contains(subsequence: words) { return false }
            return image.alternativeText.isEmpty || !buttons.contains(image.alternativeText)
        }
    }

    /// A link to a page whose text is that of its picture. A link to a file or larger picture shows what is in it.
    private static func isButton(_ link: PageLink) -> Bool {
        guard !link.text.isEmpty, let address = link.address else { return link.target.hasPrefix("#") }
        return !address.fileName.contains(".") || address.fileName.hasSuffix(".php") || address.path.count <= 1
    }
}

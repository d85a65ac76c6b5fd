import Checklists
import ThaiText
import WebEvidence

/// The head of the agency as the website names one beside every page, against who signed a declaration.
struct PresentHead {
    /// Name and post as they stand there; nil where the signer is the one named, or nobody is.
    private(set) var quote: String?

    /// Bytes that tell which post it is: the first four Thai letters.
    private static let kind = 12
    /// Bytes at the end of a name that tell it from another one: five Thai letters of the surname.
    private static let surname = 15

    init(signed: [FittingPage], signs: SignKeys) {
        for fit in signed {
            for signature in FormerHead.signatures(on: fit) where signs.starts(.headPost, signature.post) {
                if let found = PresentHead.other(than: signature, around: fit.page, signs: signs) {
                    quote = found
                    return
                }
            }
        }
    }

    /// Somebody else in the same post, in the parts that the website prints around its pages.
    private static func other(
        than signature: FormerHead.Signature, around page: AnalysedPage, signs: SignKeys
    ) -> String? {
        let document = page.page.document
        let mask = page.page.furniture?.blocks
        let around = document.blocks.indices.filter { number in
            document.blocks[number].region != .main || (mask.map { number < $0.count && $0[number] } ?? false)
        }
        for (place, number) in around.enumerated() {
            let text = NormalisedText(document.blocks[number].text)
            guard let person = ThaiText.ranges(of: .person, in: text).last else { continue }
            let name = FormerHead.name(Array(text.bytes[person]))
            guard name.count >= surname, !signature.name.contains(subsequence: Array(name.suffix(surname))),
                !name.contains(subsequence: Array(signature.name.suffix(surname)))
            else { continue }
            var post = Array(text.bytes[person.upperBound...])
            var words = document.blocks[number].text
            if post.isEmpty, place + 1 < around.count {
                words += " " + document.blocks[around[place + 1]].text
                post = NormalisedText(document.blocks[around[place + 1]].text).bytes
            }
            if signs.starts(.headPost, post), post.prefix(kind) == signature.post.prefix(kind) {
                return ElementMatching.cut(words)
            }
        }
        return nil
    }
}

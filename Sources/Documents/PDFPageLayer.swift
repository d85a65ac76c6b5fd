import ThaiText

/// The text layer of one page after mending, and whether it can be believed.
struct PDFPageLayer: Sendable {
    enum Standing: Sendable, Hashable {
        case good
        /// Other characters than are seen; its text is not used.
        case garbled
        /// No text, or so little that the page may be a picture with a number or a stamp on it.
        case thin
    }

    /// Mended; empty when it is garbled.
    let text: [UInt8]
    let standing: Standing
    /// Western letters were taken for the Thai ones that they stand for.
    let isRelettered: Bool
    /// Some characters were no text and were left out.
    let hasDamage: Bool

    /// Fewer characters than any page of sentences has, more than page numbers and stamps of scanning programs.
    static let thinCharacters = 40

    init(_ raw: [UInt8]) {
        let mended = ExtractedThai.mended(raw.span)
        let score = ExtractedTextScore(mended.span)
        switch score.standing {
        case .good:
            self.init(text: mended, standing: score.characters < PDFPageLayer.thinCharacters ? .thin : .good, score)
        case .garbled:
            self.init(text: [], standing: .garbled, score)
        case .relettered:
            let other = ExtractedThai.relettered(raw.span)
            let otherScore = ExtractedTextScore(other.span)
            let isThai = otherScore.standing == .good && otherScore.thai * 2 > score.western
            self.init(text: isThai ? other : [], standing: isThai ? .good : .garbled, otherScore, isRelettered: isThai)
        }
    }

    private init(text: [UInt8], standing: Standing, _ score: ExtractedTextScore, isRelettered: Bool = false) {
        self.text = text
        self.standing = standing
        self.isRelettered = isRelettered
        hasDamage = standing != .garbled && score.unsound > 0
    }
}

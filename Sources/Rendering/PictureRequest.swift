public import GradingCore
public import WebEvidence

/// A page of which a picture is wanted: an answer that is there already.
public struct PictureRequest: Sendable {
    /// Where `main` was given, after redirects.
    public var address: PageAddress
    public var main: RenderAnswer
    /// What scripts are told; the same as is sent.
    public var userAgent: String
    /// What day scripts are told it is: noon in Bangkok.
    public var date: CivilDate
    /// False for a page that was read as it came: its picture shall show what was read.
    public var runsScripts: Bool
    /// Called for each request of the page; nothing else answers it.
    public var answer: @Sendable (RenderRequest) async -> RenderAnswer

    /// By default a page without scripts that is given nothing but its own bytes.
    public init(
        address: PageAddress, main: RenderAnswer, userAgent: String = "oit", date: CivilDate,
        runsScripts: Bool = false, answer: @escaping @Sendable (RenderRequest) async -> RenderAnswer = { _ in .refused }
    ) {
        self.address = address
        self.main = main
        self.userAgent = userAgent
        self.date = date
        self.runsScripts = runsScripts
        self.answer = answer
    }

    var order: PageOrder {
        PageOrder(
            address: address, main: main, userAgent: userAgent, date: date, runsScripts: runsScripts, answer: answer)
    }
}

/// What one picture may cost. There is no other place for such numbers.
public struct PictureLimits: Sendable, Hashable {
    /// CSS pixels; a wider page is cut at the right.
    public var width = 1600
    /// CSS pixels; of a higher page the part around the first box is taken, else its top.
    public var height = 6_000
    /// Bytes of one picture. Less of the page is taken, then made smaller, before it is given up.
    public var bytes = 500_000
    /// Characters of the page's text; of a page with more no picture is taken, because nobody could say what it shows.
    public var textLength = 4_000_000
    /// Boxes of one picture.
    public var boxes = 300

    /// The defaults.
    public init() {}
}

/// The text of a page as far as a picture may show it.
public struct PageTexts: Sendable {
    /// One run of text, as it stands in the document.
    public struct Run: Sendable, Hashable, Decodable {
        public let text: String
        /// Runs with the same number stand in the same block, with nothing but inline elements between.
        public let block: Int
        /// False for what is not displayed.
        public let isShown: Bool

        /// From its parts.
        public init(text: String, block: Int, isShown: Bool = true) {
            self.text = text
            self.block = block
            self.isShown = isShown
        }
    }
    /// In the order of the document.
    public let runs: [Run]
    /// Texts of attributes that may be shown: in place of pictures, in fields of forms.
    public let labels: [String]

    /// From its parts.
    public init(runs: [Run], labels: [String] = []) {
        self.runs = runs
        self.labels = labels
    }
}

/// What is covered and what is boxed before a picture is taken.
public struct PictureMarks: Sendable {
    /// A stretch of a run of text, in UTF-16 units.
    public struct Stretch: Sendable, Hashable {
        public var run: Int
        public var range: Range<Int>

        /// From its parts.
        public init(run: Int, range: Range<Int>) {
            self.run = run
            self.range = range
        }
    }
    public enum Kind: String, Sendable, Hashable { case quote, date }
    /// One box, or several where its text goes over lines.
    public struct Box: Sendable, Hashable {
        public var kind: Kind
        /// In the order of the page, never empty.
        public var stretches: [Stretch]

        /// From its parts.
        public init(kind: Kind, stretches: [Stretch]) {
            self.kind = kind
            self.stretches = stretches
        }
    }
    /// Stretches that nobody may read: their characters are exchanged for black ones.
    public var covered: [Stretch]
    /// Texts that take the place of labels, by their number.
    public var labels: [Int: String]
    public var boxes: [Box]

    /// From its parts.
    public init(covered: [Stretch] = [], labels: [Int: String] = [:], boxes: [Box] = []) {
        self.covered = covered
        self.labels = labels
        self.boxes = boxes
    }
}

/// A picture of a page.
public struct PagePicture: Sendable, Hashable {
    /// What became of a box.
    public enum BoxState: String, Sendable, Hashable, Decodable {
        /// It is in the picture.
        case drawn
        /// Its text is not displayed: in a closed panel, cut off, transparent.
        case hidden
        /// Its text lies beyond the part of the page that the picture shows.
        case outside
    }
    /// WebP.
    public let bytes: [UInt8]
    /// Pixels.
    public let width: Int
    public let height: Int
    /// For each box that was asked for, in that order.
    public let boxes: [BoxState]
    /// Pixels from the top of the picture to the first box that is in it; nil where there is none.
    public let firstBox: Int?
    /// CSS pixels of the whole page, and where in it the picture begins.
    public let pageHeight: Int
    public let top: Int
    /// True when the page was stopped before it stood still.
    public let isCutShort: Bool
    /// False where this computer has no font with Thai letters: then they are empty squares.
    public let hasThaiFont: Bool

    /// What is said of `bytes`.
    public static let contentType = "image/webp"

    /// True when the page goes on above or below the picture.
    public var isPart: Bool { top > 0 || pageHeight > top + shownHeight }
    /// CSS pixels of the part of the page that the picture shows.
    public let shownHeight: Int
}

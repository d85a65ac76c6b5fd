public import GradingCore

/// A picture of one page of evidence with boxes around what decided, or why there is none.
public struct EvidencePicture: Sendable, Hashable {
    /// Words that were to be boxed, and what became of it.
    public struct Mark: Sendable, Hashable {
        public enum State: String, Sendable, Hashable, CaseIterable {
            case drawn
            /// The words do not stand in the page's text as it is displayed: in its title, in an address, in a picture.
            case notFound = "not_found"
            /// The words stand in several places and nothing tells which one decided.
            case ambiguous
            /// The words are there, but the page does not display them.
            case hidden
            /// The words are displayed beyond the part that the picture shows.
            case outside
        }
        /// As the report quotes them, personal data hidden.
        public var text: String
        /// True for a date, false for a quote.
        public var isDate: Bool
        public var state: State

        /// From its parts.
        public init(text: String, isDate: Bool, state: State) {
            self.text = text
            self.isDate = isDate
            self.state = state
        }
    }

    /// The picture itself.
    public struct Content: Sendable, Hashable {
        public var bytes: [UInt8]
        /// For example `image/webp`.
        public var contentType: String
        /// Pixels.
        public var width: Int
        public var height: Int
        /// Pixels from the top to the first box; nil where none is drawn.
        public var firstBox: Int?
        /// The page of a file, from 1; nil for pages of the web and pictures.
        public var page: Int?
        /// What a reader must know of the picture: that it is a part, that something was covered.
        public var notes: [BilingualText]

        /// From its parts.
        public init(
            bytes: [UInt8], contentType: String, width: Int, height: Int, firstBox: Int? = nil, page: Int? = nil,
            notes: [BilingualText] = []
        ) {
            self.bytes = bytes
            self.contentType = contentType
            self.width = width
            self.height = height
            self.firstBox = firstBox
            self.page = page
            self.notes = notes
        }
    }

    public var evidence: EvidenceID
    /// Nil where there is no picture.
    public var content: Content?
    public var marks: [Mark]
    /// Why there is no picture; nil where there is one.
    public var whyNot: BilingualText?

    /// A picture that was taken.
    public init(evidence: EvidenceID, content: Content, marks: [Mark]) {
        self.evidence = evidence
        self.content = content
        self.marks = marks
    }

    /// A picture that could not be taken.
    public init(evidence: EvidenceID, whyNot: BilingualText) {
        self.evidence = evidence
        self.whyNot = whyNot
        marks = []
    }

    /// `e12.webp`: the name of its file; nil where there is none.
    public var fileName: String? { content == nil ? nil : "\(evidence.text).webp" }
}

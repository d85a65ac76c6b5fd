import WebEvidence

/// Rules that recognise pages which answer with success and yet are not what was asked for: error pages, challenges,
/// login walls, parking, defacement. Data of `rules/page-signatures.json`, in the order of the file; the first that
/// fits wins.
public struct PageSignatures: Sendable {
    /// One rule. Every condition that is given must hold; of the phrase lists at least one phrase must occur.
    struct Signature: Sendable, Hashable {
        var id: String
        var outcome: Outcome
        /// Why pages like this exist, in English.
        var why: String
        /// Statuses to which the rule applies; 2xx when the file names none.
        var statuses: [ClosedRange<Int>] = [200...299]
        /// Phrases, folded.
        var title: [Phrase] = []
        var heading: [Phrase] = []
        var body: [Phrase] = []
        /// True when each given place must hold a phrase, not only one of them.
        var needsAllPlaces = false
        /// Most Unicode scalars of content text (title, menus and footer not counted); nil for no bound.
        var maximumText: Int?
        /// Least number of occurrences in title, headings and body together.
        var minimumHits = 1
        /// Least number of different phrases.
        var minimumPhrases = 1
        /// Least share of the content text that the phrases make up, in percent.
        var minimumPercent = 0
        /// Phrases in the title or first heading that speak against the rule, folded.
        var unless: [Phrase] = []
        /// The final host is one of these or below it.
        var hosts: [String] = []
        /// The final path begins with one of these, lower case.
        var paths: [String] = []
        /// The page must hold a form of this purpose.
        var form: PageForm.Purpose?
        /// A response header that must be there with this value inside (lower case, may be empty).
        var header: HeaderField?
        /// Of the phrases of all places; made by `prepared`.
        var sieve: PhraseSieve?

        /// The rule with what makes it quick on long pages.
        var prepared: Signature {
            var rule = self
            rule.sieve = PhraseSieve(title + heading + body)
            return rule
        }
    }

    struct Phrase: Sendable, Hashable {
        var written: String
        var folded: [UInt8]
        init(_ written: String) {
            self.written = written
            folded = foldedForPhrases(written)
        }
    }

    let signatures: [Signature]

    /// How many rules there are.
    public var count: Int { signatures.count }
}

/// What is wrong with a file of page signatures: every problem at once, each with its JSON path.
public struct PageSignaturesError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Problem: Sendable, Hashable {
        /// For example `$.signatures[3].outcome`.
        public var path: String
        /// One English sentence that says what to do.
        public var message: String
    }

    public var problems: [Problem]

    public var description: String { problems.map { "\($0.path): \($0.message)" }.joined(separator: "\n") }
}

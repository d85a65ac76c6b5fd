import ThaiText
import WebEvidence

/// The words of the rules, ready to be looked for.
struct DiscoveryWords: Sendable {
    let rules: DiscoveryRules
    private let automaton: PhraseAutomaton
    private let meanings: [Meaning]
    private let navigation: Set<[UInt8]>
    private let opening: Set<[UInt8]>
    /// For years that say nothing else.
    let besideYear: [[UInt8]]

    enum Meaning: Sendable, Hashable {
        case name(Int)
        case against(Int)
        case part, pager
        case hub(Int)
    }

    init(_ rules: DiscoveryRules) {
        self.rules = rules
        var phrases: [String] = []
        var meanings: [Meaning] = []
        func add(_ phrase: String, _ meaning: Meaning) {
            phrases.append(phrase)
            meanings.append(meaning)
        }
        for word in rules.index.names { add(word.phrase, .name(word.points)) }
        for word in rules.index.against { add(word.phrase, .against(word.points)) }
        for word in rules.index.parts { add(word, .part) }
        for word in rules.index.hubs { add(word.phrase, .hub(word.points)) }
        automaton = PhraseAutomaton(phrases: phrases)
        self.meanings = meanings
        navigation = Set(rules.index.navigation.map(NormalisedText.key))
        opening = Set(rules.index.opening.map(NormalisedText.key))
        besideYear = rules.index.besideYear.map(NormalisedText.key).sorted { $0.count > $1.count }
    }

    /// What the words of a text mean.
    func meanings(in text: String) -> [Meaning] {
        text.isEmpty ? [] : automaton.hits(in: NormalisedText(text)).map { meanings[$0.phrase] }
    }

    /// How surely a text names the assessment, 0 for not at all.
    func namePoints(_ text: String) -> Int {
        meanings(in: text).compactMap { if case .name(let points) = $0 { points } else { nil } }.max() ?? 0
    }

    func isNavigation(_ text: String) -> Bool { navigation.contains(DiscoveryWords.bare(text)) }

    /// True for texts that name nothing: "click", "open", numbers, sizes of files.
    func isEmptyWord(_ text: String) -> Bool {
        let key = DiscoveryWords.bare(text)
        if key.isEmpty || opening.contains(key) { return true }
        var rest = key
        for word in opening where word.count >= 9 {
            if rest.starts(with: word) { rest.removeFirst(word.count) }
        }
        return rest.isEmpty
    }

    func isPager(_ text: String) -> Bool {
        let key = DiscoveryWords.bare(text)
        if !text.isEmpty, NormalisedText.key(text).allSatisfy({ (48...57).contains($0) }) {
            return text.utf8.count <= 9
        }
        return rules.index.pager.contains {
            NormalisedText.key($0) == NormalisedText.key(text) || (!key.isEmpty && DiscoveryWords.bare($0) == key)
        }
    }

    /// Letters only, signs, digits and brackets dropped.
    private static func bare(_ text: String) -> [UInt8] {
        NormalisedText.key(text).filter { byte in
            byte >= 0x80 || (97...122).contains(byte)
        }
    }

    /// True for hosts that hold no answer, and front doors of social networks' share buttons.
    func isSkipped(host: String, path: String) -> Bool {
        let place = host + path.lowercased()
        return rules.traps.hosts.contains { wanted in
            if wanted.contains("/") { return place.hasPrefix(wanted) || place.hasPrefix("www." + wanted) }
            return host == wanted || host.hasSuffix("." + wanted)
        }
    }

    /// True for a file by the ending of its address.
    func isFile(_ address: PageAddress) -> Bool { ends(address, with: rules.traps.files) }

    /// True for a file that may list items with their links.
    func mayBeIndex(_ address: PageAddress) -> Bool { ends(address, with: rules.index.documents) }

    private func ends(_ address: PageAddress, with endings: [String]) -> Bool {
        let name = address.fileName.lowercased()
        return endings.contains { name.hasSuffix("." + $0) }
    }
}

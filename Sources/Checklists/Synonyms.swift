/// Reads `synonyms.json` and makes other spellings of names.
enum Synonyms {
    /// What the file holds.
    struct Words {
        var groups: [[String]] = []
        var wordGroups: [String: [String]] = [:]
        var referring: [String] = []
        var agencyForms: [String] = []
        var agencyStops: [String] = []
        var unseenSigns: [String] = []
        var pointing: [String] = []
        var titleMarks: [String] = []
        var otherAgencyForms: [String] = []
        var signs = PageSigns()
    }

    static func read(
        _ bytes: [UInt8], file: String, problems: inout [ChecklistProblem]
    ) -> Words {
        guard let node = JSONNode.read(bytes, file: file, problems: &problems) else { return Words() }
        var reader = NodeReader(node, file: file, path: "$", problems: &problems)
        _ = reader.string("why", problems: &problems)
        let groups = reader.list("groups", required: true, problems: &problems).enumerated().compactMap {
            index, group in
            guard case .array(let words) = group, words.count > 1 else {
                problems.append(reader.problem("must be a list of at least two words", at: "groups[\(index)]"))
                return [String]?.none
            }
            return words.compactMap { if case .string(let word) = $0 { word } else { nil } }
        }
        var wordGroups: [String: [String]] = [:]
        if var member = reader.object("word_groups", required: false, problems: &problems) {
            for name in member.names { wordGroups[name] = member.strings(name, problems: &problems) }
            member.finish(problems: &problems)
        }
        var words = Words(
            groups: groups, wordGroups: wordGroups, referring: reader.strings("referring", problems: &problems),
            agencyForms: reader.strings("agency_forms", problems: &problems),
            agencyStops: reader.strings("agency_stops", problems: &problems),
            unseenSigns: reader.strings("unseen_signs", problems: &problems),
            pointing: reader.strings("pointing", problems: &problems),
            titleMarks: reader.strings("title_marks", problems: &problems),
            otherAgencyForms: reader.strings("other_agency_forms", problems: &problems))
        if let signs = reader.object("signs", required: false, problems: &problems) {
            words.signs = PageSigns(signs, problems: &problems)
        }
        reader.finish(problems: &problems)
        return words
    }
}

extension ChecklistLibrary {
    /// The words of one entry of a wording: those of its group, or its own between `|`.
    public func words(of entry: String) -> [String] {
        if entry.hasPrefix("@") { return wordGroups[String(entry.dropFirst())] ?? [] }
        return entry.split(separator: "|").map { String($0) }
    }

    /// A name with one or two of its words replaced by others of their groups, each once, at most forty; without the
    /// name itself.
    public func otherSpellings(of name: String) -> [String] {
        var spellings: [String] = []
        var latest = [name]
        for _ in 0..<2 {
            latest = latest.flatMap(replacements).filter { $0 != name && !spellings.contains($0) }
            for spelling in latest where !spellings.contains(spelling) && spellings.count < 40 {
                spellings.append(spelling)
            }
        }
        return spellings
    }

    private func replacements(in name: String) -> [String] {
        let bytes = Array(name.utf8)
        return synonyms.flatMap { group -> [String] in
            // The longest word of a group that stands in the name is the one that is meant.
            let found = group.compactMap { word in Synonyms.place(of: Array(word.utf8), in: bytes).map { (word, $0) } }
            guard let (word, place) = found.max(by: { $0.1.count < $1.1.count }) else { return [] }
            return group.filter { $0 != word }.map { other in
                String(
                    decoding: bytes[..<place.lowerBound] + Array(other.utf8) + bytes[place.upperBound...], as: UTF8.self
                )
            }
        }
    }
}

extension Synonyms {
    /// Where the bytes of a word stand first; nil for an empty word. Bytes, because whole characters cost a hundred
    /// times as much.
    fileprivate static func place(of word: [UInt8], in name: [UInt8]) -> Range<Int>? {
        guard let first = word.first, word.count <= name.count else { return nil }
        for start in 0...(name.count - word.count)
        where name[start] == first && name[start..<(start + word.count)].elementsEqual(word) {
            return start..<(start + word.count)
        }
        return nil
    }
}

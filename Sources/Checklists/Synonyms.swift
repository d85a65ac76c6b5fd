/// Reads `synonyms.json` and makes other spellings of names.
enum Synonyms {
    static func groups(_ bytes: [UInt8], file: String, problems: inout [ChecklistProblem]) -> [[String]] {
        guard let node = JSONNode.read(bytes, file: file, problems: &problems) else { return [] }
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
        reader.finish(problems: &problems)
        return groups
    }
}

extension ChecklistLibrary {
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
        synonyms.flatMap { group -> [String] in
            // The longest word of a group that stands in the name is the one that is meant.
            guard let word = group.filter({ !$0.isEmpty && name.contains($0) }).max(by: { $0.count < $1.count }) else {
                return []
            }
            return group.filter { $0 != word }.map { name.replacing(word, with: $0) }
        }
    }
}

import GradingCore

/// Changes single values of the JSON form and leaves the rest of the text as it is.
struct JSONEditing {
    private let file: EditableText
    private let root: JSONNode

    /// Nil when the bytes are no JSON of a submission.
    init?(_ bytes: [UInt8]) {
        guard let file = EditableText(bytes), let first = file.text.first(where: { $0 > 32 }),
            first == UInt8(ascii: "{")
        else { return nil }
        self.file = file
        do throws(JSONFault) { root = try JSONText.node(file.text) } catch { return nil }
    }

    func changed(_ change: CellChange, item: ItemID, known: KnownItems) -> [UInt8]? {
        guard case .array(let entries)? = root["answers"]?.value else { return nil }
        let answers = entries.filter { entry in
            guard let text = entry["item"]?.plainText else { return false }
            return (known.item(spelt: text) ?? WrittenItemID(text).flatMap { known.item($0) }) == item
        }
        switch change {
        case .replace(let url, let new): return replaced(url.verbatim, by: new, in: answers)
        case .answerYes:
            return answers.lazy.compactMap { $0["answer"] }.first { !isYes($0) }.flatMap {
                file.replacing($0.span, with: "true")
            }
        case .add(let new):
            if let answer = answers.first { return added(new, to: answer) }
            return appended(
                SubmittedAnswer(itemText: item.text, item: item, answer: nil, urls: [SubmittedURL(verbatim: new)]),
                after: entries)
        }
    }

    private func isYes(_ node: JSONNode) -> Bool {
        if case .bool(true) = node.value { return true }
        return false
    }

    private func replaced(_ old: String, by new: String, in answers: [JSONNode]) -> [UInt8]? {
        for answer in answers {
            for name in ["urls", "url"] {
                guard let list = answer[name] else { continue }
                switch list.value {
                case .string(let text):
                    if let changed = CellText.replacing(old, by: new, in: text) {
                        return file.replacing(list.span, with: SubmissionJSONWriting.quoted(changed))
                    }
                case .array(let entries):
                    for entry in entries {
                        guard case .string(let text) = entry.value, Label.trimmed(text) == old else { continue }
                        return file.replacing(entry.span, with: SubmissionJSONWriting.quoted(new))
                    }
                default: continue
                }
            }
        }
        return nil
    }

    private func added(_ new: String, to answer: JSONNode) -> [UInt8]? {
        let quoted = SubmissionJSONWriting.quoted(new)
        guard let list = answer["urls"] else {
            guard answer["url"] == nil else { return nil }
            let end = answer.span.upperBound - 1
            return file.replacing(end..<end, with: ", \"urls\": [\(quoted)]")
        }
        switch list.value {
        case .array(let entries):
            guard let last = entries.last else { return file.replacing(list.span, with: "[\(quoted)]") }
            let end = last.span.upperBound
            return file.replacing(end..<end, with: ", \(quoted)")
        case .null: return file.replacing(list.span, with: "[\(quoted)]")
        case .string(let text):
            let first = SubmissionJSONWriting.quoted(text)
            return file.replacing(list.span, with: text.isEmpty ? "[\(quoted)]" : "[\(first), \(quoted)]")
        default: return nil
        }
    }

    private func appended(_ answer: SubmittedAnswer, after entries: [JSONNode]) -> [UInt8]? {
        let text = SubmissionJSONWriting.object(answer)
        guard let last = entries.last else {
            return root["answers"].flatMap { file.replacing($0.span, with: "[\n    \(text)\n  ]") }
        }
        // The white space before the last answer is what stands between answers here.
        var start = last.span.lowerBound
        while start > 0, [32, 9, 10, 13].contains(file.text[start - 1]) { start -= 1 }
        let space = String(decoding: file.text[start..<last.span.lowerBound], as: UTF8.self)
        let end = last.span.upperBound
        return file.replacing(end..<end, with: ",\(space.isEmpty ? " " : space)\(text)")
    }
}

/// Addresses inside the text of a cell.
enum CellText {
    /// The cell with one address replaced, where it stands by itself and not as the beginning of a longer one; nil
    /// when it does not stand there.
    static func replacing(_ old: String, by new: String, in text: String) -> String? {
        let cell = CellAddresses(text)
        if cell.addresses == [old], cell.words.isEmpty { return CellAddresses.cell(holding: new) }
        let bytes = Array(text.utf8)
        let wanted = Array(old.utf8)
        guard !wanted.isEmpty, wanted.count <= bytes.count else { return nil }
        for start in 0...(bytes.count - wanted.count)
        where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            let changed =
                String(decoding: bytes[..<start], as: UTF8.self) + new
                + String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
            // The right place is the one after which just this address is another.
            if CellAddresses(changed).addresses == cell.addresses.map({ $0 == old ? new : $0 }) { return changed }
        }
        return nil
    }
}

import GradingCore

/// The ids of a year's list, made ready to be looked up; or no list, where it is not known yet.
struct KnownItems {
    /// `first–last`, for messages; empty without a list.
    let range: String
    private let isGiven: Bool
    private var exact: [[UInt8]: ItemID] = [:]
    private var numbered: [Int: [(stem: String, item: ItemID)]] = [:]

    init(_ list: [ItemID]?) {
        isGiven = list != nil
        range = [list?.first?.text, list?.last?.text].compactMap { $0 }.joined(separator: "–")
        for item in list ?? [] {
            exact[Label.folded(item.text)] = item
            guard let number = item.number else { continue }
            let letters = item.text.unicodeScalars.reversed().drop { ("0"..."9").contains($0) }.reversed()
            let stem = String(decoding: Label.folded(String(String.UnicodeScalarView(letters))), as: UTF8.self)
            numbered[number, default: []].append((stem, item))
        }
    }

    /// The item whose id is spelt just so, but for case, spaces and digits.
    func item(spelt text: String) -> ItemID? { isGiven ? exact[Label.folded(text)] : nil }

    /// The item that is meant; nil when the list has none or several. Without a list, letters and number make the id.
    func item(_ id: WrittenItemID) -> ItemID? {
        guard isGiven else {
            return ItemID((id.stem.isEmpty ? WrittenItemID.defaultStem : id.stem) + String(id.number))
        }
        let matches = (numbered[id.number] ?? []).filter { id.stem.isEmpty || id.stem == $0.stem }
        return matches.count == 1 ? matches[0].item : nil
    }
}

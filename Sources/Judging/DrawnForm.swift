import Checklists
import ThaiText

/// A form of which only the words are in the page: labels of fields, each in a line of its own, and what its button
/// says. A script draws the fields, or the page is a copy. Whether it really sends is not seen.
struct DrawnForm: Sendable {
    /// The words around it and its labels, normalised.
    let labels: [UInt8]
    /// The number of the unit that shows that it can be sent.
    let submit: Int

    /// Nil for a page without such lines.
    init?(_ units: [TextUnit], signs: SignKeys) {
        var fields: Set<Int> = []
        var lines: [TextUnit] = []
        var submit: Int?
        var starred: [Int] = []
        for (number, unit) in units.enumerated() where unit.place == .body || unit.place == .link {
            let length = unit.text.bytes.count
            if submit == nil, length <= DrawnForm.longestButton, signs.holds(.formSubmit, in: unit.text) {
                submit = number
            }
            guard unit.place == .body, length <= DrawnForm.longestLabel else { continue }
            let found = signs.all(.formField, in: unit.text)
            guard !found.isEmpty else { continue }
            fields.formUnion(found)
            lines.append(unit)
            if unit.text.bytes.last == UInt8(ascii: "*") { starred.append(number) }
        }
        // Two labels with the star of what must be filled in tell as much as a button.
        if submit == nil, starred.count > 1 { submit = starred.last }
        guard let submit, lines.count >= DrawnForm.leastLabels, fields.count >= DrawnForm.leastLabels else {
            return nil
        }
        self.submit = submit
        labels = lines.flatMap { $0.text.bytes + [0x20] }
    }

    private static let leastLabels = 3
    /// Bytes of the shadow: some forty Thai letters, and some twenty.
    private static let longestLabel = 130
    private static let longestButton = 70
}

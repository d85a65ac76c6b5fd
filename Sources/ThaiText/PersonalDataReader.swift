/// Looks for personal data in parts that stand together, and for what speaks for and against.
struct PersonalDataReader {
    typealias Words = PersonalDataWords
    typealias Mark = PersonalDataRules.Mark

    let parts: [PersonalDataPart]
    let context: PersonalDataContext
    let rules: PersonalDataRules
    /// Words of the vocabulary for each part, ascending by start.
    let marks: [[Mark]]
    /// All column heads together.
    let heads: Words
    /// Words of all cells and their heads.
    let rowWords: Words
    /// Names of persons for each part; read when the first number asks for them.
    private var names: [[Range<Int>]?]
    private(set) var found: [PersonalDatum] = []
    /// Where citizens' numbers begin in each part, ascending.
    private var citizenPlaces: [[Int]]
    private var nearest: Sign?
    /// Whether the neighbours name a person as holder of the account; nil before they were asked.
    var accountIsHeld: Bool?

    init(_ parts: [PersonalDataPart], context: PersonalDataContext, rules: PersonalDataRules) {
        self.parts = parts
        self.context = context
        self.rules = rules
        marks = parts.map { rules.marks(in: $0.text) }
        let heads: Words = parts.reduce(into: []) { $0.formUnion($1.head) }
        self.heads = heads
        rowWords = marks.joined().reduce(into: heads) { $0.formUnion($1.words) }
        names = parts.map { _ in nil }
        citizenPlaces = parts.map { _ in [] }
    }

    static func hasDigit(_ bytes: [UInt8]) -> Bool { bytes.contains(where: Latin.isDigit) }

    /// Everything that is found, by part and place.
    mutating func data(_ neighbours: () -> PersonalDataNeighbours) -> [PersonalDatum] {
        readCitizenNumbers()
        guard context.place == .text else { return found }
        if found.isEmpty { readCitizenNumberOverCells() }
        readOtherNumbers(neighbours)
        readHomes(neighbours)
        return found.sorted { ($0.part, $0.range.lowerBound) < ($1.part, $1.range.lowerBound) }
    }

    /// - Parameter form: how it is shown where it is not written in one place.
    mutating func add(_ kind: PersonalDatum.Kind, part: Int, range: Range<Int>, key: String, form: String? = nil) {
        let text = parts[part].text
        let isHome = kind == .homeAddress
        found.append(
            PersonalDatum(
                kind: kind, part: part, range: range, key: key,
                masked: PersonalDataMask.masked(
                    form ?? text.words(range), showing: PersonalDatum.shownDigits(kind)),
                shadow: isHome ? Array(text.bytes[range]) : [], lead: isHome ? lead(part, range.lowerBound) : []))
        if kind == .citizenNumber { citizenPlaces[part].append(range.lowerBound) }
    }

    /// The shadow before a place, back into the parts before it.
    private func lead(_ part: Int, _ start: Int) -> [UInt8] {
        var bytes = Array(parts[part].text.bytes[..<start].suffix(PersonalDataMask.leadBytes * 2))
        var part = part - 1
        while part >= 0, bytes.count < PersonalDataMask.leadBytes * 2 {
            bytes = parts[part].text.bytes.suffix(PersonalDataMask.leadBytes * 2) + bytes
            part -= 1
        }
        return PersonalDataMask.lead(of: bytes[...])
    }

    // MARK: What stands around

    /// Whole cells of a row; in running text only what is near.
    func window(_ part: Int, _ range: Range<Int>, before: Int, after: Int) -> Range<Int> {
        let count = parts[part].text.bytes.count
        guard parts.count == 1 else { return 0..<count }
        return max(0, range.lowerBound - before)..<min(count, range.upperBound + after)
    }

    /// The words that begin inside a range of a part.
    func words(_ part: Int, in range: Range<Int>) -> Words {
        var words: Words = []
        var index = firstMark(part, from: range.lowerBound)
        while index < marks[part].count, marks[part][index].range.lowerBound < range.upperBound {
            words.formUnion(marks[part][index].words)
            index += 1
        }
        return words
    }

    func words(_ part: Int) -> Words { words(part, in: 0..<parts[part].text.bytes.count) }

    /// The last word of some kinds that ends at or before a place and at most `reach` bytes before it.
    func label(_ part: Int, before place: Int, reach: Int, of kinds: Words) -> Mark? {
        var index = firstMark(part, from: place) - 1
        while index >= 0 {
            let mark = marks[part][index]
            if mark.range.lowerBound < place - reach { return nil }
            if mark.range.upperBound <= place, mark.words.holdsAny(of: kinds) { return mark }
            index -= 1
        }
        return nil
    }

    /// Index of the first mark that begins at or after a place.
    func firstMark(_ part: Int, from place: Int) -> Int {
        PersonalDataReader.first(marks[part].count) { marks[part][$0].range.lowerBound >= place }
    }

    /// The first of so many ascending places for which something holds, or their number.
    private static func first(_ count: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    mutating func persons(_ part: Int) -> [Range<Int>] {
        if let known = names[part] { return known }
        // Dots to be filled in are nobody.
        let bytes = parts[part].text.bytes
        let read = PatternReader(parts[part].text).persons().filter { bytes[$0.upperBound - 1] > 0x5F }
        names[part] = read
        return read
    }

    /// The first name that begins inside a range.
    mutating func person(_ part: Int, in range: Range<Int>) -> Range<Int>? {
        let persons = persons(part)
        let low = PersonalDataReader.first(persons.count) { persons[$0].lowerBound >= range.lowerBound }
        return low < persons.count && persons[low].lowerBound < range.upperBound ? persons[low] : nil
    }

    /// The last name that begins before a place.
    mutating func lastPerson(_ part: Int, before place: Int) -> Range<Int>? {
        let persons = persons(part)
        let next = PersonalDataReader.first(persons.count) { persons[$0].lowerBound >= place }
        return next > 0 ? persons[next - 1] : nil
    }

    /// A name near a number: inside the range of its own text, in any cell of its row, or by a column of names.
    mutating func hasPerson(near range: Range<Int>, of part: Int) -> Bool {
        if heads.contains(.nameColumn) || person(part, in: range) != nil { return true }
        return parts.count > 1 && hasPersonAnywhere()
    }

    mutating func hasPersonAnywhere() -> Bool {
        for part in parts.indices where !persons(part).isEmpty { return true }
        return false
    }

    func hasCitizenNumber(_ part: Int, in range: Range<Int>) -> Bool {
        let places = citizenPlaces[part]
        let index = PersonalDataReader.first(places.count) { places[$0] >= range.lowerBound }
        return index < places.count && places[index] < range.upperBound
    }

    /// A citizen's number in any cell of a row.
    var rowHasCitizenNumber: Bool { parts.count > 1 && citizenPlaces.contains { !$0.isEmpty } }

    // MARK: Neighbours

    /// What another text of the record says of its subject.
    enum Sign { case person, official, nothing }

    /// A role directly before a name: ผู้ร้อง นาย…
    static let roleReach = 14

    /// A neighbour's sign: a citizen with name, or somebody official.
    func sign(of texts: [NormalisedText]) -> Sign {
        var reader = PersonalDataReader(texts.map { PersonalDataPart(text: $0) }, context: context, rules: rules)
        reader.readCitizenNumbers()
        if !reader.found.isEmpty || reader.namesCitizen() { return .person }
        let words = reader.rowWords
        if words.holdsAny(of: .publicContact) { return .official }
        if words.contains(.homeLabel) || context.heading.contains(.role), reader.hasPersonAnywhere() {
            return .person
        }
        return .nothing
    }

    /// The sign of the nearest neighbour before that gives one.
    mutating func nearestSign(_ neighbours: () -> PersonalDataNeighbours) -> Sign {
        if let nearest { return nearest }
        var nearest = Sign.nothing
        for texts in neighbours().before where nearest == .nothing { nearest = sign(of: texts) }
        self.nearest = nearest
        return nearest
    }

    /// A role with the name directly behind it, in the same or the next cell.
    mutating func namesCitizen() -> Bool {
        for part in parts.indices {
            for mark in marks[part] where mark.words.contains(.role) && isNamed(mark, part) { return true }
        }
        return false
    }

    mutating func isNamed(_ role: Mark, _ part: Int) -> Bool {
        let end = role.range.upperBound
        if person(part, in: end..<end + PersonalDataReader.roleReach + 1) != nil { return true }
        guard part + 1 < parts.count, parts[part].text.bytes.count - end <= PersonalDataReader.roleReach else {
            return false
        }
        return person(part + 1, in: 0..<PersonalDataReader.roleReach) != nil
    }
}

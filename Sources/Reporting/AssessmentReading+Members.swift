import Findings
import FoundationEssentials
import GradingCore

/// The members of one JSON object by name. Every getter throws a `DecodingError` that knows its path.
struct ReportMembers {
    struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let members: KeyedDecodingContainer<Name>

    init(_ decoder: any Decoder) throws { members = try decoder.container(keyedBy: Name.self) }
    private init(_ members: KeyedDecodingContainer<Name>) { self.members = members }

    var names: [String] { members.allKeys.map(\.stringValue) }

    func object(_ name: String) throws -> ReportMembers {
        ReportMembers(try members.nestedContainer(keyedBy: Name.self, forKey: Name(name)))
    }

    func text(_ name: String) throws -> String { try members.decode(String.self, forKey: Name(name)) }
    func optionalText(_ name: String) throws -> String? {
        try members.decodeIfPresent(String.self, forKey: Name(name))
    }
    func text(_ name: String, or other: String) throws -> String { try optionalText(name) ?? other }

    func flag(_ name: String, or other: Bool) throws -> Bool {
        try members.decodeIfPresent(Bool.self, forKey: Name(name)) ?? other
    }

    /// Whole numbers that every JSON reader keeps exactly: at most 2^53 - 1 from zero.
    func optionalInteger(_ name: String) throws -> Int? {
        guard let number = try optional(name, of: ReadInteger.self)?.value else { return nil }
        let limit = 9_007_199_254_740_991
        guard (-limit...limit).contains(number) else { throw bad(name, "the number is out of range") }
        return number
    }
    func integer(_ name: String, or other: Int) throws -> Int { try optionalInteger(name) ?? other }

    func list<Entry: Decodable>(_ name: String, of type: Entry.Type) throws -> [Entry] {
        try members.decodeIfPresent([Entry].self, forKey: Name(name)) ?? []
    }
    func requiredList<Entry: Decodable>(_ name: String, of type: Entry.Type) throws -> [Entry] {
        try members.decode([Entry].self, forKey: Name(name))
    }
    func optional<Value: Decodable>(_ name: String, of type: Value.Type) throws -> Value? {
        try members.decodeIfPresent(Value.self, forKey: Name(name))
    }
    func value<Value: Decodable>(_ name: String, of type: Value.Type) throws -> Value {
        try members.decode(Value.self, forKey: Name(name))
    }

    /// A word of a vocabulary.
    func word<Word: RawRepresentable<String>>(_ name: String, of type: Word.Type) throws -> Word {
        guard let word = Word(rawValue: try text(name)) else {
            throw bad(name, "this word is not in the vocabulary of a report")
        }
        return word
    }
    func optionalWord<Word: RawRepresentable<String>>(_ name: String, of type: Word.Type) throws -> Word? {
        try optionalText(name) == nil ? nil : try word(name, of: type)
    }

    func bad(_ name: String, _ message: String) -> DecodingError {
        .dataCorruptedError(forKey: Name(name), in: members, debugDescription: message)
    }
}

extension ReportMembers {
    func both(_ name: String) throws -> BilingualText { try value(name, of: ReadText.self).value }

    /// `2023-05-15`, always of the common era: a report never writes another.
    func day(_ name: String) throws -> CivilDate {
        guard let day = ReportMembers.day(try text(name)) else {
            throw bad(name, "a day such as 2023-05-15 was expected")
        }
        return day
    }
    func optionalDay(_ name: String) throws -> CivilDate? { try optionalText(name) == nil ? nil : try day(name) }

    static func day(_ text: String) -> CivilDate? {
        let parts = text.utf8.split(separator: 45, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (48...57).contains($0) }) else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 48) } }
        return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    func evidence(_ name: String) throws -> EvidenceID { try value(name, of: ReadEvidenceID.self).value }
    func optionalEvidence(_ name: String) throws -> EvidenceID? { try optional(name, of: ReadEvidenceID.self)?.value }

    func fiscalYear(_ name: String) throws -> FiscalYear { try value(name, of: ReadFiscalYear.self).value }

    func surroundings() throws -> QuoteSurroundings {
        QuoteSurroundings(
            words: try text("words", or: ""), before: try text("before", or: ""), after: try text("after", or: ""),
            location: try optional("location", of: ReadLocation.self)?.value)
    }

    /// The place of a quote without the page or sheet of its file, which stands after it.
    func place(_ name: String, in surroundings: QuoteSurroundings) throws -> String {
        let written = try text(name, or: "")
        guard let location = surroundings.location else { return written }
        // By bytes: at a seam of two texts a character may be one that neither has.
        let suffix = ", \(location.text)".utf8
        guard written.utf8.count >= suffix.count, written.utf8.suffix(suffix.count).elementsEqual(suffix) else {
            return written
        }
        return String(decoding: written.utf8.dropLast(suffix.count), as: UTF8.self)
    }
}

struct ReadText: Decodable {
    let value: BilingualText
    init(from decoder: any Decoder) throws {
        let members = try ReportMembers(decoder)
        value = BilingualText(th: try members.text("th", or: ""), en: try members.text("en", or: ""))
    }
}

struct ReadLocation: Decodable {
    let value: QuoteLocation
    init(from decoder: any Decoder) throws {
        let members = try ReportMembers(decoder)
        value = QuoteLocation(
            kind: try members.word("kind", of: QuoteLocation.Kind.self), number: try members.integer("number", or: 1),
            name: try members.text("name", or: ""), cell: try members.text("cell", or: ""),
            isRecognised: try members.flag("recognised", or: false))
    }
}

struct ReadEvidenceID: Decodable {
    let value: EvidenceID
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let digits = try container.decode(String.self).utf8
        guard digits.first == 101, (2...16).contains(digits.count),
            digits.dropFirst().allSatisfy({ (48...57).contains($0) })
        else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "an id of evidence such as e7 was expected")
        }
        value = EvidenceID(digits.dropFirst().reduce(0) { $0 * 10 + Int($1 - 48) })
    }
}

/// A whole number; a fraction or a number beyond every type is a fault of its member, which the decoder alone would
/// report as a fault of the whole file.
struct ReadInteger: Decodable {
    let value: Int
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { value = try container.decode(Int.self) } catch let error as DecodingError {
            throw error
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a whole number was expected")
        }
    }
}

struct ReadFiscalYear: Decodable {
    let value: FiscalYear
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let year = try ReadInteger(from: decoder).value
        guard (1...9999).contains(year) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a year of the Buddhist era such as 2566 was expected")
        }
        value = FiscalYear(year)
    }
}

public import ThaiText
public import WebEvidence

/// Personal data and the place on its page.
public struct PlacedPersonalDatum: Sendable, Hashable {
    /// Raw values are what reports print.
    public enum Place: String, Sendable, Hashable {
        case title, heading, table, body, link, image
        /// The name of a file that the page links or shows.
        case fileName = "file-name"
        /// The page's own address.
        case address
    }
    public var datum: PersonalDatum
    public var place: Place
}

/// The personal data that a page or document shows, in reading order, then in labels and file names. The same number
/// may come several times; `PersonalDatum.key` tells.
/// - Parameter furniture: parts that the site repeats on its other pages, which are left out; nil: none.
public func personalData(
    in document: ExtractedDocument, furniture: SiteFurniture.Mask? = nil, rules: PersonalDataRules
) -> [PlacedPersonalDatum] {
    var walk = PersonalDataWalk(document, furniture: furniture, rules: rules)
    walk.readTitle()
    walk.readUnits()
    walk.readLabels()
    walk.readFileNames()
    return walk.found
}

/// Citizens' numbers in an address: in the file's name, or in the query where they are called so there.
public func personalData(in address: PageAddress, rules: PersonalDataRules) -> [PlacedPersonalDatum] {
    var parts = [(address.fileName, PersonalDataContext.Place.fileName)]
    if let query = address.query { parts.append((PercentEncoding.decoded(query), .query)) }
    return parts.flatMap { text, place in
        personalData(
            in: [PersonalDataPart(text: NormalisedText(text))], context: PersonalDataContext(place: place), rules: rules
        ).map { PlacedPersonalDatum(datum: $0, place: .address) }
    }
}

/// Goes through a document once: paragraphs one by one, data tables row by row.
private struct PersonalDataWalk {
    /// Blocks that are read together: one paragraph, or the cells of one row.
    private struct Unit {
        var blocks: [Int]
        var table: Int?
    }

    private let document: ExtractedDocument
    private let furniture: SiteFurniture.Mask?
    private let rules: PersonalDataRules
    private let units: [Unit]
    private var headingWords: [Int: PersonalDataWords] = [:]
    private var columnWords: [Int: [PersonalDataWords]] = [:]
    private var tableIsRoster: [Int: Bool] = [:]
    private let titleIsRoster: Bool
    private(set) var found: [PlacedPersonalDatum] = []

    /// A person's record has at most so many lines before and after a number.
    private static let linesBefore = 4
    private static let linesAfter = 2
    /// UTF-8 bytes of a neighbour that are looked at.
    private static let lineBytes = 1_500
    /// A longer line names no list.
    private static let longestHeading = 600

    init(_ document: ExtractedDocument, furniture: SiteFurniture.Mask?, rules: PersonalDataRules) {
        self.document = document
        self.furniture = furniture
        self.rules = rules
        titleIsRoster = rules.namesRoster(rules.words(in: document.title))
        units = PersonalDataWalk.units(of: document, without: furniture)
    }

    private static func units(of document: ExtractedDocument, without furniture: SiteFurniture.Mask?) -> [Unit] {
        var units: [Unit] = []
        var last: (table: Int, row: Int, column: Int)?
        for (index, block) in document.blocks.enumerated() where !isSet(furniture?.blocks, index) {
            guard case .cell(let table?, let row, let column, _) = block.kind else {
                units.append(Unit(blocks: [index], table: nil))
                last = nil
                continue
            }
            if let last, last.table == table, last.row == row, last.column < column {
                units[units.count - 1].blocks.append(index)
            } else {
                units.append(Unit(blocks: [index], table: table))
            }
            last = (table, row, column)
        }
        return units
    }

    private static func isSet(_ flags: [Bool]?, _ index: Int) -> Bool {
        guard let flags, index < flags.count else { return false }
        return flags[index]
    }

    // MARK: Texts

    mutating func readTitle() { read(document.title, .title) }

    mutating func readUnits() {
        for (number, unit) in units.enumerated() {
            guard unit.blocks.contains(where: { mayHoldPersonalData(document.blocks[$0].text) }) else { continue }
            let parts = unit.blocks.map { index in
                PersonalDataPart(text: NormalisedText(document.blocks[index].text), head: columnHead(of: index))
            }
            let context = context(of: unit, number)
            let data = personalData(in: parts, context: context, rules: rules) { neighbours(of: number) }
            found += data.map { PlacedPersonalDatum(datum: $0, place: place(of: unit.blocks[$0.part])) }
        }
    }

    /// What is shown on pointing, and in place of pictures.
    mutating func readLabels() {
        for (index, link) in document.links.enumerated() where !PersonalDataWalk.isSet(furniture?.links, index) {
            if link.block == nil { read(link.text, .link) }
            if link.label != link.text { read(link.label, .link) }
        }
        for (index, image) in document.images.enumerated() where !PersonalDataWalk.isSet(furniture?.images, index) {
            read(image.alternativeText, .image)
        }
        for embed in document.embeds { read(embed.title, .link) }
    }

    mutating func readFileNames() {
        var addresses: [PageAddress] = []
        for (index, link) in document.links.enumerated() where !PersonalDataWalk.isSet(furniture?.links, index) {
            if let address = link.address { addresses.append(address) }
        }
        for (index, image) in document.images.enumerated() where !PersonalDataWalk.isSet(furniture?.images, index) {
            if let address = image.address { addresses.append(address) }
        }
        addresses += document.embeds.compactMap(\.address)
        let context = PersonalDataContext(place: .fileName)
        for address in addresses where PersonalDataWalk.mayNameNumber(address.path) {
            let name = address.fileName
            // Without an ending it is the number of a post, not the name of a file.
            guard name.utf8.dropFirst().contains(0x2E) else { continue }
            let part = PersonalDataPart(text: NormalisedText(name))
            found += personalData(in: [part], context: context, rules: rules)
                .map { PlacedPersonalDatum(datum: $0, place: .fileName) }
        }
    }

    private static func mayNameNumber(_ path: String) -> Bool { path.utf8.count { $0 &- 0x30 < 10 } >= 13 }

    private mutating func read(_ text: String, _ place: PlacedPersonalDatum.Place) {
        guard mayHoldPersonalData(text) else { return }
        found += personalData(in: NormalisedText(text), rules: rules)
            .map { PlacedPersonalDatum(datum: $0, place: place) }
    }

    // MARK: What stands around

    private func place(of block: Int) -> PlacedPersonalDatum.Place {
        switch document.blocks[block].kind {
        case .heading: .heading
        case .cell(.some, _, _, _): .table
        default: document.blocks[block].linkedBytes * 2 > document.blocks[block].text.utf8.count ? .link : .body
        }
    }

    private mutating func columnHead(of block: Int) -> PersonalDataWords {
        guard case .cell(let table?, _, let column, _) = document.blocks[block].kind,
            table < document.tables.count
        else { return [] }
        if columnWords[table] == nil { columnWords[table] = document.tables[table].head.map(rules.words) }
        guard let words = columnWords[table], column < words.count else { return [] }
        return words[column]
    }

    private mutating func context(of unit: Unit, _ number: Int) -> PersonalDataContext {
        var context = PersonalDataContext(isRoster: titleIsRoster)
        let path = document.blocks[unit.blocks[0]].headingPath
        for heading in path {
            let words = words(ofHeading: heading)
            if rules.namesRoster(words) { context.isRoster = true }
            context.heading = words
        }
        if let table = unit.table, isRoster(table, before: number) { context.isRoster = true }
        return context
    }

    private mutating func words(ofHeading block: Int) -> PersonalDataWords {
        if let known = headingWords[block] { return known }
        let words = block < document.blocks.count ? rules.words(in: document.blocks[block].text) : []
        headingWords[block] = words
        return words
    }

    /// A table is a list of citizens when its caption or one of the lines before it says so.
    private mutating func isRoster(_ table: Int, before unit: Int) -> Bool {
        if let known = tableIsRoster[table] { return known }
        var lines: [String] = table < document.tables.count ? [document.tables[table].caption] : []
        var first = unit
        while first > 0, units[first].table == table { first -= 1 }
        for number in stride(from: first, to: max(-1, first - 3), by: -1) where units[number].table == nil {
            lines.append(document.blocks[units[number].blocks[0]].text)
        }
        let isRoster = lines.contains { line in
            line.utf8.count <= PersonalDataWalk.longestHeading && rules.namesRoster(rules.words(in: line))
        }
        tableIsRoster[table] = isRoster
        return isRoster
    }

    /// The lines around, up to the next heading.
    private func neighbours(of number: Int) -> PersonalDataNeighbours {
        var neighbours = PersonalDataNeighbours()
        for step in 1...PersonalDataWalk.linesBefore {
            guard number - step >= 0, !isHeading(units[number - step]) else { break }
            neighbours.before.append(texts(of: units[number - step]))
        }
        for step in 1...PersonalDataWalk.linesAfter {
            guard number + step < units.count, !isHeading(units[number + step]) else { break }
            neighbours.after.append(texts(of: units[number + step]))
        }
        return neighbours
    }

    private func isHeading(_ unit: Unit) -> Bool { document.blocks[unit.blocks[0]].isHeading }

    private func texts(of unit: Unit) -> [NormalisedText] {
        unit.blocks.prefix(24).map { index in
            let text = document.blocks[index].text
            guard text.utf8.count > PersonalDataWalk.lineBytes else { return NormalisedText(text) }
            return NormalisedText(String(decoding: text.utf8.prefix(PersonalDataWalk.lineBytes), as: UTF8.self))
        }
    }
}

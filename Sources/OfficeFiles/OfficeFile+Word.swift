extension OfficeFile {
    /// The text with its headers, footers and notes. Parts beside the text that cannot be read are a shortfall.
    static func wordContent(
        _ contents: [UInt8], part: String, _ package: ZipPackage, _ limits: OfficeFileLimits
    ) throws(OfficeFileError) -> OfficeContent {
        let relationships = try relationships(of: part, in: package, limits)
        let styles = WordStyles()
        if let stylePart = relationships.first("styles"), let bytes = try package.member(stylePart) {
            do throws(OfficeFileError) {
                try XMLPart.parse(bytes, part: stylePart, limits: limits, styles)
            } catch {
                // Without styles the text is still there; only its headings are not told.
            }
        }
        var reading = WordReading(package: package, limits: limits, styles: styles)
        reading.read(part, contents: contents, relationships, place: .body)
        for other in relationships.all("header") { reading.read(other, place: .header) }
        for other in relationships.all("footer") { reading.read(other, place: .footer) }
        for other in relationships.all("footnotes") + relationships.all("endnotes") {
            reading.read(other, place: .note)
        }
        for other in relationships.all("diagramData") { reading.readDiagram(other) }
        var content = OfficeContent(body: .text(reading.inReadingOrder))
        content.pictureCount = reading.pictureCount
        content.shortfall = reading.shortfall
        return content
    }
}

/// Reads the parts of one word processor's document within one budget.
private struct WordReading {
    let package: ZipPackage
    let limits: OfficeFileLimits
    let styles: WordStyles
    let budget: FlowBudget
    var sections: [OfficeSection] = []
    var pictureCount = 0
    var shortfall: OfficeFileError?

    init(package: ZipPackage, limits: OfficeFileLimits, styles: WordStyles) {
        self.package = package
        self.limits = limits
        self.styles = styles
        budget = FlowBudget(limits)
    }

    mutating func read(_ part: String, place: OfficeSection.Place) {
        guard shortfall?.code != .tooLarge else { return }
        do throws(OfficeFileError) {
            guard let contents = try package.member(part) else { return }
            let relationships = try OfficeFile.relationships(of: part, in: package, limits)
            read(part, contents: contents, relationships, place: place)
        } catch {
            shortfall = shortfall ?? error
        }
    }

    mutating func read(
        _ part: String, contents: [UInt8], _ relationships: PackageRelationships, place: OfficeSection.Place
    ) {
        let flow = FlowBuilder(budget: budget)
        let reader = WordReader(flow: flow, styles: styles, relationships: relationships)
        let limits = limits
        take(flow, place: place) { () throws(OfficeFileError) in
            try XMLPart.parse(contents, part: part, limits: limits, reader)
        }
        pictureCount += reader.pictureCount
    }

    /// Charts of an organisation and the like, whose words stand in a part of their own.
    mutating func readDiagram(_ part: String) {
        let flow = FlowBuilder(budget: budget)
        let reader = SlideReader(flow: flow, relationships: PackageRelationships())
        let package = package
        let limits = limits
        take(flow, place: .body) { () throws(OfficeFileError) in
            guard let contents = try package.member(part) else { return }
            try XMLPart.parse(contents, part: part, limits: limits, reader)
        }
    }

    /// Headers and footers of first and even pages mostly say the same: each text once.
    private mutating func take(
        _ flow: FlowBuilder, place: OfficeSection.Place, _ read: () throws(OfficeFileError) -> Void
    ) {
        do throws(OfficeFileError) {
            try read()
            try flow.finish()
        } catch {
            shortfall = shortfall ?? error
        }
        let section = OfficeSection(place: place, number: 1, items: flow.items)
        let isKnown = place != .body && sections.contains { $0.place == place && $0.items == section.items }
        if !section.items.isEmpty, !isKnown { sections.append(section) }
    }

    var inReadingOrder: [OfficeSection] {
        [OfficeSection.Place.header, .body, .footer, .note].flatMap { place in sections.filter { $0.place == place } }
    }
}

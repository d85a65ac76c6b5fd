extension OfficeFile {
    /// The slides in the order of the presentation; hidden ones are counted and left out.
    static func slideContent(
        _ contents: [UInt8], part: String, _ package: ZipPackage, _ limits: OfficeFileLimits
    ) throws(OfficeFileError) -> OfficeContent {
        let list = SlideList()
        try XMLPart.parse(contents, part: part, limits: limits, list)
        let relationships = try relationships(of: part, in: package, limits)
        let budget = FlowBudget(limits)
        var slides: [OfficeSection] = []
        var content = OfficeContent(body: .slides([]))
        for (index, id) in list.ids.prefix(limits.maximumMembers).enumerated() {
            guard let target = relationships.targets[id], !target.isExternal else { continue }
            let flow = FlowBuilder(budget: budget)
            do throws(OfficeFileError) {
                let reader = try read(target.target, into: flow, package, limits)
                content.pictureCount += reader?.pictureCount ?? 0
                if reader?.isHidden == true { continue }
            } catch {
                content.shortfall = content.shortfall ?? error
            }
            slides.append(OfficeSection(place: .body, number: index + 1, items: flow.items))
            if content.shortfall?.code == .tooLarge { break }
        }
        content.body = .slides(slides)
        content.partCount = list.ids.count
        return content
    }

    private static func read(
        _ part: String, into flow: FlowBuilder, _ package: ZipPackage, _ limits: OfficeFileLimits
    ) throws(OfficeFileError) -> SlideReader? {
        let relationshipPart = PackageRelationships.part(of: part)
        let found = try package.members([part, relationshipPart])
        guard let contents = found[ZipPackage.folded(part)] else {
            throw OfficeFileError(.missingPart, part: part, detail: "The presentation lists a slide that is not there.")
        }
        let links = try found[ZipPackage.folded(relationshipPart)].map { (bytes) throws(OfficeFileError) in
            try PackageRelationships(bytes, of: part, limits: limits)
        }
        let reader = SlideReader(flow: flow, relationships: links ?? PackageRelationships())
        try XMLPart.parse(contents, part: part, limits: limits, reader)
        for diagram in links?.all("diagramData") ?? [] {
            guard let words = try package.member(diagram) else { continue }
            let inner = SlideReader(flow: flow, relationships: PackageRelationships())
            try XMLPart.parse(words, part: diagram, limits: limits, inner)
        }
        try flow.finish()
        return reader
    }
}

private final class SlideList: XMLPartVisitor {
    private(set) var ids: [String] = []

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        if name == "sldId", let id = attributes["r:id"] { ids.append(id) }
    }
    func closed(_ name: String) throws(OfficeFileError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {}
}

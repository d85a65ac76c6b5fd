/// Reads one slide, or the words of a drawing that is laid out by rules (ISO 29500-1 sections 19 and 21), into a flow.
final class SlideReader: XMLPartVisitor {
    private let flow: FlowBuilder
    private let relationships: PackageRelationships
    private(set) var isHidden = false
    private(set) var pictureCount = 0
    private(set) var rootName: String?

    private var skipDepth = 0
    private var isTitle = false
    /// In a number, date or foot that repeats on every slide.
    private var isFurniture = false
    private var isCollecting = false
    private var isBold = false
    private var isInRun = false

    init(flow: FlowBuilder, relationships: PackageRelationships) {
        self.flow = flow
        self.relationships = relationships
    }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        if rootName == nil {
            rootName = name
            isHidden = name == "sld" && ["0", "false"].contains(attributes["show"] ?? "")
        }
        if skipDepth > 0 || name == "Fallback" {
            skipDepth += 1
            return
        }
        switch name {
        case "sp", "graphicFrame", "cxnSp", "pic":
            isTitle = false
            isFurniture = false
            if name == "pic" { pictureCount += 1 }
        case "ph":
            let kind = attributes["type"] ?? "body"
            isTitle = kind == "title" || kind == "ctrTitle"
            isFurniture = ["sldNum", "dt", "ftr"].contains(kind)
        case "p": flow.beginParagraph()
        case "pPr": if attributes["algn"] == "ctr" { flow.mark { $0.isCentred = true } }
        case "fld" where attributes["type"] == "slidenum": skipDepth = 1
        case "r", "fld":
            isInRun = true
            isBold = false
        case "rPr": if isInRun { isBold = attributes.isOn("b") }
        case "hlinkClick": openLink(attributes)
        case "t": isCollecting = !isFurniture
        case "br": flow.appendSpace()
        default: openTablePart(name, attributes)
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        switch name {
        case "p":
            if isTitle { flow.mark { $0.headingLevel = 1 } }
            try flow.endParagraph()
        case "r", "fld":
            isInRun = false
            flow.endLink()
        case "t": isCollecting = false
        case "tc": try flow.endCell()
        case "tbl": try flow.endTable()
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {
        if isCollecting { flow.append(bytes, isBold: isBold) }
    }

    private func openTablePart(_ name: String, _ attributes: XMLPartAttributes) {
        switch name {
        case "tbl": flow.beginTable()
        case "tr": flow.beginRow()
        case "tc":
            let columns = attributes["gridSpan"].flatMap { Int($0) } ?? 1
            // A cell covered from the left is written as well; its columns are counted by the one that covers it.
            flow.beginCell(columns: columns, isContinued: attributes.isOn("vMerge"))
            if attributes.isOn("hMerge") { flow.markCell { $0.columns = 0 } }
        default: break
        }
    }

    private func openLink(_ attributes: XMLPartAttributes) {
        guard isInRun, let id = attributes["r:id"], let target = relationships.targets[id], target.isExternal else {
            return
        }
        flow.beginLink(target.target)
    }
}

/// Reads one part of a word processor's document (text, header, footer, notes; ISO 29500-1 section 17) into a flow.
final class WordReader: XMLPartVisitor {
    private let flow: FlowBuilder
    private let styles: WordStyles
    private let relationships: PackageRelationships
    private(set) var pictureCount = 0
    private(set) var rootName: String?

    /// Elements inside which nothing is said: deletions, former properties, the second spelling of a drawing.
    private static let skipped: Set<String> = [
        "del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange",
        "Fallback", "rt", "sdtPr", "sdtEndPr", "tblGrid", "sectPr",
    ]
    private var skipDepth = 0
    private var isInProperties = 0
    private var paragraphs: [Context] = []
    private var run = Look()
    private var isCollecting = false
    private var fields: [Field] = []
    private var isInInstruction = false

    private struct Look {
        var isBold = false
        var isHidden = false
    }
    private struct Context {
        var look = Look()
        var isNotMain = false
    }
    private struct Field {
        var instruction: [UInt8] = []
        var isShown = false
        var isLink = false
    }

    init(flow: FlowBuilder, styles: WordStyles, relationships: PackageRelationships) {
        self.flow = flow
        self.styles = styles
        self.relationships = relationships
    }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        if rootName == nil { rootName = name }
        if skipDepth > 0 || WordReader.skipped.contains(name) {
            skipDepth += 1
            return
        }
        switch name {
        case "p": openParagraph()
        case "pPr": isInProperties += 1
        case "r": run = paragraphs.last?.look ?? Look()
        case "t": isCollecting = !run.isHidden && !paragraphs.isEmpty
        case "tab", "br", "cr": if isInProperties == 0 { flow.appendSpace() }
        case "noBreakHyphen": flow.append([45], isBold: run.isBold)
        case "instrText": isInInstruction = true
        case "fldChar": field(attributes["x:fldCharType"] ?? "")
        case "fldSimple": openSimpleField(attributes["x:instr"] ?? "")
        case "hyperlink": openHyperlink(attributes)
        case "blip", "imagedata": pictureCount += 1
        case "footnote", "endnote": if attributes["x:type"] != nil { skipDepth = 1 }
        default:
            if isInProperties > 0 { paragraphProperty(name, attributes) } else { property(name, attributes) }
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        switch name {
        case "p":
            _ = paragraphs.popLast()
            try flow.endParagraph()
            run = paragraphs.last?.look ?? Look()
        case "pPr": isInProperties = max(0, isInProperties - 1)
        case "r": run = paragraphs.last?.look ?? Look()
        case "t": isCollecting = false
        case "instrText": isInInstruction = false
        case "hyperlink": flow.endLink()
        case "fldSimple": closeField()
        case "tbl": try flow.endTable()
        case "tc": try flow.endCell()
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {
        if isInInstruction, let last = fields.indices.last, fields[last].instruction.count < 4_096 {
            fields[last].instruction.append(contentsOf: bytes.prefix(4_096))
        }
        // What a field is made of is no text; what it shows is.
        if isCollecting, fields.allSatisfy(\.isShown) { flow.append(bytes, isBold: run.isBold) }
    }

    // MARK: Paragraphs and tables

    private func openParagraph() {
        flow.beginParagraph()
        paragraphs.append(Context())
        run = Look()
    }

    private func paragraphProperty(_ name: String, _ attributes: XMLPartAttributes) {
        switch name {
        case "pStyle":
            let style = styles.resolved(attributes["x:val"] ?? "")
            flow.mark {
                $0.headingLevel = style.outlineLevel.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
                $0.isCentred = style.isCentred ?? false
                $0.isListEntry = style.isList ?? false
            }
            guard let last = paragraphs.indices.last else { return }
            paragraphs[last].look = Look(isBold: style.isBold ?? false, isHidden: style.isHidden ?? false)
        case "outlineLvl":
            let level = attributes["x:val"].flatMap { Int($0) } ?? 9
            flow.mark { $0.headingLevel = (0...8).contains(level) ? level + 1 : nil }
        case "jc": flow.mark { $0.isCentred = attributes["x:val"] == "center" }
        case "numId": flow.mark { $0.isListEntry = attributes["x:val"] != "0" }
        default: break
        }
    }

    /// Letters of such fonts stand for pictures.
    private func isSymbolFont(_ font: String) -> Bool {
        ["Wingdings", "Webdings", "Symbol"].contains { font.hasPrefix($0) }
    }

    private func property(_ name: String, _ attributes: XMLPartAttributes) {
        switch name {
        case "b": run.isBold = attributes.isSet
        case "vanish": run.isHidden = run.isHidden || attributes.isSet
        case "rFonts": if isSymbolFont(attributes["x:ascii"] ?? "") { run.isHidden = true }
        case "tbl": flow.beginTable()
        case "tr": flow.beginRow()
        case "tblHeader": if attributes.isSet { flow.markRowAsHead() }
        case "tc": flow.beginCell()
        case "gridSpan":
            let columns = attributes["x:val"].flatMap { Int($0) } ?? 1
            flow.markCell { $0.columns = max(1, min(columns, 200)) }
        case "vMerge": if attributes["x:val"] != "restart" { flow.markCell { $0.isContinued = true } }
        default: break
        }
    }

    // MARK: Links and fields

    private func openHyperlink(_ attributes: XMLPartAttributes) {
        guard let id = attributes["r:id"], let target = relationships.targets[id], target.isExternal else { return }
        let anchor = attributes["x:anchor"].map { "#" + $0 } ?? ""
        flow.beginLink(target.target + (target.target.contains("#") ? "" : anchor))
    }

    private func field(_ kind: String) {
        switch kind {
        case "begin": if fields.count < 64 { fields.append(Field()) }
        case "separate":
            guard let last = fields.indices.last else { return }
            fields[last].isShown = true
            openLink(ofField: last)
        default: closeField()
        }
    }

    private func openSimpleField(_ instruction: String) {
        guard fields.count < 64 else { return }
        fields.append(Field(instruction: Array(instruction.utf8), isShown: true))
        openLink(ofField: fields.count - 1)
    }

    private func openLink(ofField index: Int) {
        guard let target = WordReader.target(ofField: fields[index].instruction) else { return }
        fields[index].isLink = true
        flow.beginLink(target)
    }

    private func closeField() {
        guard let ended = fields.popLast(), ended.isLink else { return }
        flow.endLink()
    }

    /// The first quoted argument of `HYPERLINK "https://..."`; nil for other fields and for places in the document.
    static func target(ofField instruction: [UInt8]) -> String? {
        let words = String(decoding: instruction, as: UTF8.self)
        let parts = words.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].trimmingSpaces.lowercased() == "hyperlink", !parts[1].isEmpty else {
            return nil
        }
        return String(parts[1])
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0.isWhitespace }
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }
}

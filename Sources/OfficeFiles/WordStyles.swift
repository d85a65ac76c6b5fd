/// The paragraph styles of a word processor's document, as far as they tell headings, lists and looks (ISO 29500-1
/// section 17.7).
final class WordStyles: XMLPartVisitor {
    struct Style {
        var name = ""
        var basedOn: String?
        var outlineLevel: Int?
        var isBold: Bool?
        var isCentred: Bool?
        var isHidden: Bool?
        var isList: Bool?
    }
    private var styles: [String: Style] = [:]
    private var current: (id: String, style: Style)?

    /// What a style is with all that it is based on; known styles only.
    func resolved(_ id: String) -> Style {
        var result = Style()
        var next: String? = id
        var steps = 0
        while let name = next, let style = styles[name], steps < 12 {
            steps += 1
            if result.outlineLevel == nil {
                result.outlineLevel = WordStyles.headingLevel(ofName: style.name).map { $0 - 1 } ?? style.outlineLevel
            }
            result.isBold = result.isBold ?? style.isBold
            result.isCentred = result.isCentred ?? style.isCentred
            result.isHidden = result.isHidden ?? style.isHidden
            result.isList = result.isList ?? style.isList
            next = style.basedOn
        }
        return result
    }

    /// The level that a style's name tells, 1...9: the built-in names of the format, which programs keep in English, and
    /// what Thai versions and people call them.
    static func headingLevel(ofName name: String) -> Int? {
        let folded = name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
        if ["title", "ชื่อเรื่อง", "ชื่อเอกสาร"].contains(folded) { return 1 }
        if ["subtitle", "ชื่อเรื่องรอง"].contains(folded) { return 2 }
        for word in ["heading", "หัวเรื่อง", "หัวข้อ", "ส่วนหัวเรื่อง", "head"] where folded.hasPrefix(word) {
            let rest = folded.dropFirst(word.count)
            let digits = rest.unicodeScalars.prefix { ("0"..."9").contains($0) || ("๐"..."๙").contains($0) }
            guard digits.count == 1, digits.count == rest.unicodeScalars.count || word == "heading",
                let scalar = digits.first
            else { continue }
            let level = Int(scalar.value >= 0x0E50 ? scalar.value - 0x0E50 : scalar.value - 48)
            if (1...9).contains(level) { return level }
        }
        return nil
    }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        switch name {
        case "style": current = (attributes["x:styleId"] ?? "", Style())
        case "name": current?.style.name = attributes["x:val"] ?? ""
        case "basedOn": current?.style.basedOn = attributes["x:val"]
        case "outlineLvl": current?.style.outlineLevel = attributes["x:val"].flatMap { Int($0) }
        case "b": current?.style.isBold = attributes.isSet
        case "vanish": current?.style.isHidden = attributes.isSet
        case "jc": current?.style.isCentred = attributes["x:val"] == "center"
        case "numPr": current?.style.isList = true
        default: break
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        guard name == "style", let ended = current else { return }
        current = nil
        if styles.count < 4_096 { styles[ended.id] = ended.style }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {}
}

extension XMLPartAttributes {
    /// A switch of a word processor's property: on unless its value says off (ISO 29500-1 section 17.17.4).
    var isSet: Bool { !["0", "false", "off"].contains(self["x:val"] ?? "") }
}

/// How a number is shown.
enum NumberLook: Sendable {
    case plain, percent, date, dateTime, time
}

/// The number formats of a workbook's cell styles, in the order of the style indices.
final class CellStyles: XMLPartVisitor {
    private(set) var looks: [NumberLook] = []
    private var custom: [Int: NumberLook] = [:]
    private var isInCellFormats = false

    /// `plain` for styles that do not exist.
    func look(ofStyle index: Int) -> NumberLook { looks.indices.contains(index) ? looks[index] : .plain }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                custom[id] = CellStyles.look(ofCode: code)
            }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            looks.append(custom[id] ?? CellStyles.look(ofBuiltIn: id))
        default: break
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {}

    /// Built-in formats (ISO 29500-1 section 18.8.30), the East Asian and Thai dates among them.
    private static func look(ofBuiltIn id: Int) -> NumberLook {
        switch id {
        case 9, 10, 67, 68: .percent
        case 14...17, 27...31, 34...36, 50...54, 57, 58, 71...74, 81: .date
        case 22, 77: .dateTime
        case 18...21, 32, 33, 45...47, 55, 56, 75, 76, 78...80: .time
        default: .plain
        }
    }

    /// Looks at the letters of a format outside quotes, brackets and escapes, in English or Thai.
    static func look(ofCode code: String) -> NumberLook {
        var hasDate = false
        var hasTime = false
        var hasPercent = false
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        sections: for scalar in code.unicodeScalars {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch scalar {
            case "\"": isQuoted.toggle()
            case _ where isQuoted: break
            case "[": isBracketed = true
            case "]": isBracketed = false
            case "h" where isBracketed, "H" where isBracketed, "s" where isBracketed: hasTime = true
            case _ where isBracketed: break
            case "\\", "_", "*": isEscaped = true
            case ";": break sections
            case "y", "Y", "d", "D", "b", "B", "ป", "ว", "ด": hasDate = true
            case "h", "H", "s", "S", "ช", "น", "ท": hasTime = true
            case "m", "M": if !hasTime { hasDate = hasDate || code.unicodeScalars.allSatisfy { $0 != ":" } }
            case "%": hasPercent = true
            default: break
            }
        }
        if code.lowercased() == "general" { return .plain }
        if hasDate { return hasTime ? .dateTime : .date }
        if hasTime { return .time }
        return hasPercent ? .percent : .plain
    }
}

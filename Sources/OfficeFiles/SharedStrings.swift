/// The string table of a workbook: runs of rich text joined, phonetic guides left out.
final class SharedStrings: XMLPartVisitor {
    private(set) var strings: [String] = []
    private var current: [UInt8] = []
    private var isInText = false
    private var phoneticDepth = 0
    private let maximumCount: Int

    init(maximumCount: Int) { self.maximumCount = maximumCount }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        switch name {
        case "si":
            current = []
            guard strings.count < maximumCount else {
                throw OfficeFileError(.tooLarge, detail: "The workbook has too many shared texts.")
            }
        case "rPh": phoneticDepth += 1
        case "t": isInText = phoneticDepth == 0
        default: break
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        switch name {
        case "si": strings.append(EscapedText.decoded(current))
        case "rPh": phoneticDepth -= 1
        case "t": isInText = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {
        if isInText { current.append(contentsOf: bytes) }
    }
}

/// `_x000D_` escapes of spreadsheet texts (ISO 29500-1 section 22.9.2.19, ST_Xstring).
enum EscapedText {
    static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.contains(95) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt8] = []
        units.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 95, let unit = unit(bytes, at: index), let scalar = Unicode.Scalar(unit) {
                units.append(contentsOf: Array(String(Character(scalar)).utf8))
                index += 7
            } else {
                units.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: units, as: UTF8.self)
    }

    private static func unit(_ bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + 6 < bytes.count, bytes[index + 1] == 120, bytes[index + 6] == 95 else { return nil }
        let digits = bytes[(index + 2)...(index + 5)]
        guard digits.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) })
        else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

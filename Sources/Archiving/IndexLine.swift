/// Where a record stands in a WARC: what an index says of it, and how it is found again when bytes were changed.
struct IndexedRecord {
    var record: WARCRecord.Kind
    var uri: String
    /// UTC, ISO 8601 with `Z`.
    var date: String
    var mediaType: String?
    var status: Int?
    var payloadDigest: String?
    var offset: Int
    var length: Int

    /// One line of CDXJ: sort key, time of 14 digits, the rest as JSON in the order of `cdxj-indexer`. Nil for records
    /// that an index does not list.
    func line(fileName: String) -> String? {
        switch record {
        case .response, .revisit, .resource: break
        case .warcinfo, .request, .metadata: return nil
        }
        var members: [(String, String)] = [("url", uri)]
        if let mediaType { members.append(("mime", mediaType)) }
        if let status { members.append(("status", String(status))) }
        if let payloadDigest { members.append(("digest", payloadDigest)) }
        members += [("length", String(length)), ("offset", String(offset)), ("filename", fileName)]
        let written = members.map { "\"\($0)\": \(ASCIIJSON.quoted($1))" }.joined(separator: ", ")
        return "\(SortKey.of(uri)) \(date.filter(\.isWholeNumber).prefix(14)) {\(written)}"
    }
}

/// JSON in which every character beyond ASCII is an escape, for files that are compared byte by byte.
enum ASCIIJSON {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            switch unit {
            case 34: quoted += "\\\""
            case 92: quoted += "\\\\"
            case 32...126: quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            case 10: quoted += "\\n"
            case 9: quoted += "\\t"
            case 13: quoted += "\\r"
            default:
                let digits = String(unit, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}

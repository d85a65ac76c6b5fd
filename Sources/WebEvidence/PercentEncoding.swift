/// Percent escapes (RFC 3986 section 2.1).
public enum PercentEncoding {
    /// The bytes behind the escapes; an escape that is none stays as it is.
    public static func decodedBytes(_ text: String) -> [UInt8] {
        func value(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 48...57: byte - 48
            case 65...70: byte - 55
            case 97...102: byte - 87
            default: nil
            }
        }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 37, index + 2 < bytes.count, let high = value(bytes[index + 1]),
                let low = value(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    /// The text behind the escapes as UTF-8; the text itself when the bytes are no UTF-8.
    public static func decoded(_ text: String) -> String {
        String(validating: decodedBytes(text), as: UTF8.self) ?? text
    }
}

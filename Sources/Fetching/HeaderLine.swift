import CCurl
import Glibc
import WebEvidence

/// Reads single lines of an answer's head (RFC 9110 section 5), whatever their bytes.
enum HeaderLine {
    /// Name and value; nil for a line without colon.
    static func field(_ line: [UInt8]) -> HeaderField? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return HeaderField(name: text(line[..<colon]), value: text(value(line)[...]))
    }

    static func setsCookie(_ line: [UInt8]) -> Bool { isNamed("set-cookie", line) }

    /// The number of a Content-Length (digits alone, RFC 9110 section 8.6); nil for other lines and for nonsense.
    static func contentLength(_ line: [UInt8]) -> Int? {
        guard isNamed("content-length", line) else { return nil }
        let digits = value(line)
        return digits.allSatisfy { (48...57).contains($0) } ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    /// A Content-Type of PDF, Office, archive or unknown bytes.
    static func announcesDocument(_ line: [UInt8]) -> Bool {
        guard isNamed("content-type", line) else { return false }
        let type = String(decoding: value(line).prefix(80), as: UTF8.self).lowercased()
        return ["application/pdf", "application/msword", "application/vnd.", "application/zip", "application/octet"]
            .contains(where: type.hasPrefix)
    }

    /// The value of the last `Location` as a reference: UTF-8 as it is, other bytes percent-encoded one by one.
    static func location(in lines: [[UInt8]]) -> String? {
        guard let line = lines.last(where: { isNamed("location", $0) }) else { return nil }
        let bytes = value(line)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        let escaped = bytes.flatMap { byte in
            byte < 128 ? [byte] : [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// The wait that an answer asks for; nil where it asks for none or for nonsense.
    static func retryAfter(in lines: [[UInt8]]) -> Duration? {
        guard let line = lines.last(where: { isNamed("retry-after", $0) }) else { return nil }
        let date = lines.last { isNamed("date", $0) }.map { text(value($0)[...]) }
        return retryAfter(text(value(line)[...]), servedAt: date)
    }

    /// Seconds, or a date, from which the server's own clock is subtracted (RFC 9110 section 10.2.3); a past date is no
    /// wait, a day the longest.
    static func retryAfter(_ written: String, servedAt date: String?) -> Duration? {
        let longest = 86_400
        if !written.isEmpty, written.utf8.allSatisfy({ (48...57).contains($0) }) {
            return .seconds(min(Int(written) ?? longest, longest))
        }
        let moment = curl_getdate(written, nil)
        guard moment >= 0 else { return nil }
        let served = date.map { curl_getdate($0, nil) } ?? -1
        return .seconds(min(max(0, moment - (served >= 0 ? served : time(nil))), longest))
    }

    /// `name` is lower case.
    static func isNamed(_ name: String, _ line: [UInt8]) -> Bool {
        let expected = name.utf8
        guard line.count > expected.count, line[expected.count] == UInt8(ascii: ":") else { return false }
        return zip(line, expected).allSatisfy { pair in
            pair.0 == pair.1 || ((65...90).contains(pair.0) && pair.0 + 32 == pair.1)
        }
    }

    private static func value(_ line: [UInt8]) -> [UInt8] {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return [] }
        var rest = line[(colon + 1)...].drop { $0 == 32 || $0 == 9 }
        while let last = rest.last, last == 32 || last == 9 { rest.removeLast() }
        return Array(rest)
    }

    /// UTF-8 where the bytes are, else one character for each byte, so that nothing is lost.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}

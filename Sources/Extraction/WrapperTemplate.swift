import WebEvidence

/// What a rule caught of an address: segments and parameters as written, still percent-encoded.
struct WrapperCaptures {
    var values: [String: String] = [:]

    /// The address of the template with the captured values in it; nil where a value is missing outside brackets or
    /// the result is no address.
    func address(filling template: String) -> PageAddress? {
        var result = ""
        var optional: String?
        var isMissing = false
        var rest = Substring(template)
        while let character = rest.first {
            rest = rest.dropFirst()
            switch character {
            case "[":
                optional = ""
                isMissing = false
            case "]":
                if !isMissing { result += optional ?? "" }
                optional = nil
            case "{":
                let name = rest.prefix { $0 != "}" }
                rest = rest.dropFirst(name.count + 1)
                if let value = values[String(name)] {
                    let safe = WrapperCaptures.safe(value)
                    if optional == nil { result += safe } else { optional? += safe }
                } else if optional == nil {
                    return nil
                } else {
                    isMissing = true
                }
            default: if optional == nil { result.append(character) } else { optional?.append(character) }
            }
        }
        do { return try PageAddress(result) } catch { return nil }
    }

    /// A value that cannot leave its place: everything but unreserved characters and escapes is escaped.
    static func safe(_ value: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 37: bytes.append(byte)
            default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A captured address: escapes are taken off once, and once more where the address itself was escaped whole.
    /// Nil for what is no web address.
    func address(in name: String, of wrapper: PageAddress, allowsRelative: Bool) -> PageAddress? {
        guard let value = values[name], !value.isEmpty else { return nil }
        var text = PercentEncoding.decoded(value.replacing("+", with: "%20"))
        let head = text.prefix(14).lowercased()
        if head.hasPrefix("http%3a") || head.hasPrefix("https%3a") { text = PercentEncoding.decoded(text) }
        do {
            return allowsRelative
                ? try PageAddress(text, relativeTo: wrapper) : try PageAddress(submitted: text)
        } catch {
            return nil
        }
    }
}

extension PageAddress {
    /// Name and value of each parameter as written; nothing of a query longer than 8,192 bytes.
    var parameters: [(name: Substring, value: Substring)] {
        guard let query, query.utf8.count <= 8_192 else { return [] }
        return query.split(separator: "&").prefix(200).map { part in
            let mark = part.firstIndex(of: "=")
            return (part[..<(mark ?? part.endIndex)], mark.map { part[part.index(after: $0)...] } ?? "")
        }
    }

    /// The same address with one parameter set, at its place where it was there, else at the end.
    func setting(_ name: String, to value: String) -> PageAddress {
        var isSet = false
        var parts = (query ?? "").split(separator: "&").map { part -> String in
            guard part.prefix(while: { $0 != "=" }).lowercased() == name.lowercased() else { return String(part) }
            isSet = true
            return "\(name)=\(value)"
        }
        if !isSet { parts.append("\(name)=\(value)") }
        return PageAddress(
            scheme: scheme, host: host, port: port, path: path, query: parts.joined(separator: "&"), fragment: fragment)
    }
}

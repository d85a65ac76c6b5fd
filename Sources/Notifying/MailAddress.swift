/// Mail addresses as they stand in commands and headers of SMTP.
public enum MailAddress {
    /// A plain `local@domain` of printable ASCII without white space, quotes, brackets, commas or a second `@`: nothing
    /// that could end a command or a header. Addresses in Thai letters need servers that few have, and are refused.
    public static func isUsable(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].count), !parts[1].isEmpty else {
            return false
        }
        let special = Array("()<>[]:;,\\\"".utf8)
        let isLocal = parts[0].allSatisfy { (33...126).contains($0) && !special.contains($0) }
        let isDomain = parts[1].allSatisfy { byte in
            switch byte {
            case 45, 46, 48...57, 65...90, 97...122: true
            default: false
            }
        }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return isLocal && isDomain && labels.allSatisfy { !$0.isEmpty }
    }

    /// What stands after the `@`.
    static func domain(_ address: String) -> String {
        address.split(separator: "@").last.map(String.init) ?? "localhost"
    }
}

import Glibc

extension ChannelSettings {
    /// The variables that set channels. `OIT_TSA_URL` stands in the same file and is for time-stamps.
    public static let variables = [
        "OIT_SMTP_URL", "OIT_SMTP_USER", "OIT_SMTP_PASSWORD", "OIT_SMTP_FROM", "OIT_LINE_TOKEN", "OIT_LINE_URL",
        "OIT_WEBHOOK_SECRET", "OIT_TSA_URL", "OIT_TSA_CA",
    ]

    /// From variables of the environment; throws `SettingsFault` for a value that cannot be used, without showing it.
    public init(version: String, environment: [String: String]) throws(SettingsFault) {
        self.init(version: version)
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        func secret(_ name: String) throws(SettingsFault) -> Secret? {
            guard let text = value(name) else { return nil }
            guard let secret = Secret(text) else {
                throw SettingsFault("\(name) holds a line break or control character")
            }
            return secret
        }
        smtpURL = value("OIT_SMTP_URL")
        smtpUser = value("OIT_SMTP_USER")
        smtpPassword = try secret("OIT_SMTP_PASSWORD")
        mailFrom = value("OIT_SMTP_FROM")
        lineToken = try secret("OIT_LINE_TOKEN")
        lineURL = ChannelSettings.pushAddress(value("OIT_LINE_URL") ?? lineURL)
        webhookSecret = try secret("OIT_WEBHOOK_SECRET")
        if let smtpURL, !smtpURL.lowercased().hasPrefix("smtp://"), !smtpURL.lowercased().hasPrefix("smtps://") {
            throw SettingsFault("OIT_SMTP_URL must begin with smtp:// or smtps://")
        }
        if let smtpURL, smtpURL.contains("@") {
            throw SettingsFault("OIT_SMTP_URL must not hold user or password; use OIT_SMTP_USER and OIT_SMTP_PASSWORD")
        }
        if let mailFrom, !MailAddress.isUsable(mailFrom) { throw SettingsFault("OIT_SMTP_FROM is no mail address") }
        if let smtpUser, Secret(smtpUser) == nil {
            throw SettingsFault("OIT_SMTP_USER holds a line break or control character")
        }
    }

    /// Variables from a file of lines `NAME=VALUE`; empty lines and lines with `#` in front are passed over, quotes around
    /// a value are taken off. The file must be a plain file of this user (or root) that nobody else may read or write.
    public static func variables(file path: String) throws(SettingsFault) -> [String: String] {
        try variables(text: String(decoding: try SecretFile.bytes(path), as: UTF8.self), path: path)
    }

    /// The same from the text of the file `path`.
    static func variables(text: String, path: String) throws(SettingsFault) -> [String: String] {
        var found: [String: String] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = line.trimming { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\u{FEFF}" }
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let sign = line.firstIndex(of: "=") else {
                throw SettingsFault("\(path), line \(index + 1): NAME=VALUE is expected")
            }
            let name = String(line[..<sign].trimming { $0 == " " })
            guard variables.contains(name) else {
                throw SettingsFault(
                    "\(path), line \(index + 1): the name is none of \(variables.joined(separator: ", "))")
            }
            found[name] = unquoted(line[line.index(after: sign)...].trimming { $0 == " " })
        }
        return found
    }

    private static func unquoted(_ text: Substring) -> String {
        for quote in ["\"", "'"] where text.utf8.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        return String(text)
    }

    /// A server without path gets the path of the public interface.
    private static func pushAddress(_ text: String) -> String {
        guard let rest = Channel.parts(of: text)?.rest else { return text }
        guard let slash = rest.firstIndex(of: "/") else { return text + "/v2/bot/message/push" }
        return rest[slash...] == "/" ? text + "v2/bot/message/push" : text
    }
}

/// Settings that cannot be used, in words that show no secret.
public struct SettingsFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

extension Substring {
    /// Without characters of a kind at both ends.
    fileprivate func trimming(_ isDropped: (Character) -> Bool) -> Substring {
        var rest = drop(while: isDropped)
        while let last = rest.last, isDropped(last) { rest = rest.dropLast() }
        return rest
    }
}

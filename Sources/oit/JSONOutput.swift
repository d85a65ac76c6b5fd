import FoundationEssentials

/// Results on standard output as JSON.
enum JSONOutput {
    /// Pretty, keys sorted, slashes as they are, one newline at the end.
    static func text(_ value: some Encodable) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            throw CommandFailure(.internalDefect, "\(error)")
        }
    }
}

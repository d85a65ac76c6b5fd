import FoundationEssentials

/// A member that is written as `null` where it has no value, so that readers always find it.
struct OrNull<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

/// Results on standard output as JSON.
enum JSONOutput {
    /// Pretty, keys sorted, slashes as they are, one newline at the end.
    static func text(_ value: some Encodable) throws(CommandFailure) -> String {
        try text(value, [.prettyPrinted])
    }

    /// As one line, for results of many records.
    static func line(_ value: some Encodable) throws(CommandFailure) -> String { try text(value, []) }

    private static func text(
        _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
    ) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            throw CommandFailure(.internalDefect, "\(error)")
        }
    }
}

import FoundationEssentials

/// What the browser says, as far as it must be read to know for whom it is.
/// https://chromedevtools.github.io/devtools-protocol/
struct DevToolsEnvelope: Decodable {
    struct Refusal: Decodable {
        let message: String
    }

    /// Of the command that is answered; nil for events.
    let id: Int?
    let method: String?
    let sessionId: String?
    let error: Refusal?
}

/// The answer to a command.
struct DevToolsReply<Result: Decodable>: Decodable {
    let result: Result
}

/// An event with its parameters.
struct DevToolsEventBody<Parameters: Decodable>: Decodable {
    let params: Parameters
}

/// An answer of which nothing is read.
struct NoResult: Decodable {}

/// An event of one page, still as bytes.
struct DevToolsEvent: Sendable {
    let method: String
    let bytes: [UInt8]

    /// Nil when the parameters have another shape.
    func parameters<Parameters: Decodable>(_ type: Parameters.Type) -> Parameters? {
        decoded(DevToolsEventBody<Parameters>.self, from: bytes)?.params
    }
}

/// Nil for what is not of that shape: the browser reads what strangers wrote, so its messages are not believed.
func decoded<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch { return nil }
}

/// Why a command came to nothing.
enum DevToolsFault: Error, Sendable, Hashable {
    /// The browser is gone.
    case gone
    /// No answer in time.
    case silent
    /// The browser said no.
    case refused(String)
    case cancelled
    /// The answer had another shape than the protocol says.
    case unreadable
}

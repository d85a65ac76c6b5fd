public import GradingCore

/// Why a store could not do what was asked. The message says what happened and what to do, in both languages.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The folder or file cannot be made or opened.
        case cannotOpen
        /// The file is no store of this program, or not of a kind that it knows.
        case notAStore
        /// Written by a newer program.
        case newerVersion
        /// Another program holds it for too long.
        case locked
        /// Something in it does not match its digest, or the file is malformed.
        case damaged
        case diskFull
        case readOnly
        /// Any other failure of reading or writing.
        case failed
    }
    public var code: Code
    public var message: BilingualText
    /// The store's file.
    public var path: String
    /// The library's own words, for the technical reader; may be empty.
    public var cause: String
    /// The address or run that is concerned; empty for the store as a whole.
    public var subject: String

    public init(_ code: Code, _ message: BilingualText, path: String, cause: String = "", subject: String = "") {
        self.code = code
        self.message = message
        self.path = path
        self.cause = cause
        self.subject = subject
    }

    public var description: String { cause.isEmpty ? message.en : "\(message.en) (\(cause))" }
}

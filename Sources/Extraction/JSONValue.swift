/// Any JSON value, for data whose shape is checked by hand.
enum JSONValue: Decodable, Sendable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if var list = Result(catching: { try decoder.unkeyedContainer() }).success {
            var values: [JSONValue] = []
            while !list.isAtEnd { values.append(try list.decode(JSONValue.self)) }
            self = .array(values)
        } else if let members = Result(catching: { try decoder.container(keyedBy: Key.self) }).success {
            var object: [String: JSONValue] = [:]
            for key in members.allKeys { object[key.stringValue] = try members.decode(JSONValue.self, forKey: key) }
            self = .object(object)
        } else {
            self = try JSONValue(single: decoder.singleValueContainer())
        }
    }

    private init(single container: any SingleValueDecodingContainer) throws {
        if container.decodeNil() {
            self = .null
        } else if let flag = Result(catching: { try container.decode(Bool.self) }).success {
            self = .flag(flag)
        } else if let number = Result(catching: { try container.decode(Double.self) }).success {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }
}

extension Result {
    /// The value, where there is one.
    fileprivate var success: Success? {
        if case .success(let value) = self { value } else { nil }
    }
}

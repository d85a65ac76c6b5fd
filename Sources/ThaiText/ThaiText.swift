public enum TextPattern: String, Sendable, Hashable, CaseIterable {
    case person, phone, email, address, money, number, percent, date, month, year, signature, step, duration, sentence
}
public struct NormalisedText { public static func key(_ s: String) -> [UInt8] { Array(s.utf8) } }

public enum TextPattern: String, Sendable, Hashable, CaseIterable {
    case person, phone, email, address, money, number, percent, date, month, year, signature, step, duration, sentence
}

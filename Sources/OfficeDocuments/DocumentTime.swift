import GradingCore

/// Moments inside documents: always those of the run, so that equal runs give equal bytes.
enum DocumentTime {
    /// Seconds since 1970 of `2023-05-15T01:00:00Z`; of noon UTC of `day` where the text is no such moment.
    static func seconds(_ text: String, else day: CivilDate) -> Int {
        let epoch = CivilDate(year: 1970, month: 1, day: 1)?.dayNumber ?? 0
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
            let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)), date.year >= 1970,
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
        else { return max(1, (day.dayNumber - epoch) * 86_400 + 43_200) }
        return max(1, (date.dayNumber - epoch) * 86_400 + hour * 3_600 + minute * 60 + second)
    }
}

package import GradingCore

/// Moments of a run as people in Thailand read them. Runs note UTC; the reader's clock is seven hours ahead.
package enum ReportTime {
    /// `2023-05-15 08:00:01 +07:00` for `2023-05-15T01:00:01Z`; any other text stays as it is.
    package static func local(_ text: String) -> String {
        guard let (day, time) = bangkok(text) else { return text }
        return "\(day.iso) \(time) +07:00"
    }

    /// `15 พฤษภาคม 2566 เวลา 08:00 น.` or `15 May 2023, 08:00 (Thai time)`; any other text stays as it is.
    package static func words(_ text: String, _ language: ReportLanguage) -> String {
        guard let (day, time) = bangkok(text) else { return text }
        let minutes = time.dropLast(3)
        return switch language {
        case .thai: "\(ReportDate.day(day, language)) เวลา \(minutes) น."
        case .english: "\(ReportDate.day(day, language)), \(minutes) (Thai time)"
        }
    }

    /// Day and `hh:mm:ss` of the clock in Bangkok, which knows no summer time.
    private static func bangkok(_ text: String) -> (CivilDate, String)? {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == 84, bytes[13] == 58, bytes[16] == 58, bytes[19] == 90,
            let day = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Int(String(decoding: bytes[11..<13], as: UTF8.self)), (0...23).contains(hour),
            bytes[14..<16].allSatisfy({ (48...57).contains($0) }),
            bytes[17..<19].allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let moved = hour + 7
        guard let there = moved < 24 ? day : CivilDate(dayNumber: day.dayNumber + 1) else { return nil }
        let shown = String(moved % 24)
        let padded = shown.utf8.count == 1 ? "0" + shown : shown
        return (there, padded + String(decoding: bytes[13..<19], as: UTF8.self))
    }
}

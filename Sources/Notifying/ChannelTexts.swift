import GradingCore

/// What operators are told of channels.
enum ChannelTexts {
    /// A setting that a channel cannot do without.
    static func missing(_ name: String) -> BilingualText {
        BilingualText(
            th: "ยังไม่ได้ตั้งค่า \(name) จึงยังส่งทางช่องทางนี้ไม่ได้",
            en: "\(name) is not set, so nothing can be sent this way.")
    }
}

/// Money, percentages, durations.
extension PatternReader {
    private static let moneyAfter = keys("ล้านบาท", "แสนบาท", "หมื่นบาท", "พันบาท", "บาท", "ล้าน", "฿", ".-", "baht", "thb")
    private static let moneyBefore = keys(
        "฿", "เป็นเงิน", "จำนวนเงิน", "เงิน", "วงเงิน", "งบประมาณ", "ราคา", "ราคากลาง", "มูลค่า", "บาท", "งบ")
    private static let counted = keys(
        "คน", "ครั้ง", "ราย", "เรื่อง", "ครัวเรือน", "หลังคา", "ไร่", "ตาราง", "ตร.", "เมตร", "กิโล", "กม", "view", "hit", "ฉบับ",
        "แห่ง", "ตัว",
        "ลิตร", "ต้น", "ชุด", "คะแนน", "ท่าน", "ครอบครัว")
    private static let percentAfter = keys("%", "เปอร์เซ็นต์", "เปอร์เซนต์", "percent")
    private static let percentBefore = keys("ร้อยละ", "%")
    private static let durationAfter = keys(
        "วินาที", "นาที", "ชั่วโมง", "ชม.", "วันทำการ", "วันทำงาน", "วัน", "สัปดาห์", "min", "hour", "day")
    private static let notDuration = keys(
        "วันที่", "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัส", "วันศุกร์", "วันเสาร์", "วันอาทิตย์", "วันนี้", "วันหยุด")

    /// Amounts with a currency beside, or grouped by thousands (1,250,000) and not counted in something else.
    func amounts() -> [Range<Int>] {
        numbers().compactMap { number in
            let (start, end) = (number.range.lowerBound, number.range.upperBound)
            if let unit = first(PatternReader.moneyAfter, at: end) { return start..<(end + unit.count) }
            if first(PatternReader.percentAfter, at: end) != nil || first(PatternReader.counted, at: end) != nil {
                return nil
            }
            if number.isGrouped { return number.range }
            let isAnnounced = first(PatternReader.moneyBefore, endingAt: start) != nil
            return isAnnounced && (number.hasDecimals || number.digits > 4) ? number.range : nil
        }
    }

    /// 85.5%, ร้อยละ 85.5.
    func percents() -> [Range<Int>] {
        numbers().compactMap { number in
            let (start, end) = (number.range.lowerBound, number.range.upperBound)
            if let sign = first(PatternReader.percentAfter, at: end) { return start..<(end + sign.count) }
            guard let word = first(PatternReader.percentBefore, endingAt: start), word.count > 1 else { return nil }
            return (start - word.count)..<end
        }
    }

    /// 15 นาที, 1-3 วันทำการ.
    func durations() -> [Range<Int>] {
        numbers().compactMap { number in
            let end = number.range.upperBound
            guard first(PatternReader.notDuration, at: end) == nil, number.digits <= 4,
                let unit = first(PatternReader.durationAfter, at: end)
            else { return nil }
            if byte(number.range.lowerBound - 1) == 0x2F { return nil }
            return number.range.lowerBound..<(end + unit.count)
        }
    }
}

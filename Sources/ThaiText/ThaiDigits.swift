/// Thai and Arabic digits. The only place that knows both.
public enum ThaiDigits {
    /// The text with every Thai digit replaced by the Arabic one.
    public static func arabic(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let digit = value(of: scalar.value), let plain = Unicode.Scalar(48 + digit) {
                result.append(plain)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text with every Arabic digit replaced by the Thai one.
    public static func thai(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if (48...57).contains(scalar.value), let digit = Unicode.Scalar(zero + scalar.value - 48) {
                result.append(digit)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// 0...9 for a Thai digit's scalar value, else nil.
    static func value(of scalar: UInt32) -> UInt32? {
        scalar &- zero < 10 ? scalar &- zero : nil
    }

    /// The Arabic digit (ASCII) of a Thai letter code (scalar minus U+0E00), or nil when it is no digit.
    @inline(__always)
    static func ascii(thaiCode code: UInt8) -> UInt8? {
        code &- 0x50 < 10 ? code &- 0x50 &+ 48 : nil
    }

    private static let zero: UInt32 = 0x0E50
}

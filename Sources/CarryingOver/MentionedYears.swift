import GradingCore
import Submissions
import ThaiText
import WebEvidence

/// Years that stand in an answer's addresses and note: a hint at what the evidence is of, no more.
enum MentionedYears {
    /// Buddhist-era years from 2550 to 2599 that stand by themselves, ascending.
    static func of(_ answer: SubmittedAnswer) -> [Int] {
        var years: Set<Int> = []
        for text in answer.urls.map({ PercentEncoding.decoded($0.verbatim) }) + [answer.explanation] {
            var digits: [UInt8] = []
            for byte in Array(ThaiDigits.arabic(text).utf8) + [0] {
                if (48...57).contains(byte) {
                    digits.append(byte)
                    continue
                }
                if digits.count == 4, let year = Int(String(decoding: digits, as: UTF8.self)),
                    (2550...2599).contains(year)
                {
                    years.insert(year)
                }
                digits = []
            }
        }
        return years.sorted()
    }
}

import Findings
import Foundation
import GradingCore
import Reviewing

/// Pictures and history as a review page shows them.
enum SamplePictures {
    /// A white page of 1280 by 4000 pixels as WebP.
    private static let white =
        "UklGRvoAAABXRUJQVlA4TO4AAAAv/8TnAwfQ//73v/8BAUnS//2BEf3P+M9//vOf//znP//5z3/+85///Oc///nPf/"
        + "7zn//85z//+c9//vOf//znP//5z3/+85///Oc///nPf/7zn//85z//+c9//vOf//znP//5z3/+85///Oc///nPf/7z"
        + "n//85z//+c9//vOf//znP//5z3/+85///Oc///nPf/7zn//85z//+c9//vOf//znP//5z3/+85///Oc///nPf/7zn/"
        + "/85z//+c9//vOf//znP//5z3/+85///Oc///nPf/7zn//85z//+c9//vOf//znP//5z3/+839N"

    /// A picture of every third page, and a reason for the others.
    static func of(_ assessment: Assessment) -> [EvidencePicture] {
        guard let bytes = Data(base64Encoded: white) else { return [] }
        return assessment.evidence.enumerated().map { number, page in
            guard number.isMultiple(of: 3) else {
                return EvidencePicture(
                    evidence: page.id, whyNot: BilingualText(th: "ไม่มีภาพของไฟล์ชนิดนี้", en: "No picture of such files."))
            }
            let mark = EvidencePicture.Mark(text: page.title, isDate: false, state: .notFound)
            return EvidencePicture(
                evidence: page.id,
                content: EvidencePicture.Content(
                    bytes: [UInt8](bytes), contentType: "image/webp", width: 1280, height: 4000, firstBox: 2500,
                    notes: [BilingualText(th: page.title, en: page.title)]), marks: [mark])
        }
    }

    /// Last year's verdict of every item.
    static func history(of assessment: Assessment) -> [ItemID: [ReviewHistory]] {
        assessment.items.reduce(into: [:]) { all, finding in
            all[finding.item] = [
                .run(
                    ReviewHistory.Run(
                        run: RunID("2565-2022-05-15-0123456789"), asOf: assessment.asOf, item: finding.item,
                        verdict: .unsatisfied, reason: finding.reasons.first?.message))
            ]
        }
    }
}

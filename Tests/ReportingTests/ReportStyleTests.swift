import Foundation
import Testing

@testable import Reporting

@Suite struct ReportStyleTests {
    @Test(
        "Colours of text have a contrast of at least 4.5 to their grounds, by day and by night",
        arguments: ["light", "dark"])
    func contrast(_ theme: String) throws {
        let style = ReportPage.style.text
        let night = try #require(style.firstRange(of: "prefers-color-scheme: dark")).lowerBound
        let part = theme == "light" ? style[..<night] : style[night...]
        func colour(_ name: String) throws -> Double {
            let start = try #require(part.firstRange(of: "--\(name): #")).upperBound
            return try luminance(part[start...].prefix(6))
        }
        for text in ["ink", "soft", "good", "bad", "open", "link"] {
            for ground in ["paper", "ground", "tint", "warm"] {
                #expect(ratio(try colour(text), try colour(ground)) >= 4.5, "\(text) on \(ground)")
            }
        }
        #expect(ratio(try colour("onmark"), try colour("mark")) >= 4.5)
        #expect(ratio(try colour("paper"), try colour("bad")) >= 4.5)
        for shape in ["sure", "soft"] { #expect(ratio(try colour(shape), try colour("paper")) >= 3) }
    }

    private func ratio(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

    /// Relative luminance of WCAG 2.2.
    private func luminance(_ hex: Substring) throws -> Double {
        let value = try #require(Int(hex, radix: 16))
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
            let c = Double(part) / 255
            return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test("Style and script load nothing and make no markup from text")
    func isolation() {
        let style = ReportPage.style.text
        #expect(!style.contains("@import") && !style.contains("@font-face") && !style.contains("://"))
        #expect(style.matches(of: /url\(([^)]*)\)/).allSatisfy { $0.output.1 == "#hatch" })
        for word in [
            "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function(", "fetch(", "XMLHttp",
            "localStorage", "://",
        ] {
            #expect(!ReportPage.script.text.contains(word), "\(word)")
        }
    }
}

import GradingCore
import Testing
import WebEvidence

@Suite struct VendorAdviceTests {
    /// Nothing failed, the officer's own mending, or our own side.
    private static let notTechnical: Set<Outcome> = [
        .ok, .permissionRequired, .malformedURL, .unsupportedScheme, .addressRefused, .tooLarge, .unsupportedType,
        .unreadableDocument, .scannedWithoutText, .internal,
    ]

    @Test("A technical failure has words for whoever runs the website, nothing else has", arguments: Outcome.allCases)
    func technical(_ outcome: Outcome) {
        #expect((outcome.vendorAdvice == nil) == Self.notTechnical.contains(outcome))
    }

    @Test("The words are said in both languages and differ from each other")
    func words() {
        let advice = Outcome.allCases.compactMap(\.vendorAdvice)
        for text in advice.flatMap({ [$0.problem, $0.request] }) {
            #expect(text.th.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) })
            #expect(text.en.utf8.allSatisfy { $0 < 128 } && text.en.hasSuffix("."), "\(text.en)")
            #expect(!text.th.hasSuffix("."), "\(text.th)")
        }
        #expect(Set(advice.map(\.problem)).count == advice.count)
        #expect(Set(advice.map(\.request)).count == advice.count)
    }
}

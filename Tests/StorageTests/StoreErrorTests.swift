import GradingCore
import Storage
import Testing

@Suite struct StoreErrorTests {
    @Test func describesItselfWithTheLibrarysWords() {
        let error = StoreError(.locked, BilingualText(th: "ถูกใช้อยู่", en: "in use"), path: "x", cause: "busy")
        #expect(error.description == "in use (busy)")
    }
}

import Testing
import WebEvidence

@testable import Fetching

@Suite struct DescriptorLimitTests {
    @Test(
        "as many requests at a time as descriptors allow, one at least, never more than asked for",
        arguments: [(1024, 256), (64, 12), (16, 1), (100_000, 256)])
    func fitting(_ descriptors: Int, _ concurrency: Int) {
        #expect(FetchLimits().fitting(descriptors: descriptors).concurrency == concurrency)
    }

    @Test("a lack of descriptors is ours, and teaches a lane nothing")
    func shortage() {
        let answer = ExchangeAnswer(abort: .outOfDescriptors, code: 7)
        let outcome = TransportOutcome(of: answer, milliseconds: 1)
        #expect(outcome.outcome == .internal)
        #expect(LaneReport(of: answer, outcome: outcome, limits: FetchLimits(), isRetry: false).saysNothing)
    }
}

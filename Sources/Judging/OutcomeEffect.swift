import Findings
import GradingCore
import WebEvidence

/// What an outcome of a fetch means for the judge.
enum OutcomeEffect: Sendable, Hashable {
    /// The content can be judged.
    case readable
    /// Nothing is there: alone it makes an item unsatisfied.
    case dead
    /// We could not see: alone it makes an item undecided.
    case unclear

    init(_ outcome: Outcome) {
        if outcome == .ok {
            self = .readable
        } else {
            self = outcome.rule.effect == .unsatisfied ? .dead : .unclear
        }
    }

    /// The reason, message and advice that an outcome gives.
    static func reason(_ outcome: Outcome) -> (code: ReasonCode, message: BilingualText, advice: BilingualText) {
        let advice = outcome.advice
        return (
            outcome.rule.reason.flatMap(ReasonCode.init(rawValue:)) ?? .unreadable,
            advice.message, advice.fix
        )
    }
}

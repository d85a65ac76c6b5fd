import Findings
import GradingCore

/// One thing that the weighing of an item looked at.
enum WeighingStep: Sendable, Hashable {
    case excluded
    case answer(ItemAnswer.State)
    case pages(fitting: Int, strangers: Int, unclear: Int, dead: Int)
    case unclearPage(EvidenceID)
    case picturesOnly(EvidenceID)
    case elementsWithoutName(EvidenceID)
    case unknownContent(EvidenceID)
    case nothingToJudge
    /// With what is there instead.
    case noPageFits(BilingualText)
    case currency(CurrencyVerdict.Kind?, fails: Bool)
    /// `isOwed`: the list is sure enough that the element is asked for.
    case element(BilingualText, Verdict, isOwed: Bool)
    case unseenElements
    case dateInPicture
    /// All else is in order, and nothing tells the time.
    case timeUnknown
    case notYetDue
    case titleOnly
    case noElement
    /// A part that is seldom lacking where the rest is right.
    case doubtfulElement(BilingualText)
    case elsewhere
    case absence(Absence)
    case otherAgency(OtherAgency.Named)
    case margin(Int, least: Int)
    case verdict(Verdict)
}

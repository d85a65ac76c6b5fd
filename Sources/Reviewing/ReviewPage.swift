import Digests
public import Findings
import FoundationEssentials
public import GradingCore
import Reporting
import WebEvidence

/// The page on which a person reads a run: one HTML file that needs neither server nor network.
///
/// Every text of the page is written here, escaped; its script hides, shows and keeps decisions, and never makes markup from
/// text. The browser is told to run that one script and nothing else.
public struct ReviewPage {
    let assessment: Assessment
    /// SHA-256 of `report.json`.
    let report: ContentDigest
    let worths: [ItemID: Worth]
    let isBlind: Bool
    let phase: ReviewReading.Phase
    let language: ReportLanguage
    let evidence: [EvidenceID: Evidence]
    let pictures: [EvidenceID: EvidencePicture]
    let whyNoPictures: BilingualText?
    let history: [ItemID: [ReviewHistory]]
    var texts: ReviewTexts { ReviewTexts(language: language) }

    /// `instrument` tells what each item is worth. Blind: the verdict of the program is hidden until the reader has judged.
    /// - Parameters:
    ///   - pictures: of the pages that decided; those that have room are put into the page.
    ///   - whyNoPictures: told in their place where they were asked for and none could be made.
    ///   - history: what was said of each item before, newest first.
    public init(
        _ assessment: Assessment, report: [UInt8], instrument: InstrumentFrame, isBlind: Bool = false,
        phase: ReviewReading.Phase = .review, language: ReportLanguage, pictures: [EvidencePicture] = [],
        whyNoPictures: BilingualText? = nil, history: [ItemID: [ReviewHistory]] = [:]
    ) {
        self.assessment = assessment
        self.report = ContentDigest(of: report)
        self.isBlind = isBlind
        self.phase = phase
        self.language = language
        worths = instrument.worths
        self.pictures = pictures.reduce(into: [:]) { $0[$1.evidence] = $1 }
        self.whyNoPictures = whyNoPictures
        self.history = history
        evidence = assessment.evidence.reduce(into: [:]) { $0[$1.id] = $1 }
    }

    /// Items in the order in which they are worth a person's time: what the program could not decide, then what it is
    /// least sure of, then what weighs most.
    var queue: [ItemFinding] {
        func rank(_ finding: ItemFinding) -> Int {
            if finding.verdict == .undecided { return 0 }
            return finding.confidence == .low ? 1 : finding.confidence == .medium ? 2 : 3
        }
        return assessment.items.enumerated().sorted { left, right in
            let (one, other) = (rank(left.element), rank(right.element))
            if one != other { return one < other }
            let (weight, than) = (worths[left.element.item]?.oit ?? 0, worths[right.element.item]?.oit ?? 0)
            return weight != than ? weight > than : left.offset < right.offset
        }.map(\.element)
    }

    /// UTF-8. The same run gives the same bytes.
    public var bytes: [UInt8] { Array(document.text.utf8) }

    static func base64(_ content: EvidencePicture.Content) -> Markup {
        Markup(stringLiteral: Data(content.bytes).base64EncodedString())
    }

    private static func hash(_ text: String) -> String {
        Data(ContentDigest(of: Array(text.utf8)).bytes).base64EncodedString()
    }

    private func policy(withPictures: Bool) -> String {
        (withPictures ? "img-src data:; " : "")
            + "default-src 'none'; style-src 'sha256-\(ReviewPage.hash(ReviewPage.style.text))'; "
            + "script-src 'sha256-\(ReviewPage.hash(ReviewPage.script.text))'; base-uri 'none'; form-action 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'"
    }

    private var document: Markup {
        let queue = queue
        let agency = assessment.agency.name.isEmpty ? assessment.agency.website : assessment.agency.name
        let list = queue.enumerated().map { place, finding -> Markup in
            """
            <li><button type="button" data-item="\(finding.item.text)"><b>\(finding.item.text.uppercased())</b> \
            <span class="name">\(finding.title.text(language))</span> <span class="mark"></span></button></li>

            """
        }
        let embedded = embedded()
        let parts = queue.map { section($0, embedded: embedded) }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policyMarkup(withPictures: !embedded.isEmpty))">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>\(texts.title) – \(agency)</title>
            <style>\(ReviewPage.style)</style>
            </head>
            <body class="\(isBlind ? "blind" : "open")">
            <header>
            <h1>\(texts.title): \(Markup.foreign(agency))</h1>
            <p>\(texts.run(assessment))</p>
            \(isBlind ? "<p>\(texts.blindIntro)</p>" : "" as Markup)
            </header>
            \(readerForm)
            <div id="work">
            <nav id="list" aria-label="\(texts.queue)" hidden><h2>\(texts.queue)</h2><ol id="queue">\(list)</ol></nav>
            <main id="main" tabindex="-1">
            \(parts)
            \(decision)
            </main>
            </div>
            <footer><p>\(texts.keys(isBlind: isBlind))</p></footer>
            \(pictureData(embedded))<script type="application/json" id="facts">\(facts)</script>
            <script>\(ReviewPage.script)</script>
            </body>
            </html>

            """
    }

    /// The quotes of the policy stay as they are inside an attribute in double quotes.
    private func policyMarkup(withPictures: Bool) -> Markup {
        Markup(stringLiteral: policy(withPictures: withPictures))
    }

    private var readerForm: Markup {
        """
        <form id="who" aria-label="\(texts.readerForm)" autocomplete="off" hidden>
        <label>\(texts.reader) <input id="reader" type="text" maxlength="200"></label>
        <label>\(texts.role) <select id="role"><option value="reader">\(texts.roleReader)</option>\
        <option value="arbiter">\(texts.roleArbiter)</option></select></label>
        <output id="progress"></output>
        <button type="button" id="export">\(texts.export)</button>
        <p id="said" role="status"></p>
        </form>
        <noscript><p>\(texts.noScript)</p></noscript>
        """
    }

    private var decision: Markup {
        let accept: Markup =
            isBlind ? "" : "<button type=\"button\" data-do=\"accept\">\(texts.accept) <kbd>A</kbd></button>"
        return """
            <section id="decision" hidden aria-label="\(texts.decision)">
            <div class="row">\(accept)
            <button type="button" data-do="satisfied">\(texts.satisfied(isBlind)) <kbd>S</kbd></button>
            <button type="button" data-do="unsatisfied">\(texts.unsatisfied(isBlind)) <kbd>U</kbd></button>
            <button type="button" data-do="cannot_tell">\(texts.cannotTell) <kbd>C</kbd></button>
            <button type="button" data-do="previous">\(texts.previous) <kbd>K</kbd></button>
            <button type="button" data-do="next">\(texts.next) <kbd>J</kbd></button></div>
            <div class="row"><label for="reason">\(texts.reason)</label>
            <textarea id="reason" rows="2" maxlength="4000"></textarea></div>
            <div class="row"><label for="note">\(texts.note) <kbd>N</kbd></label>
            <textarea id="note" rows="2" maxlength="4000"></textarea></div>
            </section>
            """
    }
}

import Findings
import GradingCore
import Rendering
import Synchronization
import WebEvidence

extension Picturing {
    /// A page of the web as it was kept: with its scripts only where it was read so.
    func pagePicture(_ page: PicturedPage) async throws(PictureRefusal) -> EvidencePicture {
        let record = page.record
        let plan = Mutex(MarkPlan())
        let expected = personalDigits(of: page.document.map { $0.blocks.map(\.text) } ?? [])
        let kept = kept
        let request = PictureRequest(
            address: record.final,
            main: .answered(
                final: record.final, status: 200, headers: [Picturing.kind(of: record, page.document)],
                body: record.body),
            date: date, runsScripts: page.document?.isRendered ?? false
        ) { asked in
            guard let answer = kept[asked.address.withoutFragment.text], let status = answer.status else {
                return .refused
            }
            return .answered(final: answer.final, status: status, headers: answer.headers, body: answer.body)
        }
        let result = await renderer.pictured(request) { texts in
            let made = MarkPlan(texts, page.words, masked: masked)
            plan.withLock { $0 = made }
            return made.marks
        }
        let made = plan.withLock { $0 }
        let picture: PagePicture
        do throws(RenderFailure) { picture = try result.get() } catch { throw PictureRefusal(error) }
        guard picture.hasThaiFont else { throw PictureRefusal(PictureTexts.noFont) }
        guard made.coveredDigits >= expected else { throw PictureRefusal(PictureTexts.personal) }
        var notes = [PictureTexts.plain]
        if picture.isPart { notes.append(PictureTexts.part(picture.top, picture.shownHeight, of: picture.pageHeight)) }
        if picture.isCutShort { notes.append(PictureTexts.cutShort) }
        if made.coveredDigits > 0 { notes.append(PictureTexts.covered) }
        return EvidencePicture(
            evidence: page.evidence.id,
            content: EvidencePicture.Content(
                bytes: picture.bytes, contentType: PagePicture.contentType, width: picture.width,
                height: picture.height, firstBox: picture.firstBox, notes: notes), marks: made.told(picture.boxes))
    }

    /// How many digits are hidden in texts. A picture that hides fewer shows personal data.
    func personalDigits(of texts: [String]) -> Int {
        texts.reduce(0) { count, text in
            let hidden = masked(text)
            return hidden == text
                ? count : count + zip(text.unicodeScalars, hidden.unicodeScalars).count { $0 != $1 }
        }
    }

    /// The browser reads the bytes in the encoding in which they were read: a guess of its own would show other letters.
    private static func kind(of record: FetchRecord, _ document: ExtractedDocument?) -> HeaderField {
        let told = record.header("Content-Type") ?? ""
        let type = told.split(separator: ";").first.map { $0.filter { $0 != " " } } ?? ""
        let encoding = document?.encoding ?? ""
        return HeaderField(
            name: "Content-Type",
            value: "\(type.isEmpty ? "text/html" : type)" + (encoding.isEmpty ? "" : "; charset=\(encoding)"))
    }
}

/// What is covered and boxed on one page, and for which words.
struct MarkPlan: Sendable {
    private(set) var marks = PictureMarks()
    private(set) var coveredDigits = 0
    private var found: [(words: SoughtWords, result: QuoteSearch.Result)] = []

    init() {}

    init(_ texts: PageTexts, _ words: [SoughtWords], masked: (String) -> String) {
        let covering = Covering(texts.runs, masked: masked)
        let search = QuoteSearch(
            zip(covering.texts, texts.runs).map { (text: $0, isShown: $1.isShown) })
        marks.covered = covering.stretches
        coveredDigits = covering.digits
        for (number, label) in texts.labels.enumerated() {
            let hidden = masked(label)
            if hidden != label { marks.labels[number] = hidden }
        }
        for words in words {
            let result = search.result(of: words)
            found.append((words, result))
            if case .found(let stretches) = result {
                marks.boxes.append(PictureMarks.Box(kind: words.isDate ? .date : .quote, stretches: stretches))
            }
        }
    }

    /// What became of each: `boxes` in the order in which they were asked for.
    func told(_ boxes: [PagePicture.BoxState]) -> [EvidencePicture.Mark] {
        var boxes = boxes[...]
        return found.map { words, result in
            let state: EvidencePicture.Mark.State =
                switch result {
                case .found:
                    switch boxes.popFirst() {
                    case .drawn: .drawn
                    case .outside: .outside
                    case .hidden, nil: .hidden
                    }
                case .notFound: .notFound
                case .ambiguous: .ambiguous
                case .hidden: .hidden
                }
            return EvidencePicture.Mark(text: words.text, isDate: words.isDate, state: state)
        }
    }
}

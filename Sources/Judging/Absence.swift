import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// What shows that the content is not there although its words are.
struct Absence: Sendable, Hashable {
    var code: ReasonCode
    var message: BilingualText
    /// True when it makes the item unsatisfied, false when a person should look.
    var isSure: Bool
}

/// Looks for the shapes of absence on the pages of an item: filler, rows still to come, the assessor's instruction
/// instead of an answer, content that stands elsewhere, a declaration of somebody who left.
struct AbsenceReading {
    let judging: ItemJudging
    let survey: ItemSurvey
    /// True when some element of the item was read in the content.
    let isRead: Bool
    /// True when some element was found at all, be it in the title.
    let isFound: Bool

    /// Bytes of running text besides which a sign says nothing about the page: some 700 Thai letters.
    static let fullText = 2_100
    private static let leastInstructions = 3
    private static let leastGambling = 4
    /// Bytes of a paragraph that tells all components: a hundred Thai letters.
    private static let longInstruction = 300
    private static let leastContents = 4
    /// Bytes of a post: four Thai letters.
    private static let leastPost = 12

    /// Nil when the best page has none of the shapes.
    func absence() -> Absence? {
        guard let best = survey.best else { return nil }
        return shell() ?? elsewhereOrForeign(best) ?? formerHead() ?? unknownSigner(best) ?? doubtful(best)
    }

    private func elsewhereOrForeign(_ best: FittingPage) -> Absence? {
        coverAlone(best) ?? copiedInstruction(best) ?? unpublished(best) ?? notOwn(best) ?? repealed(best)
    }

    private func doubtful(_ best: FittingPage) -> Absence? {
        elsewhere(best) ?? meagre(best) ?? selfDoubt(best) ?? twoHolders(best)
    }

    /// What shows that nothing was filled in, whatever pictures stand beside it.
    func shell() -> Absence? {
        guard let best = survey.best else { return nil }
        return takenOver(best) ?? filler(best) ?? pendingRows(best) ?? blankForm(best) ?? promised(best) ?? dottedForm(
            best)
            ?? blankSignature(best)
            ?? (best.page.contentImages.isEmpty ? copiedInstruction(best) : nil)
    }

    var signs: SignKeys { judging.index.signs }

    /// Units of the content with words of their own.
    func units(_ fit: FittingPage) -> [TextUnit] {
        fit.page.units.filter { $0.place != .link && $0.place != .fileName && fit.scope.holds($0) }
    }

    func bytes(_ units: [TextUnit]) -> Int { units.reduce(0) { $0 + $1.text.bytes.count } }

    /// Lorem ipsum, "your title here": a theme whose filler nobody replaced.
    private func filler(_ fit: FittingPage) -> Absence? {
        let body = units(fit).filter { $0.place == .body }
        let filled = body.filter { signs.holds(.placeholder, in: $0.text) }
        let signCount = filled.reduce(into: Set<Int>()) { $0.formUnion(signs.all(.placeholder, in: $1.text)) }.count
        guard let first = filled.first, signCount > 1, bytes(filled) * 4 >= bytes(body) else { return nil }
        return Absence(code: .emptyShell, message: JudgementTexts.filler(quote(first)), isSure: true)
    }

    /// Gambling where the content should be. A page that warns of it names it once or twice.
    private func takenOver(_ fit: FittingPage) -> Absence? {
        let body = units(fit).filter { $0.place == .body || $0.place == .heading }
        let taken = body.filter { signs.holds(.takenOver, in: $0.text) }
        let signCount = taken.reduce(into: Set<Int>()) { $0.formUnion(signs.all(.takenOver, in: $1.text)) }.count
        guard let first = taken.first, signCount >= AbsenceReading.leastGambling, bytes(taken) * 3 >= bytes(body) else {
            return nil
        }
        return Absence(code: .defaced, message: JudgementTexts.takenOver(quote(first)), isSure: true)
    }

    /// Tables whose rows all wait for their content.
    private func pendingRows(_ fit: FittingPage) -> Absence? {
        let tables = fit.page.tables.filter { fit.scope.holds(path: $0.table.headingPath) }
        let rows = tables.flatMap { entry in
            TableReading(entry.table).filledRows.map { entry.table.rows[$0] }
        }
        let pending = rows.compactMap(pendingCell)
        let running = units(fit).filter { $0.place == .body && $0.table == nil }
        guard rows.count > 1, pending.count == rows.count, bytes(running) < AbsenceReading.fullText / 3,
            let shown = pending.first
        else { return nil }
        return Absence(code: .emptyShell, message: JudgementTexts.emptyShell(shown), isSure: true)
    }

    /// The waiting cell of a row whose other cells say next to nothing.
    private func pendingCell(_ row: [String]) -> String? {
        let shadows = row.map { NormalisedText($0) }
        guard
            let waiting = shadows.firstIndex(where: { text in
                signs.place(.pending, in: text).map { $0.range.count * 2 >= text.bytes.count } ?? false
            })
        else { return nil }
        let others = shadows.indices.filter { $0 != waiting && !signs.holds(.pending, in: shadows[$0]) }
        return others.allSatisfy { shadows[$0].bytes.count <= 12 } ? row[waiting] : nil
    }

    /// Cover, contents and greeting of a report: its table of contents promises what the file does not hold.
    private func coverAlone(_ fit: FittingPage) -> Absence? {
        guard !isRead, let head = fit.page.units.first(where: { signs.isWhole(.contents, $0.text.bytes) }),
            fit.page.hollowUnits.count >= AbsenceReading.leastContents,
            bytes(units(fit)) < AbsenceReading.fullText
        else { return nil }
        return Absence(code: .missingElement, message: JudgementTexts.coverAlone(quote(head)), isSure: true)
    }

    /// Two lists name different holders of the same first post: which one holds?
    private func twoHolders(_ fit: FittingPage) -> Absence? {
        guard judging.item.currency.codes.contains(.currentState) else { return nil }
        var holders: [[UInt8]: (name: [UInt8], shown: String)] = [:]
        for entry in fit.page.tables where fit.scope.holds(path: entry.table.headingPath) {
            let reading = TableReading(entry.table)
            guard let first = reading.filledRows.first else { continue }
            let cells = entry.table.rows[first].map { NormalisedText($0) }
            guard let place = cells.firstIndex(where: { !ThaiText.ranges(of: .person, in: $0).isEmpty }),
                place + 1 < cells.count, cells[place + 1].bytes.count >= AbsenceReading.leastPost
            else { continue }
            let (name, post) = (cells[place].bytes, cells[place + 1].bytes)
            if let other = holders[post], other.name != name {
                return Absence(
                    code: .lowConfidence,
                    message: JudgementTexts.twoHolders(other.shown, entry.table.rows[first][place]), isSure: false)
            }
            holders[post] = (name, entry.table.rows[first][place])
        }
        return nil
    }

    /// The list's own words of what must be published, and nothing that was published.
    private func copiedInstruction(_ fit: FittingPage) -> Absence? {
        let body = units(fit).filter { $0.place == .body && $0.table == nil }
        let told = instructionLines(body)
        // Some lists say it all in one paragraph, which begins with "show".
        let isParagraph =
            told.first.map { first in
                signs.starts(.instructionStart, first.text) && first.text.bytes.count >= AbsenceReading.longInstruction
                    && signs.all(.instruction, in: first.text).count > 1 && bytes(told) * 5 >= bytes(body) * 2
            } ?? false
        let isList = told.count >= AbsenceReading.leastInstructions && bytes(told) * 2 >= bytes(body)
        guard isList || isParagraph, let first = told.first,
            fit.page.substance(in: fit.scope, index: judging.index).filledRows < 2
        else { return nil }
        return Absence(code: .copiedInstruction, message: JudgementTexts.copied(quote(first)), isSure: true)
    }

    /// Lines that tell what must be published, and the numbered parts that follow such a line.
    private func instructionLines(_ lines: [TextUnit]) -> [TextUnit] {
        var told: [TextUnit] = []
        var isTold = false
        for line in lines {
            let isPart = isTold && AbsenceReading.isNumbered(line.text)
            isTold = isPart || signs.holds(.instruction, in: line.text) || signs.starts(.instructionStart, line.text)
            if isTold { told.append(line) }
        }
        return told
    }

    /// `(1)`, `1.`, `2)` at the beginning of a line.
    private static func isNumbered(_ text: NormalisedText) -> Bool {
        let start = text.bytes.prefix(4)
        return start.contains { $0 &- 0x30 < 10 } && start.contains { $0 == 0x29 || $0 == 0x2E }
    }

    /// "On the board in the hall only": a website that says that it does not publish.
    private func unpublished(_ fit: FittingPage) -> Absence? {
        sign(.unpublished, on: fit).map {
            Absence(code: .notOnMainWebsite, message: JudgementTexts.unpublished($0), isSure: true)
        }
    }

    /// Links to the systems and accounts of others, and the page says so.
    private func notOwn(_ fit: FittingPage) -> Absence? {
        sign(.notOwn, on: fit).map {
            Absence(code: .otherAgency, message: JudgementTexts.notOwn($0), isSure: true)
        }
    }

    /// "See the annex", where the page neither holds the annex nor links to anything.
    private func elsewhere(_ fit: FittingPage) -> Absence? {
        let own = fit.page.page.address.withoutFragment
        let hasLink = fit.page.links.contains { link in
            link.region == .main && fit.scope.holds(headings: link.headings, in: fit.page)
                && link.address.map { $0.withoutFragment != own } ?? false
        }
        guard !hasLink, survey.fitting.count == 1, let quote = sign(.elsewhere, on: fit) else { return nil }
        return Absence(code: .lowConfidence, message: JudgementTexts.elsewhere(quote), isSure: false)
    }

    private func selfDoubt(_ fit: FittingPage) -> Absence? {
        sign(.selfDoubt, on: fit).map {
            Absence(code: .lowConfidence, message: JudgementTexts.selfDoubt($0), isSure: false)
        }
    }

    /// The words of a sign on a page that says little else.
    func sign(_ kind: PageSigns.Kind, on fit: FittingPage) -> String? {
        let shown = units(fit)
        guard bytes(shown.filter { $0.table == nil }) < AbsenceReading.fullText else { return nil }
        return shown.lazy.compactMap { unit in
            signs.place(kind, in: unit.text).map { unit.text.quote($0.range, context: 40) }
        }.first
    }

    /// A declaration by a head who has left.
    private func formerHead() -> Absence? {
        guard judging.item.currency.codes.contains(.signedByCurrentHead) || judging.owesSignature else { return nil }
        let pages = judging.pages.sorted { $0.key < $1.key }.map(\.value)
        if let left = FormerHead(signed: survey.fitting, pages: pages, signs: signs).quote {
            return Absence(code: .unsigned, message: JudgementTexts.formerHead(left), isSure: true)
        }
        // A website may name an old head as easily as a declaration may be signed by one.
        if let other = PresentHead(signed: survey.fitting, signs: signs).quote {
            return Absence(code: .unsigned, message: JudgementTexts.otherHead(other), isSure: false)
        }
        return longSigned()
    }

    /// A signature older than any term of office: the page tells who signed, not whether he is still the head.
    private func longSigned() -> Absence? {
        let days = survey.fitting.flatMap { fit in
            FormerHead.signatures(on: fit).compactMap(\.day) + units(fit).flatMap { $0.dates.compactMap(signedDay) }
        }
        let asOf = judging.input.asOf
        guard let last = days.max(),
            let oldest = CivilDate(year: asOf.year - AbsenceReading.termYears, month: asOf.month, day: 1),
            last < oldest
        else { return nil }
        return Absence(
            code: .lowConfidence, message: JudgementTexts.longSigned(years: asOf.year - last.year), isSure: false)
    }

    private func signedDay(_ date: TextDate) -> CivilDate? {
        if date.role == .signed, case .day(let day) = date.kind { day } else { nil }
    }

    /// The longest usual term of a head: four years.
    private static let termYears = 4

    func quote(_ unit: TextUnit) -> String {
        ElementMatching.cut(unit.text.quote(0..<unit.text.bytes.count, context: 0))
    }
}

extension ItemJudging {
    /// True when an element of the item is a signature.
    var owesSignature: Bool {
        item.elements.contains { topic.element($0)?.failsAs == .unsigned }
    }
}

import Extraction
import Fetching
import WebEvidence

/// The submitted addresses of one site in a check of links. Ordinary pages are known at a glance; a page whose made-up
/// sibling is answered as well is read and compared with it, for it may be a soft 404.
struct SiteLinkCheck: Sendable {
    typealias Question = LinkCheck.Question
    typealias Answer = LinkCheck.Answer

    /// A page that was looked at, as far as the soft 404s of its site need it.
    private struct Visit: Sendable {
        var number: Int
        var answer: Answer
        /// Of pages that are compared with a sibling.
        var likeness: PageLikeness?
        /// What became of the sibling that this visit asked for; nil where it asked for none.
        var sibling: SiblingShapes.Standing?
        /// Not like the sibling's answer, as its length tells.
        var isUnlike = false
    }

    let check: LinkCheck
    let questions: [Question]
    private let atOnce: Int
    private let host: String
    private let wrappers: WrapperRules

    /// - Parameters:
    ///   - questions: of one host, not empty.
    ///   - atOnce: how many pages are under way; answers that wait to be read are the memory of a check.
    init(check: LinkCheck, questions: [Question], atOnce: Int) {
        self.check = check
        self.atOnce = atOnce
        self.questions = questions
        host = questions.first?.address.host ?? ""
        wrappers = check.reader.bodies.wrappers.concerning(host: host)
    }

    /// One answer to each question, in their order.
    func answers() async -> [Answer?] {
        var shapes = SiblingShapes(questions.map(\.address))
        var answers: [Answer?] = Array(repeating: nil, count: questions.count)
        var likenesses: [Int: PageLikeness] = [:]
        await withTaskGroup(of: Visit.self) { group in
            var underWay = 0
            func begin() {
                while underWay < atOnce, let next = shapes.next() {
                    underWay += 1
                    group.addTask { await visit(next) }
                }
            }
            begin()
            for await visit in group {
                underWay -= 1
                answers[visit.number] = visit.answer
                likenesses[visit.number] = visit.likeness
                shapes.note(visit.number, visit.sibling)
                if visit.isUnlike { shapes.noteUnlike(visit.number) }
                begin()
            }
        }
        for (number, outcome) in shapes.outcomes(likenesses) { answers[number]?.outcome = outcome }
        return answers
    }

    private func visit(_ next: SiblingShapes.Next) async -> Visit {
        let question = questions[next.number]
        let report = check.reader.report
        report(.started(address: question.address.text))
        var visit = await visit(next, question)
        if visit.sibling == nil, next.probe != nil { visit.sibling = .unasked }
        let record = visit.answer.record
        report(
            .fetched(
                address: question.address.text, outcome: record.outcome.rawValue, milliseconds: record.milliseconds))
        return visit
    }

    private func visit(_ next: SiblingShapes.Next, _ question: Question) async -> Visit {
        let asker = PageAsker(fetcher: check.fetcher, purpose: .submitted, earlier: nil)
        guard wrappers.contentAddress(of: question.address) == nil else {
            return await unwrapped(next, question, by: asker)
        }
        let record = await asker.record(of: question.address)
        if let outcome = glanced(record, question), next.echo?.mayEqual(record) != true {
            return await glimpse(next, record, outcome)
        }
        return await read(next, question, record, by: asker)
    }

    /// Reads what a glance could not tell.
    private func read(
        _ next: SiblingShapes.Next, _ question: Question, _ record: FetchRecord, by asker: PageAsker
    ) async -> Visit {
        let page = await check.reader.content(of: question.address, from: record, by: asker)
        var visit = Visit(number: next.number, answer: check.answer(to: question, page))
        guard visit.answer.outcome == .ok, let document = suspected(page) else { return visit }
        if let probe = next.probe { visit.sibling = await standing(of: probe) }
        visit.likeness = PageLikeness(document)
        return visit
    }

    /// Opens what a rule leads to.
    private func unwrapped(_ next: SiblingShapes.Next, _ question: Question, by asker: PageAsker) async -> Visit {
        let page = await check.reader.content(of: question.address, by: asker)
        return Visit(number: next.number, answer: check.answer(to: question, page))
    }

    /// What the page is, where that can be seen at a glance.
    private func glanced(_ record: FetchRecord, _ question: Question) -> Outcome? {
        let isHere = record.final.host == host
        guard !(isHere ? wrappers : check.reader.bodies.wrappers).leadsOn(fromPageAt: record.final) else { return nil }
        return check.glance.outcome(of: record, siteFrontPage: question.website)?.outcome
    }

    /// A page known at a glance; it is read only where its made-up sibling is answered by a page of its length.
    private func glimpse(_ next: SiblingShapes.Next, _ record: FetchRecord, _ outcome: Outcome) async -> Visit {
        var visit = Visit(number: next.number, answer: Answer(record, outcome: outcome), isUnlike: next.echo != nil)
        guard let probe = next.probe, outcome == .ok else { return visit }
        let standing = await standing(of: probe)
        visit.sibling = standing
        guard case .echoes(let echo) = standing else { return visit }
        visit.isUnlike = !echo.mayEqual(record)
        if !visit.isUnlike {
            visit.likeness = (await check.reader.bodies.page(record)).document.map(PageLikeness.init)
        }
        return visit
    }

    /// The document of a page that may be what the server gives to any address.
    private func suspected(_ page: FetchedPage) -> ExtractedDocument? {
        // What a rule opened is no page of its address's site.
        guard !page.record.isUnwrapped, page.record.outcome == .ok, (200...299).contains(page.record.status ?? 0),
            let document = page.document, !document.needsScript
        else { return nil }
        return document
    }

    /// Asks for a made-up address. A sibling that was not opened proves nothing.
    private func standing(of probe: SiblingProbe) async -> SiblingShapes.Standing {
        let record = await check.fetcher.fetch(probe.address, purpose: .followed)
        guard record.outcome == .ok, (200...299).contains(record.status ?? 0),
            let document = (await check.reader.bodies.page(record)).document
        else { return .honest }
        return .echoes(SiblingShapes.Echo(likeness: PageLikeness(document), bytes: record.body.count))
    }
}

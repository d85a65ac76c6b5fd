import Checklists
import Digests
import Extraction
import Fetching
import Findings
import GradingCore
import Judging
import Planning
import Submissions
import WebEvidence

extension AuditRun {
    /// The finished assessment. `startedAt` and `finishedAt`: UTC, ISO 8601 with `Z`.
    mutating func assembled(_ judgement: Judgement, startedAt: String, finishedAt: String) -> Assessment {
        precondition(
            entries.count { $0.via == .submitted } == plan.addresses.count, "every submitted address has its row")
        let evidence = entries.map { entry in self.evidence(entry, quotes: judgement.quotes[entry.id] ?? []) }
        let assessment = Assessment(
            run: past?.id ?? runID(evidence), toolVersion: request.toolVersion,
            checklistDigest: request.checklistDigest, agency: request.agencyProfile,
            fiscalYear: FiscalYear(request.list.year), asOf: request.asOf, startedAt: startedAt,
            finishedAt: finishedAt, isChecklistVerified: request.list.provenance == .verified,
            checklistNotes: request.list.notes, items: judgement.findings, evidence: evidence,
            notChecked: notChecked(judgement), isPartial: isStopped, warnings: warnings())
        return personalDataChecked(assessment, documents: documents(), rules: request.personalDataRules)
    }

    /// What was read of each evidence, in the order of the evidence.
    mutating func documents() -> [(
        evidence: EvidenceID, item: ItemID, page: ReadPage
    )] {
        let read = readPages()
        return entries.compactMap { entry in
            guard let number = entry.address.flatMap({ read.numbers[$0] }) else { return nil }
            let page = read.pages[number]
            return (entry.id, entry.item, page)
        }
    }

    private func evidence(_ entry: EvidenceEntry, quotes: [Evidence.Quote]) -> Evidence {
        guard let page = entry.address.flatMap({ pages[$0] }) else {
            return Evidence(
                id: entry.id, item: entry.item, submittedURL: entry.submittedURL, url: entry.address?.text ?? "",
                via: entry.via, from: entry.from, linkText: entry.linkText, outcome: outcome(of: entry))
        }
        let classified = classified(page)
        let record = page.record
        return Evidence(
            id: entry.id, item: entry.item, submittedURL: entry.submittedURL, url: record.final.text, via: entry.via,
            from: entry.from, linkText: entry.linkText, status: record.status, outcome: classified.outcome,
            contentType: record.header("Content-Type") ?? "", bytes: page.bodyBytes, sha256: record.sha256,
            fetchedAt: record.fetchedAt, redirects: record.redirects, attempts: record.attempts,
            title: page.outline?.title ?? "", quotes: quotes,
            detail: [record.detail, classified.why, mismatch(page), page.outline?.faultDetail ?? ""].filter {
                !$0.isEmpty
            }
            .joined(separator: " "),
            server: record.server, isUnverified: record.relaxed?.content == .ok)
    }

    /// What the server calls the body, where it is something else.
    private func mismatch(_ page: FetchedPage) -> String {
        guard page.record.contentOutcome == .ok, page.bodyBytes > 0 else { return "" }
        return bodyMismatch(kind: page.kind, contentType: page.record.header("Content-Type")) ?? ""
    }

    private func notChecked(_ judgement: Judgement) -> [NotChecked] {
        let stopped = entries.filter { entry in
            guard entry.fault == nil, let address = entry.address else { return false }
            return pages[address]?.record.wasStopped ?? true
        }
        let cutOff = entries.filter { $0.address.flatMap { pages[$0] }?.record.wasCutOff ?? false }
        let open = Set(judgement.findings.filter { $0.verdict != .satisfied }.map(\.item))
        let unkept = notKept.filter { open.contains($0.item) }
        return stopped.map { NotChecked(item: $0.item, url: $0.submittedURL, why: AuditTexts.interrupted) }
            + cutOff.map { NotChecked(item: $0.item, url: $0.submittedURL, why: AuditTexts.cutOff) }
            + unkept.map { NotChecked(item: $0.item, url: $0.address.text, why: AuditTexts.notKept) }
            + plan.unasked.map { NotChecked(item: $0.item, url: $0.verbatim, why: AuditTexts.answeredNo) }
            + follow.leftOut.filter { open.contains($0.item) }.map { candidate in
                NotChecked(item: candidate.item, url: candidate.address.text, why: AuditTexts.capped)
            }
    }

    private func warnings() -> [BilingualText] {
        var warnings = request.submissionWarnings
        let year = FiscalYear(request.list.year)
        if !year.contains(request.asOf) { warnings.append(AuditTexts.dateOutsideYear(request.asOf, year)) }
        if let declared = request.submission.fiscalYear, declared != year {
            warnings.append(AuditTexts.otherYear(declared, year))
        }
        let lost = pages.values.count(where: \.record.wasCutOff)
        if lost > 0 { warnings.insert(AuditTexts.cutOff(lost, of: pages.count), at: 0) }
        let unread = Set(
            pages.values.compactMap(\.outline).filter { $0.fault == .programMissing }.map(\.faultDetail))
        warnings += unread.sorted().map(AuditTexts.programMissing)
        if website == nil { warnings.append(AuditTexts.noWebsite) }
        return warnings
    }

    /// The same submission, date and evidence have the same id.
    private func runID(_ evidence: [Evidence]) -> RunID {
        let agency = request.agencyProfile
        var text = "\(agency.name)\n\(agency.website)\n\(request.checklistDigest)\n\(request.toolVersion)\n"
        for entry in evidence {
            text += "\(entry.item.text) \(entry.submittedURL) \(entry.outcome.rawValue) \(entry.sha256)\n"
        }
        let digest = ContentDigest(of: Array(text.utf8)).hexadecimal
        return RunID("\(request.list.year)-\(request.asOf.iso)-\(digest.prefix(10))")
    }
}

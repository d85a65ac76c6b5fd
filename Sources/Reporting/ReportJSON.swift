import Findings
import GradingCore
import WebEvidence

extension Report {
    /// The report for programs, `report.json`: UTF-8, sorted member names, figures as decimal strings. Its JSON Schema
    /// is `reports/schema/oit-report-1.json`.
    public func json() -> [UInt8] {
        var members: [String: JSONValue] = [
            "schema": .string("oit-report/1"), "run": .string(assessment.run.text),
            "tool": .object([
                "version": .string(assessment.toolVersion), "checklist_digest": .string(assessment.checklistDigest),
            ]),
            "agency": .object([
                "name": .string(assessment.agency.name), "website": .string(assessment.agency.website),
                "type": .string(assessment.agency.type), "province": .string(assessment.agency.province),
            ]),
            "fiscal_year": .integer(assessment.fiscalYear.year), "as_of": .string(assessment.asOf.iso),
            "started_at": .string(assessment.startedAt), "finished_at": .string(assessment.finishedAt),
            "partial": .boolean(assessment.isPartial), "warnings": .array(assessment.warnings.map(\.json)),
            "checklist": .object([
                "year": .integer(assessment.fiscalYear.year),
                "provenance": .string(assessment.isChecklistVerified ? "verified" : "provisional"),
                "notes": .array(assessment.checklistNotes.map(\.json)),
            ]),
            "items": .array(assessment.items.map(itemJSON)), "evidence": .array(assessment.evidence.map(\.json)),
            "causes": .array(SharedCause.all(in: assessment).map(\.json)),
            "not_checked": .array(
                assessment.notChecked.map {
                    .object(["item": .string($0.item.text), "url": .string($0.url), "why": $0.why.json])
                }),
            "personal_data": .array(assessment.personalData.map(\.json)),
            "score": scoreJSON, "plan": .array(plan.steps.map(stepJSON)),
        ]
        if let suggestions = assessment.suggestions { members["suggestions"] = .array(suggestions.map(\.json)) }
        return JSONValue.object(members).bytes
    }

    private var scoreJSON: JSONValue {
        .object([
            "items": .object(
                score.items.reduce(into: [:]) { $0[$1.key.text] = .optional($1.value.points) }),
            "sub_indicators": .object(score.subIndicators.mapValues(\.hundredths.json)),
            "indicators": .object(score.indicators.mapValues(\.published.json)),
            "oit": score.oit.published.json, "contribution": score.contribution.published.json,
            "pass_mark": .string(Hundredths(frame.framework.passMarkHundredths).text),
        ])
    }

    private func stepJSON(_ step: MendingPlan.Step) -> JSONValue {
        let fix = findings[step.item].flatMap { fixes(of: $0).first } ?? BilingualText(th: "", en: "")
        return .object(["item": .string(step.item.text), "gain": step.gain.json, "fix": fix.json])
    }

    private func itemJSON(_ finding: ItemFinding) -> JSONValue {
        .object([
            "id": .string(finding.item.text), "topic": .string(finding.topic.text), "title": finding.title.json,
            "sub_indicator": .string(finding.subIndicator), "verdict": .string(finding.verdict.rawValue),
            "points": .optional(finding.verdict.points),
            "worth": (worths[finding.item] ?? Worth(oit: 0, overall: 0)).json,
            "confidence": .string(finding.confidence.rawValue),
            "reasons": .array(finding.reasons.map(\.json)), "elements": .array(finding.elements.map(\.json)),
            "hints": .array(
                finding.hints.map { .object(["code": .string($0.code), "message": $0.message.json]) }),
            "currency": finding.currency.json, "urls": .array(finding.evidence.map { .string($0.text) }),
        ])
    }
}

extension BilingualText {
    var json: JSONValue { .object(["th": .string(th), "en": .string(en)]) }
}

extension HundredthsInterval {
    fileprivate var json: JSONValue {
        .object(["lowest": .string(lowest.text), "highest": .string(highest.text)])
    }
}

extension Worth {
    fileprivate var json: JSONValue {
        .object(["oit": .string(oit.text(decimals: 2)), "overall": .string(overall.text(decimals: 2))])
    }
}

extension Reason {
    fileprivate var json: JSONValue {
        .object([
            "code": .string(code.rawValue), "message": message.json, "fix": fix?.json ?? .null,
            "evidence": .optional(evidence?.text),
        ])
    }
}

extension ElementMatch {
    fileprivate var json: JSONValue {
        .object(
            surroundings.members.merging([
                "id": .string(id), "title": title.json, "verdict": .string(verdict.rawValue),
                "confidence": .string(confidence.rawValue), "evidence": .optional(evidence?.text),
                "quote": .string(quote), "place": .string(surroundings.whereIsIt(place)),
            ]) { $1 })
    }
}

extension QuoteSurroundings {
    /// Members of the object that holds the quote.
    fileprivate var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "words": .string(words), "before": .string(before), "after": .string(after),
        ]
        if let location {
            members["location"] = .object([
                "kind": .string(location.kind.rawValue), "number": .integer(location.number),
                "name": .string(location.name), "cell": .string(location.cell),
                "recognised": .boolean(location.isRecognised),
            ])
        }
        return members
    }

    /// A place with the page or sheet of its file: `body, page 3`.
    fileprivate func whereIsIt(_ place: String) -> String {
        location.map { "\(place), \($0.text)" } ?? place
    }
}

extension PersonalDataFinding {
    fileprivate var json: JSONValue {
        .object([
            "kind": .string(kind.rawValue), "evidence": .string(evidence.text), "item": .string(item.text),
            "count": .integer(count), "masked": .string(masked), "place": .string(place),
        ])
    }
}

extension CurrencyVerdict {
    fileprivate var json: JSONValue {
        .object([
            "verdict": .optional(verdict?.rawValue), "required": .string(required),
            "found": .array(found.map(\.json)), "missing": .array(missing.map { .string($0) }),
            "stale_from": .optional(staleFrom?.iso),
        ])
    }
}

extension CurrencyVerdict.FoundDate {
    fileprivate var json: JSONValue {
        .object([
            "text": .string(text), "role": .string(role.rawValue),
            "fiscal_years": .array(fiscalYears.map { .integer($0.year) }), "from": .optional(period?.from.iso),
            "to": .optional(period?.to.iso), "decides": .boolean(decides), "evidence": .string(evidence.text),
        ])
    }
}

extension Evidence {
    fileprivate var json: JSONValue {
        .object([
            "id": .string(id.text), "item": .string(item.text), "submitted_url": .string(submittedURL),
            "url": .string(url), "via": .string(via.rawValue), "from": .optional(from?.text),
            "link_text": .string(linkText), "status": .optional(status), "outcome": .string(outcome.rawValue),
            "content_type": .string(contentType), "bytes": .integer(bytes), "sha256": .string(sha256),
            "fetched_at": .string(fetchedAt),
            "redirects": .array(
                redirects.map {
                    .object([
                        "url": .string($0.address), "status": .integer($0.status), "location": .string($0.location),
                    ])
                }),
            "attempts": .array(
                attempts.map {
                    .object([
                        "started_at": .string($0.startedAt), "outcome": .string($0.outcome.rawValue),
                        "status": .optional($0.status), "milliseconds": .integer($0.milliseconds),
                    ])
                }),
            "title": .string(title),
            "quotes": .array(
                quotes.map {
                    .object(
                        $0.surroundings.members.merging([
                            "text": .string($0.text), "where": .string($0.surroundings.whereIsIt($0.place)),
                        ]) { $1 })
                }),
            "detail": .string(detail), "server": .string(server), "unverified": .boolean(isUnverified),
        ])
    }
}

import Findings
import GradingCore
import WebEvidence

extension AssessmentDifference {
    /// The comparison for programs: `oit-diff/1`, UTF-8 with sorted member names. Its JSON Schema is
    /// `reports/schema/oit-diff-1.json`.
    public func json() -> [UInt8] {
        JSONValue.object([
            "schema": .string("oit-diff/1"), "from": before.json, "to": after.json, "identical": .boolean(isEmpty),
            "inputs": .array(
                inputs.map {
                    .object(["input": .string($0.input.rawValue), "from": .string($0.before), "to": .string($0.after)])
                }), "score": score.json,
            "counts": .object(
                ItemDifference.Kind.allCases.reduce(into: ["unchanged": .integer(unchangedItems)]) { counts, kind in
                    counts[kind.rawValue] = .integer(items(kind).count)
                }),
            "items": .array(items.map(\.json)),
            "evidence": .array(evidence.map { $0.json(text: texts[$0.address]) }),
            "unchanged_evidence": .integer(unchangedEvidence),
            "not_checked": .object([
                "added": .array(notCheckedAdded.map(\.differenceJSON)),
                "removed": .array(notCheckedRemoved.map(\.differenceJSON)),
            ]),
        ]).bytes
    }
}

extension NotChecked {
    fileprivate var differenceJSON: JSONValue {
        .object(["item": .string(item.text), "url": .string(url), "why": why.json])
    }
}

extension RunHead {
    var json: JSONValue {
        .object([
            "run": .string(run.text),
            "agency": .object([
                "name": .string(agency.name), "website": .string(agency.website), "type": .string(agency.type),
                "province": .string(agency.province),
            ]), "fiscal_year": .integer(fiscalYear.year), "as_of": .string(asOf.iso),
            "started_at": .string(startedAt), "finished_at": .string(finishedAt), "partial": .boolean(isPartial),
            "tool": .object(["version": .string(toolVersion), "checklist_digest": .string(checklistDigest)]),
        ])
    }
}

extension HundredthsInterval {
    var differenceJSON: JSONValue { .object(["lowest": .string(lowest.text), "highest": .string(highest.text)]) }
}

extension ScoreDifference {
    fileprivate var json: JSONValue {
        func members(_ figures: [Figure]) -> JSONValue {
            .object(figures.reduce(into: [:]) { $0[$1.id] = $1.json })
        }
        return .object([
            "oit": oit.json, "contribution": contribution.json, "indicators": members(indicators),
            "sub_indicators": members(subIndicators),
        ])
    }
}

extension ScoreDifference.Figure {
    fileprivate var json: JSONValue {
        .object(["from": before?.differenceJSON ?? .null, "to": after?.differenceJSON ?? .null])
    }
}

extension ItemDifference {
    fileprivate var json: JSONValue {
        .object([
            "change": .string(kind?.rawValue ?? ""), "topic": .string(topic.text), "title": title.json,
            "from": before?.differenceJSON ?? .null, "to": after?.differenceJSON ?? .null,
            "worth": .optional(worth?.text), "elements": .array(elements.map(\.json)),
            "currency": currency?.json ?? .null, "hints_added": .array(hintsAdded.map(\.differenceJSON)),
            "hints_removed": .array(hintsRemoved.map(\.differenceJSON)),
            "evidence": .array(evidence.map { .string($0.address) }),
            "causes": .array(causes.map { .string($0.rawValue) }),
        ])
    }
}

extension Hint {
    fileprivate var differenceJSON: JSONValue { .object(["code": .string(code), "message": message.json]) }
}

extension ItemFinding {
    /// Item, verdict and reasons: what a comparison says of one side.
    var differenceJSON: JSONValue {
        .object([
            "item": .string(item.text), "verdict": .string(verdict.rawValue), "points": .optional(verdict.points),
            "reasons": .array(
                reasons.map {
                    .object([
                        "code": .string($0.code.rawValue), "message": $0.message.json, "fix": $0.fix?.json ?? .null,
                    ])
                }),
        ])
    }
}

extension ElementDifference {
    fileprivate var json: JSONValue {
        func side(_ match: ElementMatch?) -> JSONValue {
            match.map { .object(["verdict": .string($0.verdict.rawValue), "quote": .string($0.quote)]) } ?? .null
        }
        return .object(["id": .string(id), "title": title.json, "from": side(before), "to": side(after)])
    }
}

extension CurrencyDifference {
    fileprivate var json: JSONValue {
        func side(_ verdict: CurrencyVerdict) -> JSONValue {
            .object([
                "verdict": .optional(verdict.verdict?.rawValue), "required": .string(verdict.required),
                "missing": .array(verdict.missing.map { .string($0) }), "stale_from": .optional(verdict.staleFrom?.iso),
            ])
        }
        func date(_ found: CurrencyVerdict.FoundDate) -> JSONValue {
            .object([
                "text": .string(found.text), "role": .string(found.role.rawValue),
                "fiscal_years": .array(found.fiscalYears.map { .integer($0.year) }),
                "from": .optional(found.period?.from.iso), "to": .optional(found.period?.to.iso),
            ])
        }
        return .object([
            "from": side(before), "to": side(after), "dates_added": .array(datesAdded.map(date)),
            "dates_removed": .array(datesRemoved.map(date)),
        ])
    }
}

extension EvidenceDifference {
    fileprivate func json(text: TextDifference?) -> JSONValue {
        .object([
            "url": .string(address), "items": .array(items.map { .string($0.text) }),
            "changes": .array(changes.map { .string($0.rawValue) }), "from": before?.json ?? .null,
            "to": after?.json ?? .null, "text": text?.json ?? .null,
        ])
    }
}

extension EvidenceDifference.Visit {
    fileprivate var json: JSONValue {
        .object([
            "url": .string(url), "via": .string(via.rawValue), "outcome": .string(outcome.rawValue),
            "status": .optional(status), "content_type": .string(contentType), "bytes": .integer(bytes),
            "sha256": .string(sha256), "title": .string(title),
        ])
    }
}

extension TextDifference {
    /// Lines are counted from 1.
    fileprivate var json: JSONValue {
        .object([
            "coarse": .boolean(isCoarse), "kept_lines": .integer(keptLines),
            "blocks": .array(
                blocks.map {
                    .object([
                        "from_line": .integer($0.removedAt + 1), "to_line": .integer($0.addedAt + 1),
                        "removed": .array($0.removed.map { .string($0) }),
                        "added": .array($0.added.map { .string($0) }),
                        "digits_only": .boolean($0.differsInDigitsOnly),
                    ])
                }),
        ])
    }
}

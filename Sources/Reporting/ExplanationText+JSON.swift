import Findings
import GradingCore
import WebEvidence

extension ExplanationText {
    /// For programs: `oit-explanation/1`, UTF-8 with sorted member names. Its JSON Schema is
    /// `reports/schema/oit-explanation-1.json`.
    public func json() -> [UInt8] {
        JSONValue.object([
            "schema": .string("oit-explanation/1"), "item": .string(explanation.item.text),
            "topic": .string(explanation.topic.text), "title": explanation.title.json,
            "verdict": .string(explanation.verdict.rawValue), "points": .optional(explanation.verdict.points),
            "confidence": .string(explanation.confidence.rawValue),
            "finding": finding?.differenceJSON ?? .null, "steps": .array(explanation.steps.map(\.json)),
            "pages": .array(explanation.pages.map(\.json)),
            "unread": .array(
                explanation.unread.map { page in
                    .object([
                        "evidence": .string(page.evidence.text), "url": .optional(evidence[page.evidence]?.url),
                        "outcome": .string(page.outcome.rawValue), "dead": .boolean(page.isDead),
                        "message": page.message.json, "fix": page.fix.json,
                    ])
                }),
            "elements": .array(explanation.elements.map(\.json)), "currency": explanation.currency.json,
            "would_change": .array(explanation.wouldChange.map(\.json)),
        ]).bytes
    }
}

extension ExplainedPage {
    fileprivate var json: JSONValue {
        .object([
            "evidence": .string(evidence.text), "url": .string(url), "title": .string(title),
            "fit": .string(fit.rawValue), "meaning": meaning.json, "section": .optional(section),
            "points": .integer(points), "least_points": .integer(leastPoints), "margin": .integer(margin),
            "contributions": .array(contributions.map(\.json)),
            "rivals": .array(
                rivals.map { rival in
                    .object([
                        "topic": .string(rival.topic.text), "title": rival.title.json,
                        "points": .integer(rival.points), "contributions": .array(rival.contributions.map(\.json)),
                    ])
                }),
        ])
    }
}

extension Contribution {
    fileprivate var json: JSONValue {
        .object([
            "kind": .string(kind.rawValue), "phrase": .string(phrase), "place": .string(place),
            "points": .integer(points),
        ])
    }
}

extension ExplainedElement {
    fileprivate var json: JSONValue {
        .object([
            "id": .string(id), "title": title.json, "verdict": .string(verdict.rawValue),
            "confidence": .string(confidence.rawValue), "owed": .boolean(isOwed),
            "evidence": .optional(evidence?.text), "looked_for": lookedFor.json,
        ])
    }
}

extension ExplainedMatcher {
    fileprivate var json: JSONValue {
        .object([
            "text": words.json, "found": .boolean(isFound), "evidence": .optional(evidence?.text),
            "quote": .string(quote), "place": .string(place), "words": .string(surroundings.words),
            "before": .string(surroundings.before), "after": .string(surroundings.after),
            "parts": .array(parts.map(\.json)),
        ])
    }
}

extension ExplainedCurrency {
    fileprivate var json: JSONValue {
        .object([
            "verdict": .optional(verdict?.rawValue), "required": .string(required), "note": .string(note),
            "missing": .array(missing.map { .string($0) }), "dates": .array(dates.map(\.json)),
        ])
    }
}

extension ExplainedDate {
    fileprivate var json: JSONValue {
        .object([
            "text": .string(text), "kind": kind.json, "role": .string(role.rawValue), "place": .string(place),
            "fiscal_years": .array(fiscalYears.map { .integer($0.year) }), "evidence": .string(evidence.text),
            "words": .string(surroundings.words), "before": .string(surroundings.before),
            "after": .string(surroundings.after), "decides": .boolean(decides), "why": why.json,
        ])
    }
}

extension VerdictChange {
    fileprivate var json: JSONValue {
        .object([
            "becomes": .string(becomes.rawValue),
            "changes": .array(
                changes.map { change in
                    .object([
                        "kind": .string(change.kind.rawValue), "text": change.text.json,
                        "evidence": .optional(change.evidence?.text), "element": .optional(change.element),
                        "points": .optional(change.points), "words": .optional(change.words),
                        "date": .optional(change.date?.iso),
                    ])
                }),
        ])
    }
}

public import GradingCore
import Notifying
import Reporting

extension WatchHistory {
    /// The page of history: one HTML file in UTF-8 without script and outside resource, pictures as SVG. The same input
    /// gives the same bytes.
    public func page(_ language: ReportLanguage) -> [UInt8] {
        let texts = HistoryTexts(language: language)
        return PlainPage(
            language: language, kicker: texts.kicker, heading: agency.isEmpty ? key : agency,
            head: HistoryHead(history: self, texts: texts).content,
            sections: [
                .init(id: "score", title: texts.score, content: ScoreChart(history: self, texts: texts).content),
                .init(id: "items", title: texts.items, content: ItemMap(history: self, texts: texts).content),
                .init(id: "times", title: texts.times, content: AnswerChart(history: self, texts: texts).content),
                .init(id: "expiry", title: texts.expiry, content: ExpiryTable(history: self, texts: texts).content),
                .init(id: "alarms", title: texts.alarms, content: AlarmList(history: self, texts: texts).content),
            ], ownStyle: HistoryStyle.style
        ).bytes
    }
}

/// What stands on top: the period, and the state of today in a sentence each.
struct HistoryHead {
    let history: WatchHistory
    let texts: HistoryTexts

    var content: Markup {
        let broken = history.alarms.filter { $0.notice.kind == .broke && $0.ended == nil }
        let items = Set(broken.flatMap(\.notice.items)).sorted()
        let state: Markup =
            broken.isEmpty
            ? "<p class=\"state good\">\(texts.nothingBroken)</p>"
            : "<p class=\"state bad\">\(texts.stillBroken(broken.count, items))</p>"
        return """
            <p>\(texts.period(history.from, history.to)) · \(texts.made(history.madeAt))</p>
            \(state)
            """
    }
}

enum HistoryStyle {
    static let style: Markup = """

        .chart { width: 100%; min-width: 44rem; height: auto; display: block; }
        .chart text { font-size: 12px; fill: var(--soft); text-anchor: middle; } .chart text.side { text-anchor: end; }
        .chart text.row { fill: var(--ink); text-anchor: end; }
        .chart .grid { stroke: var(--line); stroke-width: 1; } .chart .band { fill: #0b4f9e; fill-opacity: .18; } .chart .span { stroke: #0b4f9e; stroke-opacity: .35; stroke-width: 3; }
        .chart .line { fill: none; stroke: #0b4f9e; stroke-width: 2; } .chart .dot { fill: #0b4f9e; }
        .chart .slow { fill: none; stroke: var(--open); stroke-width: 1.5; stroke-dasharray: 5 3; }
        .chart .up { fill: #8fcfa9; } .chart .degraded { fill: #e2a12d; } .chart .down { fill: #a8201a; }
        .chart .not_checked { fill: #c9d1d9; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; padding: 0; margin: .3rem 0; }
        .legend svg { width: 26px; height: 14px; vertical-align: -1px; margin-inline-end: .4em; }
        .legend .up { fill: #8fcfa9; } .legend .degraded { fill: #e2a12d; } .legend .down { fill: #a8201a; }
        .legend .not_checked { fill: #c9d1d9; }
        .legend .line { stroke: #0b4f9e; stroke-width: 3; } .legend .slow { stroke: var(--open); stroke-width: 3;
          stroke-dasharray: 5 3; } .legend .band { fill: #0b4f9e; fill-opacity: .18; }
        .state { font-weight: 700; } .state.good { color: var(--good); } .state.bad { color: var(--bad); }
        .alarm { border: 1px solid var(--line); border-inline-start: 6px solid var(--open); padding: .6rem 1rem;
          margin: 0 0 .8rem; } .alarm p { margin: .1rem 0; } .alarm h3 { margin: 0; }
        .kind-broke, .kind-verdict { border-inline-start-color: var(--bad); }
        .kind-recovered { border-inline-start-color: var(--good); }
        .soon { color: var(--bad); font-weight: 700; }
        @media print { .chart { min-width: 0; } .alarm { break-inside: avoid; } }
        @media (forced-colors: active) { .chart .up { fill: Canvas; stroke: CanvasText; } .chart .down { fill: CanvasText; } }

        """
}

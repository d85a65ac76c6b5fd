import GradingCore
import Reporting

/// Items as rows, days as columns. Days of the same state in a row are one shape, so a year of 43 items stays small. States
/// differ by height as well as by colour.
struct ItemMap {
    private static let rowHeight = 200

    let history: WatchHistory
    let texts: HistoryTexts
    private var axis: TimeAxis { TimeAxis(from: history.from, to: history.to) }

    var content: Markup {
        guard !history.items.isEmpty else { return "<p>\(texts.noItems)</p>" }
        let bottom = 60 + ItemMap.rowHeight * history.items.count
        let rows = history.items.enumerated().map { place, item in row(item, top: 60 + place * ItemMap.rowHeight) }
        let entries = WatchHistory.DayState.allCases.map { state in
            legend(shape(state, x: 0, width: 260, top: 0, height: 140), texts.state(state))
        }
        let picture = Picture.framed(
            texts.mapName(history.items.count), height: bottom + 240,
            axis.grid(top: 20, bottom: bottom, texts.language) + Markup(rows))
        return """
            <ul class="legend">\(entries)</ul>
            \(picture)
            \(table)
            """
    }

    private func row(_ item: WatchHistory.ItemDays, top: Int) -> Markup {
        let label: Markup = """
            <text class="row" x="50" y="\(Picture.place(top + 130))">\(item.item.text)\
            \(Picture.tip(item.title.text(texts.language)))</text>

            """
        let shapes = runs(item).map { run -> Markup in
            let (x, end) = (axis.x(run.from), axis.x(run.to) + (TimeAxis.right - TimeAxis.left) / axis.dayCount)
            let tip = texts.run(item, run)
            return shape(
                run.state, x: x, width: max(8, min(end, TimeAxis.right) - x), top: top + 20, height: 150, tip: tip)
        }
        return label + Markup(shapes)
    }

    /// Down and up fill the row, degraded its lower half, not checked is a thin line.
    private func shape(
        _ state: WatchHistory.DayState, x: Int, width: Int, top: Int, height: Int, tip: String? = nil
    ) -> Markup {
        let (offset, tall): (Int, Int) =
            switch state {
            case .up, .down: (0, height)
            case .degraded: (height / 3, height - height / 3)
            case .notChecked: (height / 2 - 10, 20)
            }
        let inner = tip.map { Picture.tip($0) } ?? ""
        return """
            <rect class="\(state.rawValue)" x="\(Picture.place(x))" y="\(Picture.place(top + offset))" \
            width="\(Picture.place(width))" height="\(Picture.place(tall))">\(inner)</rect>

            """
    }

    /// Days of one state in a row.
    struct Run {
        let state: WatchHistory.DayState
        let from: CivilDate
        var to: CivilDate
    }

    func runs(_ item: WatchHistory.ItemDays) -> [Run] {
        var runs: [Run] = []
        for number in history.from.dayNumber...history.to.dayNumber {
            guard let day = CivilDate(dayNumber: number) else { continue }
            let state = item.days[day] ?? .notChecked
            if runs.last?.state == state {
                runs[runs.count - 1].to = day
            } else {
                runs.append(Run(state: state, from: day, to: day))
            }
        }
        return runs
    }

    private var table: Markup {
        let rows = history.items.map { item -> [Markup] in
            let inside = item.days.filter { axis.holds($0.key) }.values
            func count(_ state: WatchHistory.DayState) -> Markup { "\(inside.filter { $0 == state }.count)" }
            return [
                "\(item.item.text) \(item.title.text(texts.language))", count(.up), count(.degraded), count(.down),
                "\(axis.dayCount - inside.filter { $0 != .notChecked }.count)",
            ]
        }
        let heads = [texts.item] + WatchHistory.DayState.allCases.map(texts.daysOf)
        return """
            <details><summary>\(texts.asTable)</summary>
            \(PlainPage.table(heads, rows, numbers: [1, 2, 3, 4]))</details>
            """
    }
}

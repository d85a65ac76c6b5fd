import GradingCore
import Reporting

/// The score over time: a line at the lowest possible score, and above it the band of what was possible.
struct ScoreChart {
    private static let (top, bottom) = (200, 2_200)

    let history: WatchHistory
    let texts: HistoryTexts
    private var axis: TimeAxis { TimeAxis(from: history.from, to: history.to) }

    var content: Markup {
        let points = history.scores.filter { axis.holds($0.day) }.sorted { $0.day < $1.day }
        guard let last = points.last else { return "<p>\(texts.noScore)</p>" }
        return """
            <p>\(texts.lastScore(last))</p>
            <ul class="legend">\(legend("<rect class=\"band\" width=\"26\" height=\"14\"/>", texts.scoreBand))\
            \(legend("<path class=\"line\" d=\"M0 7H26\"/>", texts.lowestScore))</ul>
            \(Picture.framed(texts.scoreName(points), height: 2_500, grid + shapes(points)))
            \(table(points))
            """
    }

    private var grid: Markup {
        let lines = [0, 25, 50, 75, 85, 100].map { score -> Markup in
            let y = ScoreChart.y(Hundredths(score * 100))
            return """
                <line class="grid" x1="\(Picture.place(TimeAxis.left))" x2="\(Picture.place(TimeAxis.right))" \
                y1="\(Picture.place(y))" y2="\(Picture.place(y))"/><text class="side" x="48" \
                y="\(Picture.place(y + 40))">\(score)</text>

                """
        }
        return Markup(lines) + axis.grid(top: ScoreChart.top, bottom: ScoreChart.bottom, texts.language)
    }

    private func shapes(_ points: [WatchHistory.ScorePoint]) -> Markup {
        func corner(_ point: WatchHistory.ScorePoint, _ score: Hundredths) -> Markup {
            "\(Picture.place(axis.middle(point.day))),\(Picture.place(ScoreChart.y(score)))"
        }
        let low = points.map { corner($0, $0.interval.lowest) }
        let high = points.map { corner($0, $0.interval.highest) }
        let dots = points.map { point -> Markup in
            let (x, y) = (axis.middle(point.day), ScoreChart.y(point.interval.lowest))
            let top = ScoreChart.y(point.interval.highest)
            return """
                <line class="span" x1="\(Picture.place(x))" x2="\(Picture.place(x))" y1="\(Picture.place(top))" \
                y2="\(Picture.place(y))"/><circle class="dot" cx="\(Picture.place(x))" cy="\(Picture.place(y))" r="\(points.count > 60 ? 2 : 4)">\
                \(Picture.tip(texts.score(point)))</circle>

                """
        }
        return """
            <polygon class="band" points="\(Markup(high + low.reversed(), separator: " "))"/>
            <polyline class="line" points="\(Markup(low, separator: " "))"/>
            \(dots)
            """
    }

    private func table(_ points: [WatchHistory.ScorePoint]) -> Markup {
        let rows = points.reversed().map { point -> [Markup] in
            ["\(ReportDate.day(point.day, texts.language))", "\(point.interval.lowest)", "\(point.interval.highest)"]
        }
        return """
            <details><summary>\(texts.asTable)</summary>
            \(PlainPage.table([texts.day, texts.lowest, texts.highest], rows, numbers: [1, 2]))</details>
            """
    }

    private static func y(_ score: Hundredths) -> Int {
        bottom - (bottom - top) * min(max(0, score.count), 10_000) / 10_000
    }
}

/// One entry of the key below a picture.
func legend(_ sign: Markup, _ name: String) -> Markup {
    "<li><svg viewBox=\"0 0 26 14\" aria-hidden=\"true\">\(sign)</svg>\(name)</li>"
}

import GradingCore
import Reporting

/// How long answers took: the usual one as a line, the slow ones dashed. Days without an answer break the lines.
struct AnswerChart {
    private static let (top, bottom) = (200, 1_700)

    let history: WatchHistory
    let texts: HistoryTexts
    private var axis: TimeAxis { TimeAxis(from: history.from, to: history.to) }

    var content: Markup {
        let times = history.answerTimes.filter { axis.holds($0.day) }.sorted { $0.day < $1.day }
        guard let slowest = times.map(\.slowMilliseconds).max() else { return "<p>\(texts.noTimes)</p>" }
        let most = AnswerChart.rounded(max(slowest, times.map(\.medianMilliseconds).max() ?? 0))
        let shapes = AnswerChart.pieces(times).map { piece -> Markup in
            line(piece, "line", most, \.medianMilliseconds) + line(piece, "slow", most, \.slowMilliseconds)
        }
        return """
            <ul class="legend">\(legend("<path class=\"line\" d=\"M0 7H26\"/>", texts.median))\
            \(legend("<path class=\"slow\" d=\"M0 7H26\"/>", texts.slow))</ul>
            \(Picture.framed(texts.timesName(times), height: 2_000, grid(most) + Markup(shapes)))
            """
    }

    private func grid(_ most: Int) -> Markup {
        let lines = (0...4).map { step -> Markup in
            let y = AnswerChart.bottom - (AnswerChart.bottom - AnswerChart.top) * step / 4
            return """
                <line class="grid" x1="\(Picture.place(TimeAxis.left))" x2="\(Picture.place(TimeAxis.right))" \
                y1="\(Picture.place(y))" y2="\(Picture.place(y))"/><text class="side" x="52" \
                y="\(Picture.place(y + 40))">\(texts.seconds(milliseconds: most * step / 4))</text>

                """
        }
        return Markup(lines) + axis.grid(top: AnswerChart.top, bottom: AnswerChart.bottom, texts.language)
    }

    private func line(
        _ times: [WatchHistory.AnswerTime], _ name: Markup, _ most: Int, _ value: KeyPath<WatchHistory.AnswerTime, Int>
    ) -> Markup {
        let height = AnswerChart.bottom - AnswerChart.top
        let corners = times.map { time -> (x: Int, y: Int) in
            (axis.middle(time.day), AnswerChart.bottom - height * min(max(0, time[keyPath: value]), most) / most)
        }
        // A day between days without answers is a short stroke.
        let first = corners.count == 1 ? corners.map { (x: $0.x - 20, y: $0.y) } : []
        let points = (first + corners).map { "\(Picture.place($0.x)),\(Picture.place($0.y))" as Markup }
        return "<polyline class=\"\(name)\" points=\"\(Markup(points, separator: " "))\"/>\n"
    }

    /// Days that follow each other.
    static func pieces(_ times: [WatchHistory.AnswerTime]) -> [[WatchHistory.AnswerTime]] {
        var pieces: [[WatchHistory.AnswerTime]] = []
        for time in times {
            if let last = pieces.last?.last, time.day.dayNumber - last.day.dayNumber <= 1 {
                pieces[pieces.count - 1].append(time)
            } else {
                pieces.append([time])
            }
        }
        return pieces
    }

    /// The next of 1, 2, 4, 8 times a power of ten, at least 400.
    static func rounded(_ most: Int) -> Int {
        var unit = 100
        while unit < Int.max / 100 {
            for step in [4, 8, 10, 20] where unit * step >= most { return unit * step }
            unit *= 10
        }
        return max(1, most)
    }
}

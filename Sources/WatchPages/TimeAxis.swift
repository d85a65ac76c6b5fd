import GradingCore
import Reporting

/// Days from left to right in a picture 1,000 units wide. Places are in tenths of a unit, so that equal input gives equal
/// bytes.
struct TimeAxis {
    static let left = 560
    static let right = 9_900

    let from: CivilDate
    let to: CivilDate

    /// At least 1.
    var dayCount: Int { to.dayNumber - from.dayNumber + 1 }

    /// Left edge of a day, bounded by the picture.
    func x(_ day: CivilDate) -> Int {
        let passed = min(max(0, day.dayNumber - from.dayNumber), dayCount)
        return TimeAxis.left + (TimeAxis.right - TimeAxis.left) * passed / dayCount
    }

    /// The middle of a day.
    func middle(_ day: CivilDate) -> Int { x(day) + (TimeAxis.right - TimeAxis.left) / dayCount / 2 }

    func holds(_ day: CivilDate) -> Bool { from <= day && day <= to }

    /// Lines with a name: days of a short period, beginnings of months of a long one, at most about twelve.
    func ticks(_ language: ReportLanguage) -> [(x: Int, name: String)] {
        if dayCount <= 45 {
            let step = max(1, (dayCount + 7) / 8)
            return stride(from: from.dayNumber, through: to.dayNumber, by: step).compactMap { number in
                CivilDate(dayNumber: number).map { (x($0), ReportDate.shortDay($0, language)) }
            }
        }
        let firsts = (from.dayNumber...to.dayNumber).compactMap { CivilDate(dayNumber: $0) }.filter { $0.day == 1 }
        let step = max(1, (firsts.count + 11) / 12)
        return stride(from: 0, to: firsts.count, by: step).map {
            (x(firsts[$0]), ReportDate.shortMonth(firsts[$0], language))
        }
    }

    /// The ticks as lines from `top` to `bottom` with their names below.
    func grid(top: Int, bottom: Int, _ language: ReportLanguage) -> Markup {
        Markup(
            ticks(language).map { tick -> Markup in
                let x = Picture.place(tick.x)
                return """
                    <line class="grid" x1="\(x)" x2="\(x)" y1="\(Picture.place(top))" y2="\(Picture.place(bottom))"/>\
                    <text x="\(x)" y="\(Picture.place(bottom + 190))">\(tick.name)</text>

                    """
            })
    }
}

/// Common parts of pictures.
enum Picture {
    /// Tenths of a unit as a decimal number.
    static func place(_ tenths: Int) -> Markup {
        let whole = abs(tenths)
        let sign: Markup = tenths < 0 ? "-" : ""
        return whole % 10 == 0 ? "\(sign)\(whole / 10)" : "\(sign)\(whole / 10).\(whole % 10)"
    }

    /// A picture with a name for those who cannot see it, in a box that scrolls on small screens. `height` in tenths.
    static func framed(_ name: String, height: Int, _ content: Markup) -> Markup {
        """
        <div class="scroll"><svg class="chart" role="img" aria-label="\(name)" viewBox="0 0 1000 \(place(height))">
        \(content)</svg></div>

        """
    }

    /// What is shown for a pointer that rests.
    static func tip(_ text: String) -> Markup { "<title>\(text)</title>" }
}

import GradingCore

/// Turns the checks of one address into its uptime.
struct UptimeReckoning {
    let from: Moment
    let to: Moment
    /// A time between two checks that is longer counts as not observed.
    let gapSeconds: Int

    /// `checks` by time; those outside the period only say what came before and after.
    func uptime(item: ItemID, url: String, checks: [(at: Moment, outcome: String)]) -> AddressUptime {
        var uptime = AddressUptime(
            item: item, url: url, open: 0, closed: 0, unclear: 0, openSeconds: 0, closedSeconds: 0, outages: [],
            gaps: [])
        count(checks, into: &uptime)
        uptime.outages = outages(checks)
        uptime.closedSeconds = uptime.outages.reduce(0) { $0 + $1.seconds }
        measure(checks, into: &uptime)
        return uptime
    }

    private func count(_ checks: [(at: Moment, outcome: String)], into uptime: inout AddressUptime) {
        for check in checks where from <= check.at && check.at <= to {
            switch AddressUptime.standing(check.outcome) {
            case .open: uptime.open += 1
            case .closed: uptime.closed += 1
            case .unclear: uptime.unclear += 1
            }
        }
    }

    private func outages(_ checks: [(at: Moment, outcome: String)]) -> [AddressUptime.Outage] {
        var outages: [AddressUptime.Outage] = []
        var lastOpen: Moment?
        var current: AddressUptime.Outage?
        for check in checks {
            switch AddressUptime.standing(check.outcome) {
            case .unclear: continue
            case .closed:
                if current == nil {
                    current = AddressUptime.Outage(
                        lastOpen: lastOpen, began: check.at, lastClosed: check.at, ended: nil, outcomes: [], seconds: 0)
                }
                current?.lastClosed = check.at
                if current?.outcomes.contains(check.outcome) == false { current?.outcomes.append(check.outcome) }
            case .open:
                lastOpen = check.at
                current?.ended = check.at
                if let ended = current { outages.append(ended) }
                current = nil
            }
        }
        if let current { outages.append(current) }
        return outages.compactMap { outage in
            let end = outage.ended ?? outage.lastClosed
            guard outage.began <= to, end >= from else { return nil }
            var outage = outage
            outage.seconds = max(0, min(end, to).seconds(since: max(outage.began, from)))
            return outage
        }
    }

    /// Open time and gaps. A clock that was set back makes no time.
    private func measure(_ checks: [(at: Moment, outcome: String)], into uptime: inout AddressUptime) {
        var isOpen = false
        var isOutage = false
        var last: Moment?
        func gap(_ start: Moment, _ end: Moment) {
            let span = AddressUptime.Span(from: max(start, from), to: min(end, to))
            if span.seconds > 0 { uptime.gaps.append(span) }
        }
        for check in checks {
            let start = last ?? from
            let seconds = check.at.seconds(since: start)
            if seconds > gapSeconds, !isOutage {
                gap(start, check.at)
            } else if isOpen {
                uptime.openSeconds += max(0, min(check.at, to).seconds(since: max(start, from)))
            }
            switch AddressUptime.standing(check.outcome) {
            case .open: (isOpen, isOutage) = (true, false)
            case .closed: (isOpen, isOutage) = (false, true)
            case .unclear: isOpen = false
            }
            last = check.at
        }
        let rest = last ?? from
        if to.seconds(since: rest) > gapSeconds { gap(rest, to) }
    }
}

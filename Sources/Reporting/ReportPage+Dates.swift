import Findings
import GradingCore

extension ReportPage {
    func currency(of finding: ItemFinding) -> Markup {
        let currency = finding.currency
        guard let verdict = currency.verdict else { return "" }
        let rule = ReportLanguage.each {
            "\(ReportTexts.rule.text($0)): \(CurrencyRuleTexts.words(currency.required, $0))"
        }
        var content: Markup = "<p><strong>\(say(verdict.words))</strong> (\(say(rule)))</p>\n"
        if !currency.missing.isEmpty {
            let missing = ReportLanguage.each { language in
                currency.missing.map { ReportDate.named($0, language) }.joined(separator: ", ")
            }
            // An old or a later document lacks nothing; it is of the wrong time.
            let isOfOtherTime = verdict == .outdated || verdict == .future
            content += "<p>\(say(isOfOtherTime ? ReportTexts.wanted : ReportTexts.missing)): \(say(missing))</p>\n"
        }
        if let stale = currency.staleFrom {
            let day = ReportLanguage.each { "\(ReportTexts.staleFrom.text($0)) \(ReportDate.day(stale, $0))" }
            content += element("p", day)
        }
        content += dates(currency.found)
        return block(ReportTexts.currency, content)
    }

    /// The dates that decide, each with what it was taken for; the others by fiscal year.
    private func dates(_ found: [CurrencyVerdict.FoundDate]) -> Markup {
        let isOnePage = Set(found.map(\.evidence)).count == 1
        var content: Markup = ""
        let deciding = grouped(found.filter(\.decides)) {
            Meaning(role: $0.role, period: $0.period, years: $0.fiscalYears)
        }
        if !deciding.isEmpty {
            let entries = deciding.map { meaning, dates -> Markup in
                let pages = isOnePage ? [] : Set(dates.map(\.evidence)).sorted().map(evidenceLink)
                let origin: Markup = pages.isEmpty ? "" : " (\(Markup(pages, separator: ", ")))"
                return "<li>\(written(dates)) – \(say(meaning.words))\(origin)</li>\n"
            }
            let origin: Markup = isOnePage ? " (\(evidenceLink(found[0].evidence)))" : ""
            content += "<p>\(say(ReportTexts.decidingDates))\(origin):</p><ul>\(entries)</ul>\n"
        }
        let others = grouped(found.filter { !$0.decides }) { Meaning(years: $0.fiscalYears) }
        if !others.isEmpty {
            let entries = others.map { meaning, dates -> Markup in
                "<li>\(say(meaning.words)): \(written(dates))</li>\n"
            }
            content += "<p>\(say(ReportTexts.otherDates)):</p><ul>\(entries)</ul>\n"
        }
        return content
    }

    /// As the pages write them, each spelling once.
    private func written(_ dates: [CurrencyVerdict.FoundDate]) -> Markup {
        var seen: Set<String> = []
        let texts = dates.map(\.text).filter { seen.insert($0).inserted }.map { "“\(Markup.foreign($0))”" as Markup }
        return "<span lang=\"th\">\(Markup(texts, separator: " "))</span>"
    }

    /// In the order of the first date of each group.
    private func grouped(
        _ dates: [CurrencyVerdict.FoundDate], by key: (CurrencyVerdict.FoundDate) -> Meaning
    ) -> [(Meaning, [CurrencyVerdict.FoundDate])] {
        var groups: [(Meaning, [CurrencyVerdict.FoundDate])] = []
        var places: [Meaning: Int] = [:]
        for date in dates {
            let meaning = key(date)
            if let place = places[meaning] {
                groups[place].1.append(date)
            } else {
                places[meaning] = groups.count
                groups.append((meaning, [date]))
            }
        }
        return groups
    }
}

/// What a date was taken for.
private struct Meaning: Hashable {
    /// Nil where only the years are told.
    var role: CurrencyVerdict.Role?
    var period: CivilPeriod?
    var years: [FiscalYear]

    /// `ช่วงเวลาของข้อมูล, 1 ตุลาคม 2564 – 31 มีนาคม 2565, ปีงบประมาณ 2565`.
    var words: BilingualText {
        ReportLanguage.each { language in
            var parts: [String] = []
            if let role { parts.append(role.words.text(language)) }
            if let period, years.count != 1 || period != years[0].period {
                parts.append(ReportDate.period(period, language))
            }
            if let first = years.first, let last = years.last {
                let span = first == last ? "\(first.year)" : "\(first.year)–\(last.year)"
                parts.append("\(ReportTexts.shortFiscalYear.text(language)) \(span)")
            } else if role == nil {
                parts.append(ReportTexts.noYear.text(language))
            }
            return parts.joined(separator: ", ")
        }
    }
}

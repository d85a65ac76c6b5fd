import Findings
import GradingCore

extension ReportPage {
    /// What to mend first, with the place in the list at which each mark is reached.
    var planSection: Markup {
        let content: Markup
        if assessment.items.isEmpty && report.plan.steps.isEmpty {
            content = element("p", ReportTexts.noItems)
        } else if report.plan.steps.isEmpty {
            content = element("p", ReportTexts.nothingToMend)
        } else {
            content = """
                <ul class="targets">\(report.targets.map(target))</ul>
                \(element("p", ReportTexts.planIntro))
                <ol class="plan">
                \(report.plan.steps.enumerated().map { step($0.element, position: $0.offset) })</ol>
                """
        }
        return section("plan", ReportTexts.plan, content)
    }

    private func target(_ mark: Hundredths) -> Markup {
        guard let items = report.plan.smallestSet(reaching: mark) else {
            return "<li class=\"never\">\(say(ReportTexts.outOfReach(mark)))</li>\n"
        }
        guard !items.isEmpty else { return "<li class=\"reached\">\(say(ReportTexts.reachedAlready(mark)))</li>\n" }
        // The set is the beginning of the list below; a long one is not told twice.
        let named: Markup =
            items.count <= 12
            ? Markup(items.map(itemLink), separator: ", ") : say(ReportTexts.firstOfList(items.count))
        return "<li>\(say(ReportTexts.smallestSet(items.count, reaching: mark))): \(named)</li>\n"
    }

    private func step(_ step: MendingPlan.Step, position: Int) -> Markup {
        let finding = report.findings[step.item]
        let fixes = finding.map { report.fixes(of: $0) } ?? []
        let advice: [Markup] = fixes.isEmpty ? [] : [element("p", fixes[0], " class=\"fix\"")]
        return """
            <li>
            <div><p class="name"><b>\(itemLink(step.item))</b> \
            \(finding.map { "\(say($0.title)) \(badge($0.verdict))" } ?? say(ReportTexts.notLookedAt))</p>\(advice)</div>
            <p class="gain"><span><b>+\(step.gain.oit.hundredths)</b> \(report.instrument.id)</span> \
            <span>+\(step.gain.overall.hundredths) \(say(ReportTexts.inOverall))</span> \
            <span>\(say(ReportTexts.runningScore)) <b>\(step.oit.published.lowest)</b></span></p>
            \(milestones(after: position))
            </li>

            """
    }

    /// A line where the running score first reaches a mark.
    private func milestones(after position: Int) -> [Markup] {
        report.targets.filter { report.plan.smallestSet(reaching: $0)?.count == position + 1 }.map {
            element("p", ReportTexts.milestone($0, steps: position + 1), " class=\"milestone\"")
        }
    }
}

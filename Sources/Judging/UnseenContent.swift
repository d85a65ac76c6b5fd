import Checklists
import WebEvidence

/// Signs that the content of a page comes by a way that was not followed.
struct UnseenContent {
    /// Letters of a wrong encoding.
    let isGarbled: Bool
    /// A script that writes the content, or a login before it.
    let isThere: Bool
    /// Links to other websites that are no social networks: what an assessor finds there was not read.
    let isOutside: Bool
    /// Words that send the reader to a picture of the page: "steps as in the chart below".
    let isPointedAt: Bool

    /// Pairs of wrong letters that are no accident.
    private static let leastGarbled = 8

    init(_ fit: FittingPage, index: TopicIndex) {
        let page = fit.page
        let units = page.units.filter { fit.scope.holds($0) && $0.place != .fileName }
        isGarbled =
            units.reduce(0) { $0 + index.signs.count(.garbled, in: $1.text) } >= UnseenContent.leastGarbled
        let isLoading = units.contains { $0.hits.contains(where: index.isUnseenSign) }
        let hasImage = page.contentImages.contains { fit.scope.holds(headings: $0.headings, in: page) }
        isPointedAt = hasImage && units.contains { index.signs.holds(.pictured, in: $0.text) }
        isThere = isLoading || page.forms.contains { $0.purpose == .login }
        isOutside = page.links.contains { link in
            link.region == .main && fit.scope.holds(headings: link.headings, in: page) && page.isOutside(link)
                && !LinkWords.leads(link, to: index.socialHosts)
        }
    }
}

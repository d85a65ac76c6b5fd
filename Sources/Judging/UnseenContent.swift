import Checklists
import WebEvidence

/// Signs that the content of a page with few words comes by a way that was not followed: a script, a login, another
/// website, or letters in a wrong encoding.
struct UnseenContent {
    let isThere: Bool

    /// Letters of a wrong encoding that are no accident.
    private static let leastGarbled = 8

    init(_ fit: FittingPage, index: TopicIndex) {
        let page = fit.page
        let units = page.units.filter { fit.scope.holds($0) && $0.place != .fileName }
        let isLoading = units.contains { index.signs.holds(.loading, in: $0.text) }
        let garbled = units.reduce(0) { $0 + index.signs.count(.garbled, in: $1.text) }
        let isBehindLogin = page.page.document.forms.contains { $0.purpose == .login && $0.region == .main }
        let host = page.page.address.host
        let outside = page.links.filter { link in
            link.region == .main && fit.scope.holds(headings: link.headings, in: page)
                && link.address.map { $0.host != host } ?? false
        }
        isThere = isLoading || garbled >= UnseenContent.leastGarbled || isBehindLogin || outside.count > 1
    }
}

public import WebEvidence

extension WrapperRules {
    /// Where a page leads on that stands between a link and its file, as the form or link on it says: Drive asks so
    /// before files that are too big for its virus scan.
    ///
    /// - Parameters:
    ///   - address: the final address of the page.
    ///   - body: the page; only its first 200,000 bytes are looked at.
    /// - Returns: nil for every other page, and where the way leads to a host that the rule does not name.
    public func interstitial(at address: PageAddress, body: [UInt8]) -> Unwrapped? {
        for rule in interstitials where rule.hosts.contains(where: { $0.matches(address.host) }) {
            guard let target = wayOn(rule, address, body.prefix(200_000)),
                rule.leadsTo.contains(where: { $0.matches(target.host) }), !target.isSamePage(as: address)
            else { continue }
            let step = Unwrapped.Step(rule: rule.id, from: address, to: target, says: rule.says)
            return Unwrapped(steps: [step], target: target)
        }
        return nil
    }

    private func wayOn(_ rule: InterstitialRule, _ page: PageAddress, _ body: ArraySlice<UInt8>) -> PageAddress? {
        body.filter { $0 != 0 }.withUnsafeBufferPointer { bytes in
            withHTMLTree(bytes) { root in
                var found: PageAddress?
                root?.forEachDescendant { node in
                    guard node.tag == .form || node.tag == .a, let id = node.attributes.text(.id),
                        rule.elements.contains(id)
                    else { return true }
                    found = node.tag == .form ? formTarget(node, page) : linkTarget(node, page)
                    return found == nil
                }
                return found
            }
        }
    }

    private func linkTarget(_ link: HTMLNode, _ page: PageAddress) -> PageAddress? {
        link.attributes.text(.href).flatMap { resolvedAddress($0, against: page) }
    }

    /// The address that the form asks for when it is sent with what it holds.
    private func formTarget(_ form: HTMLNode, _ page: PageAddress) -> PageAddress? {
        guard let action = form.attributes.text(.action), var target = resolvedAddress(action, against: page)
        else { return nil }
        var count = 0
        form.forEachDescendant { field in
            guard field.tag == .input, let name = field.attributes.text(.name), !name.isEmpty else { return true }
            count += 1
            let value = field.attributes.text(.value) ?? ""
            // An escape in a field is text: its percent sign is escaped too.
            func escaped(_ text: String) -> String {
                WrapperCaptures.safe(text.replacing("%", with: "\u{0}")).replacing("%00", with: "%25")
            }
            if name.utf8.count <= 100, value.utf8.count <= 1_000 {
                target = target.setting(escaped(name), to: escaped(value))
            }
            return count < 20
        }
        return target.withoutFragment
    }
}

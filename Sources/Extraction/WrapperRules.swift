/// How evidence is reached behind viewers, cloud drives and players, and which hosts are social networks. Data of
/// `rules/wrappers.json`; everything here is arithmetic on addresses and bytes, nothing is fetched.
public struct WrapperRules: Sendable {
    /// One sentence in two languages.
    public struct Text: Sendable, Hashable {
        public var thai: String
        public var english: String
    }

    /// Addresses of wrappers with the address of what they show, in the order of the file; the first that fits wins.
    var direct: [AddressRule] = []
    /// Pages that stand between a link and its file and name where it goes on.
    var interstitials: [InterstitialRule] = []
    /// Where a page names its real content outside its links and frames.
    var inside: [InsideRule] = []
    /// Social networks and players.
    var services: [ServiceRule] = []
    /// Endings of files that are content by themselves, wherever they lie (lower case, without dot).
    var files: [String] = []

    /// Knows no wrapper at all.
    public static let none = WrapperRules()

    /// How many rules there are of all kinds.
    public var count: Int { direct.count + interstitials.count + inside.count + services.count }

    /// The ids of all rules, in the order of the file.
    public var ids: [String] {
        direct.map(\.id) + interstitials.map(\.id) + inside.map(\.id) + services.map(\.service.id)
    }
}

extension WrapperRules {
    /// One wrapper: hosts, paths and parameters that make it out, and the template of the address behind it.
    struct AddressRule: Sendable, Hashable {
        /// When the address behind the wrapper is asked.
        enum Asking: String, Sendable, Hashable {
            /// Instead of the wrapper.
            case first
            /// After the wrapper itself showed a page and led nowhere else; the answer counts whatever it is.
            case then
            /// The same, but the answer counts only where it is better than the page.
            case `try`
        }

        var id: String
        var says: Text
        var hosts: [HostPattern]
        /// Empty: any path.
        var paths: [PathPattern] = []
        /// Paths that the rule leaves alone.
        var except: [PathPattern] = []
        /// Parameters that must be there, each in one of its spellings.
        var required: [[String]] = []
        var optional: [String] = []
        /// Parameters of which none may be there.
        var without: [String] = []
        /// For a captured file: one of these must be its ending (lower case, without dot). Empty: any.
        var endings: [String: [String]] = [:]
        var target: Target
        var asking = Asking.first

        /// The address behind the wrapper.
        enum Target: Sendable, Hashable {
            /// `{name}` is a captured value, `[…{name}…]` is left out where it was not captured.
            case template(String)
            /// A captured value is itself an address; a relative one is resolved where the wrapper allows it.
            case captured(String, allowsRelative: Bool)
            /// The same address with these parameters.
            case parameters([Parameter])
        }

        struct Parameter: Sendable, Hashable {
            var name: String
            var value: String
        }
    }

    /// A host, or with `*.` in front the host and everything below it; `*` is any host.
    struct HostPattern: Sendable, Hashable {
        var written: String

        func matches(_ host: String) -> Bool {
            if written == "*" { return true }
            guard written.hasPrefix("*.") else { return host == written }
            return host == written.dropFirst(2) || host.hasSuffix(written.dropFirst(1))
        }
    }

    /// A page with the address of the file as form or link.
    struct InterstitialRule: Sendable, Hashable {
        var id: String
        var says: Text
        var hosts: [HostPattern]
        /// Ids of the form or link that leads on.
        var elements: Set<String>
        /// Where it may lead: nothing of a page is believed that leads elsewhere.
        var leadsTo: [HostPattern]
    }

    /// Settings of a viewer in a script or an attribute.
    struct InsideRule: Sendable, Hashable {
        var id: String
        /// How the embed is called in the document, for people.
        var title: String
        /// Names of attributes that hold an address.
        var attributes: Set<String> = []
        /// Names before a colon or equals sign and a quoted address, lower case.
        var keys: [[UInt8]] = []
        /// Functions whose first argument is a quoted address, lower case.
        var calls: [[UInt8]] = []
        /// Lower-case words of which one must stand in the same script; empty: none is needed.
        var near: [[UInt8]] = []
        /// Endings of files (lower case, without dot); empty: any address.
        var endings: [String] = []
    }

    struct ServiceRule: Sendable, Hashable {
        var service: WebService
        var hosts: [HostPattern]
    }
}

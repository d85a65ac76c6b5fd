extension PageAddress {
    /// True on the website's host, with or without `www.`, and on hosts below it (`data.x.go.th` of `x.go.th`).
    /// - Parameter website: a host name in lower case.
    public func isPart(ofWebsite website: String) -> Bool {
        func bare(_ host: String) -> Substring { host.hasPrefix("www.") ? host.dropFirst(4) : host[...] }
        let (host, website) = (bare(host), bare(website))
        return host == website || host.hasSuffix(".\(website)")
    }
}

public import Programs

/// The browser that is installed on this computer.
public enum BrowserProgram {
    /// Names under which Chromium and its kin are installed, the first that is found is taken.
    public static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// Looks the browser up in the folders of `searchPath` (by default `PATH`); nil where there is none that may be
    /// executed.
    public static func find(searchPath: String? = nil) -> Program? {
        for name in names {
            do throws(ProgramError) { return try Program(name, searchPath: searchPath) } catch { continue }
        }
        return nil
    }

    /// The arguments of a browser that is driven by a pipe and keeps to itself. Documented at
    /// `chromium/src/*/switches.cc`; a switch that a version does not know is passed over by it.
    static let arguments = [
        "--headless", "--disable-gpu", "--remote-debugging-pipe", "--user-data-dir=profile", "--lang=en-US",
        // No network, told twice more: the sandbox around the browser has none to begin with.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "--force-webrtc-ip-handling-policy", "--webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-breakpad",
        "--disable-crash-reporter", "--disable-domain-reliability", "--disable-default-apps", "--disable-extensions",
        "--no-first-run", "--no-default-browser-check", "--no-pings", "--mute-audio", "--hide-scrollbars",
        "--disable-notifications", "--deny-permission-prompts", "--disable-dev-shm-usage",
        // Each page has a context of its own, and contexts share no process: frames of one page may.
        "--disable-site-isolation-trials",
        "--disable-features=" + disabledFeatures.joined(separator: ","),
        // The same page gives the same document: no chance in Math.random().
        "--js-flags=--random-seed=1 --max-old-space-size=512",
    ]

    /// What would ask for other addresses than the page does, or speak to servers of the browser's maker.
    private static let disabledFeatures = [
        "IsolateOrigins", "site-per-process", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "Translate",
        "MediaRouter", "OptimizationHints", "AutofillServerCommunication", "CertificateTransparencyComponentUpdater",
        "DialMediaRouteProvider", "LocalNetworkAccessChecks",
    ]

    /// What a browser may use. Nothing of a page outlives these, whatever it does.
    static func limits(_ limits: RenderLimits) -> ProgramLimits {
        var result = ProgramLimits()
        result.deadline = limits.browserTime
        result.cpuTime = nil
        result.memoryBytes = nil  // it reserves terabytes of address space
        result.privateMemoryBytes = limits.processMemoryBytes
        result.fileBytes = 256 << 20
        result.openFiles = 4096
        result.processes = 1000
        result.outputBytes = limits.messageBytes
        return result
    }
}

extension WatchCommand {
    /// Prints what the system needs to call the program by itself; installs nothing.
    func install() throws(CommandFailure) -> ExitCode {
        guard arguments.has(.printUnits) else {
            throw CommandFailure(.wrongCommandLine, "say oit watch install --print; nothing is installed by itself")
        }
        let store = arguments.has(.store) ? Files.absolute(StoreFolder(arguments).path) : WatchUnits.store
        Console.result(WatchUnits(program: WatchUnits.program, store: store).text)
        return .finished
    }
}

/// The units of systemd and the line of cron by which rounds are made every five minutes.
struct WatchUnits {
    static let program = "/usr/local/bin/oit"
    static let store = "/var/lib/oit"
    static let secrets = "/etc/oit/secrets"

    var program: String
    var store: String

    var service: String {
        """
        [Unit]
        Description=Checks of watched websites that are due (oit watch)
        Wants=network-online.target
        After=network-online.target

        [Service]
        Type=oneshot
        User=oit
        Environment=OIT_STORE=\(store)
        # Mail, LINE and webhook: lines NAME=VALUE, read by the manager before it changes to the user above.
        EnvironmentFile=-\(WatchUnits.secrets)
        ExecStart=\(program) watch run --due --quiet
        TimeoutStartSec=1h
        Nice=10
        NoNewPrivileges=yes
        PrivateTmp=yes
        ProtectSystem=strict
        ProtectHome=yes
        ReadWritePaths=\(store)

        """
    }

    var timer: String {
        """
        [Unit]
        Description=Every five minutes: checks of watched websites that are due (oit watch)

        [Timer]
        OnCalendar=*:0/5
        AccuracySec=5s
        # A computer that was off catches up once.
        Persistent=true

        [Install]
        WantedBy=timers.target

        """
    }

    var cron: String {
        """
        # Where systemd is not used: /etc/cron.d/oit-watch
        */5 * * * * oit OIT_STORE=\(store) OIT_SECRETS=\(WatchUnits.secrets) \(program) watch run --due --quiet

        """
    }

    var text: String {
        """
        # /etc/systemd/system/oit-watch.service
        \(service)
        # /etc/systemd/system/oit-watch.timer
        \(timer)
        # systemctl enable --now oit-watch.timer

        \(cron)
        """
    }
}

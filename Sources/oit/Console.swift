import Glibc
import Synchronization

/// Standard output for results, standard error for everything else.
enum Console {
    private static let hasLostResult = Atomic(false)

    /// True when a result could not be written (a full disk); a reader that went away is no failure.
    static var didLoseResult: Bool { hasLostResult.load(ordering: .relaxed) }

    static func result(_ text: String) {
        if !write(text, to: STDOUT_FILENO), errno != EPIPE { hasLostResult.store(true, ordering: .relaxed) }
    }

    /// A result that is no text.
    static func result(bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                if errno != EPIPE { hasLostResult.store(true, ordering: .relaxed) }
                return
            }
            sent += count
        }
    }

    static func note(_ text: String) { write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO) }

    /// One line on a terminal that takes the place of the one before; empty: none.
    static func progress(_ text: String) { write("\r\u{1B}[2K\(text)", to: STDERR_FILENO) }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Columns of the terminal on standard output, else 100.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
        return Int(size.ws_col)
    }

    @discardableResult
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            sent += count
        }
        return true
    }
}

import Foundation

/// Wall and CPU clocks at one moment.
struct Reading {
    private let wall = ContinuousClock.now
    private let cpu = clock()

    /// Wall time since then, in milliseconds.
    var milliseconds: Double {
        let passed = (ContinuousClock.now - wall).components
        return Double(passed.seconds) * 1000 + Double(passed.attoseconds) / 1e15
    }

    /// CPU time of all threads since then, in milliseconds.
    var cpuMilliseconds: Double { Double(clock() - cpu) * 1000 / Double(CLOCKS_PER_SEC) }

    /// Prints what passed since then; `count` is how many pieces the work had.
    func report(_ name: String, _ count: Int) {
        let spent = cpuMilliseconds * 1000
        let shown = name.padding(toLength: 44, withPad: " ", startingAt: 0)
        print(
            String(
                format: "%@ %8.1f ms wall  %8.0f us CPU each (%d)", shown as NSString, milliseconds,
                spent / Double(max(1, count)), count))
    }
}

/// Runs work and prints its clocks.
func measured<Value>(_ name: String, _ count: Int, _ work: () throws -> Value) rethrows -> Value {
    let start = Reading()
    let value = try work()
    start.report(name, count)
    return value
}

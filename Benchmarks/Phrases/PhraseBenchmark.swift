import Foundation
import ThaiText

/// Megabytes of shadow per second through the one automaton of every phrase of every topic, on the labelled pages' text;
/// beside it the making of the shadow, and the same with the dictionary asked for short phrases.
/// Run: swift run -c release phrase-benchmark [ROUNDS]
@main
enum PhraseBenchmark {
    static func main() throws {
        let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 9
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let phrases = try strings(below: root.appending(path: "checklists/topics"))
        let text = try pages(below: root.appending(path: "corpus/seen"))
        let automaton = PhraseAutomaton(phrases: phrases, wholeWords: true)
        let shadow = NormalisedText(text)
        let size = Double(shadow.bytes.count)
        var hits = 0
        var bare: [Double] = []
        var whole: [Double] = []
        var shadows: [Double] = []
        for _ in 0..<rounds {
            bare.append(seconds { hits = automaton.hits(in: shadow.bytes).count })
            whole.append(seconds { hits = automaton.hits(in: shadow).count })
            shadows.append(seconds { _ = NormalisedText(text).bytes.count })
        }
        print("\(phrases.count) phrases, \(Int(size) / 1024) KiB of shadow, \(hits) hits; medians of \(rounds) rounds")
        print("automaton           \(Int(size / median(bare) / 1e6)) MB/s")
        print("with the dictionary \(Int(size / median(whole) / 1e6)) MB/s")
        print("making the shadow   \(Int(Double(text.utf8.count) / median(shadows) / 1e6)) MB/s")
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        let taken = clock.measure(work)
        return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    /// Every Thai string of the topics' files, whatever member it is: more phrases than the program looks for.
    private static func strings(below folder: URL) throws -> [String] {
        var found: Set<String> = []
        func collect(_ value: Any) {
            switch value {
            case let text as String where text.count <= 60: found.insert(text)
            case let list as [Any]: list.forEach(collect)
            case let object as [String: Any]: object.values.forEach(collect)
            default: break
            }
        }
        for topic in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            collect(try JSONSerialization.jsonObject(with: Data(contentsOf: topic.appending(path: "topic.json"))))
        }
        return found.sorted()
    }

    /// The labelled pages with their markup, one after the other.
    private static func pages(below folder: URL) throws -> String {
        var text = ""
        for site in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted(by: { $0.path < $1.path })
        {
            for file in try FileManager.default.contentsOfDirectory(at: site, includingPropertiesForKeys: nil)
            where ["html", "txt"].contains(file.pathExtension) {
                text += String(decoding: try Data(contentsOf: file), as: UTF8.self)
            }
        }
        return text
    }
}

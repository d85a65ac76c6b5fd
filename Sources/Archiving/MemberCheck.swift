import Digests
import FoundationEssentials

/// Finds out what was changed in a dossier that is not as it was sealed. Everything in it may be a lie of somebody else:
/// nothing is unpacked to the disk, and no more is read than the file holds.
struct MemberCheck {
    private typealias Fault = DossierVerification.Fault

    /// The members of a file, compared with the list inside it; empty where they are as listed.
    static func faults(in file: FileReading) -> [DossierVerification.Fault] {
        var members: [String: Member] = [:]
        var faults: [Fault] = []
        do throws(ZipFault) {
            try ZipReading.visit(file) { (name, next) throws(ZipFault) in
                let member = try Member(name, next)
                if members[name] != nil { faults.append(.memberAdded(name: name)) } else { members[name] = member }
            }
        } catch {
            faults.append(.containerUnreadable(cause: error.cause))
        }
        guard let listed = resources(members) else {
            // Of a container that breaks off before its list nothing more can be said.
            return faults.isEmpty || members[PackageName.package] != nil ? faults + [.listChanged] : faults
        }
        if !isListWhole(members) { faults.append(.listChanged) }
        for resource in listed {
            guard let member = members[resource.path] else {
                faults.append(.memberMissing(name: resource.path))
                continue
            }
            guard WARCRecord.digest(member.digest) != resource.hash else { continue }
            let records = resource.path == PackageName.archive ? changedRecords(members, listed, in: file) : []
            faults += records.isEmpty ? [.memberChanged(name: resource.path)] : records
        }
        let known = Set(listed.map(\.path) + [PackageName.package, PackageName.packageDigest])
        faults += members.keys.filter { !known.contains($0) }.sorted().map { .memberAdded(name: $0) }
        return faults
    }

    /// A member as it stands in the file.
    private struct Member {
        var digest: ContentDigest
        /// Of the small ones that are read; else empty.
        var bytes: [UInt8] = []

        static let kept: Set<String> = [PackageName.package, PackageName.packageDigest, PackageName.records]

        init(_ name: String, _ next: () throws(ZipFault) -> [UInt8]?) throws(ZipFault) {
            let running = RunningDigest()
            while let piece = try next() {
                running.update(piece)
                if Member.kept.contains(name) { bytes += piece }
            }
            digest = running.digest
        }
    }

    /// The records whose packed bytes are not those of the list of records; empty where that list is no help.
    private static func changedRecords(
        _ members: [String: Member], _ listed: [DataPackage.Resource], in file: FileReading
    ) -> [Fault] {
        guard let list = members[PackageName.records],
            listed.contains(where: {
                $0.path == PackageName.records && $0.hash == WARCRecord.digest(list.digest)
            }), let records = recordLines(list.bytes)
        else { return [] }
        var slices = RecordSlices(records)
        do throws(ZipFault) {
            try ZipReading.visit(file) { (name, next) throws(ZipFault) in
                while let piece = try next() {
                    if name == PackageName.archive { slices.take(piece) }
                }
            }
        } catch { return [] }
        return slices.changed
    }

    private static func recordLines(_ bytes: [UInt8]) -> [RecordLine]? {
        let decoder = JSONDecoder()
        do {
            return try bytes.split(separator: 10).map { try decoder.decode(RecordLine.self, from: Data($0)) }
        } catch { return nil }
    }

    private static func resources(_ members: [String: Member]) -> [DataPackage.Resource]? {
        guard let package = members[PackageName.package] else { return nil }
        do { return try JSONDecoder().decode(DataPackage.self, from: Data(package.bytes)).resources } catch {
            return nil
        }
    }

    private static func isListWhole(_ members: [String: Member]) -> Bool {
        guard let package = members[PackageName.package], let digest = members[PackageName.packageDigest] else {
            return false
        }
        do {
            let stated = try JSONDecoder().decode(PackageDigest.self, from: Data(digest.bytes))
            let again = try ArchiveJSON.bytes(stated, isPretty: true)
            return stated.hash == WARCRecord.digest(package.digest) && again == digest.bytes
        } catch { return false }
    }
}

/// The archive cut into its records as its bytes go by.
private struct RecordSlices {
    private let records: [RecordLine]
    private var next = 0
    private var place = 0
    private var running = RunningDigest()
    private(set) var changed: [DossierVerification.Fault] = []

    /// Records that do not follow each other without gap make every byte from there on a changed one.
    init(_ records: [RecordLine]) { self.records = records }

    mutating func take(_ piece: [UInt8]) {
        var rest = piece[...]
        while !rest.isEmpty {
            guard next < records.count else { return }
            let record = records[next]
            let (end, overflows) = record.offset.addingReportingOverflow(record.length)
            guard !overflows, record.length > 0, place >= record.offset, place < end else { return }
            let part = rest.prefix(end - place)
            running.update(part)
            rest = rest.dropFirst(part.count)
            place += part.count
            if place == end { close(record) }
        }
    }

    private mutating func close(_ record: RecordLine) {
        if running.digest.hexadecimal != record.sha256 {
            changed.append(.recordChanged(position: next + 1, type: record.type, url: record.url))
        }
        running = RunningDigest()
        next += 1
    }
}

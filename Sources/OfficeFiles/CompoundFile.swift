/// What a file in the container of old office programs holds (MS-CFB): its streams by name, and the beginnings of those
/// that tell whether it is encrypted. The container is only looked at, never unpacked.
public struct CompoundFile: Sendable, Hashable {
    /// What a container is.
    public enum Kind: Sendable, Hashable {
        case text, workbook, presentation
        /// A newer document that is encrypted as a whole.
        case encryptedPackage
        case other
    }

    /// By the names of its streams.
    public let kind: Kind
    /// True when the document needs a password to be read.
    public let isEncrypted: Bool

    /// Looks at the directory; throws `binaryOfficeFile` for what is no such container or broken.
    public init(_ bytes: [UInt8]) throws(OfficeFileError) {
        guard let directory = CompoundDirectory(bytes) else {
            throw OfficeFileError(.binaryOfficeFile, detail: "The container's directory is broken.")
        }
        let names = directory.streams
        if names["EncryptedPackage"] != nil || names["EncryptionInfo"] != nil {
            kind = .encryptedPackage
            isEncrypted = true
        } else if let text = names["WordDocument"] {
            kind = .text
            // The ninth bit of the flags of the file's information block (MS-DOC section 2.5.1).
            isEncrypted = directory.beginning(of: text).map { $0.count > 11 && $0[11] & 1 != 0 } ?? false
        } else if let book = names["Workbook"] ?? names["Book"] {
            kind = .workbook
            isEncrypted = directory.beginning(of: book).map(CompoundFile.namesPassword) ?? false
        } else if names["PowerPoint Document"] != nil {
            kind = .presentation
            isEncrypted = names["EncryptedSummary"] != nil
        } else {
            kind = .other
            isEncrypted = false
        }
    }

    /// A record FILEPASS soon after the beginning of the workbook's stream (MS-XLS section 2.4.117).
    private static func namesPassword(_ stream: [UInt8]) -> Bool {
        var place = 0
        for _ in 0..<8 {
            guard place + 4 <= stream.count else { return false }
            if stream[place] == 0x2F, stream[place + 1] == 0 { return true }
            place += 4 + Int(stream[place + 2]) + Int(stream[place + 3]) << 8
        }
        return false
    }
}

/// The directory of a compound file.
private struct CompoundDirectory {
    struct Stream {
        var start: Int
        var size: Int
    }
    private let bytes: [UInt8]
    private let sectorShift: Int
    /// Name to place; at most 4,096 entries.
    private(set) var streams: [String: Stream] = [:]

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 1_024, bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else {
            return nil
        }
        self.bytes = bytes
        sectorShift = Int(bytes[30])
        guard sectorShift == 9 || sectorShift == 12 else { return nil }
        var sector = number(at: 48)
        var visited = 0
        while let place = offset(ofSector: sector), visited < 512 {
            visited += 1
            for entry in stride(from: place, to: place + 1 << sectorShift, by: 128) { take(entryAt: entry) }
            guard let next = next(after: sector) else { break }
            sector = next
        }
        guard !streams.isEmpty else { return nil }
    }

    /// The first sector of a large stream; nil for small ones, which lie elsewhere.
    func beginning(of stream: Stream) -> [UInt8]? {
        guard stream.size >= 4_096, let place = offset(ofSector: stream.start) else { return nil }
        return Array(bytes[place..<(place + 1 << sectorShift)])
    }

    private mutating func take(entryAt place: Int) {
        let length = Int(bytes[place + 64]) | Int(bytes[place + 65]) << 8
        guard bytes[place + 66] == 1 || bytes[place + 66] == 2, (4...64).contains(length), streams.count < 4_096 else {
            return
        }
        let units = stride(from: place, to: place + length - 2, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        streams[String(decoding: units, as: UTF16.self)] = Stream(
            start: number(at: place + 116), size: number(at: place + 120))
    }

    private func number(at place: Int) -> Int {
        guard place + 4 <= bytes.count else { return Int(UInt32.max) }
        return (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    /// Nil for special and missing sectors.
    private func offset(ofSector sector: Int) -> Int? {
        guard sector < 0xFFFF_FFF0 else { return nil }
        let place = (sector + 1) << sectorShift
        return place + 1 << sectorShift <= bytes.count ? place : nil
    }

    /// The next sector of a chain, by the table of sectors, whose first 109 parts the header names.
    private func next(after sector: Int) -> Int? {
        let perTable = 1 << (sectorShift - 2)
        let table = sector / perTable
        guard table < 109, let place = offset(ofSector: number(at: 76 + 4 * table)) else { return nil }
        return number(at: place + 4 * (sector % perTable))
    }
}

import Checklists

/// Places as a set of bits: asked for each hit of each page.
struct PlaceSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ places: [Place]) {
        rawValue = places.reduce(0) { $0 | 1 << UInt8($1.slot) }
    }

    func contains(_ place: Place) -> Bool { rawValue & 1 << UInt8(place.slot) != 0 }

    /// A rule that names no place holds everywhere.
    func allows(_ place: Place) -> Bool { isEmpty || contains(place) }
}

extension Place {
    /// A number for each place, from 0.
    var slot: Int {
        switch self {
        case .title: 0
        case .heading: 1
        case .tableHead: 2
        case .body: 3
        case .fileName: 4
        case .link: 5
        }
    }

    static let slotCount = 6
}

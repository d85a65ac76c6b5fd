import WebEvidence

/// How an address is written: made of the link's own text where that gives it, else written out.
enum AddressForm: Int, CaseIterable {
    case none
    /// The target as it is.
    case target
    case targetAndSlash
    /// The origin of the page and the target.
    case originAndTarget
    /// The folder of the page and the target.
    case folderAndTarget
    /// The page without fragment and the target.
    case pageAndTarget
    /// The scheme of the page and the target.
    case schemeAndTarget
    /// The origin of the page and a text that is written out.
    case originAndText
    case text
    case parts

    /// Forms that need nothing but the target.
    static let ofTarget: [AddressForm] = [
        .target, .originAndTarget, .folderAndTarget, .pageAndTarget, .schemeAndTarget, .targetAndSlash,
    ]
}

/// The texts with which the addresses of one page begin.
struct AddressBeginnings {
    let origin: String
    private let folder: String
    private let page: String
    private let scheme: String
    private let base: PageAddress
    /// True when the parts of the page's origin can be read from its text, as they can of nearly every address.
    private let isPlainOrigin: Bool

    init(_ base: PageAddress) {
        self.base = base
        let bare = PageAddress(
            scheme: base.scheme, host: base.host, port: base.port, path: "", query: nil, fragment: nil)
        origin = bare.text
        let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/"))
        folder = origin + (slash.map { String(base.path[...$0]) } ?? "/")
        page = base.withoutFragment.text
        scheme = base.scheme + ":"
        let root = PageAddress(
            scheme: base.scheme, host: base.host, port: base.port, path: "/", query: nil, fragment: nil)
        isPlainOrigin = AddressCodec.address(root.text).map { AddressCodec.areSame($0, root) } ?? false
    }

    /// The address of that form; nil where there is none.
    func address(_ form: AddressForm, target: String) -> PageAddress? {
        let target = AddressBeginnings.escaped(target)
        return switch form {
        case .target: AddressCodec.address(target)
        case .targetAndSlash: AddressCodec.address(target + "/")
        case .originAndTarget, .originAndText: rooted(target) ?? AddressCodec.address(origin + target)
        case .folderAndTarget: AddressCodec.address(folder + target)
        case .pageAndTarget: AddressCodec.address(page + target)
        case .schemeAndTarget: AddressCodec.address(scheme + target)
        case .none, .text, .parts: nil
        }
    }

    /// What `AddressCodec` reads from the origin and a target that begins with a slash, without reading the origin anew.
    private func rooted(_ target: String) -> PageAddress? {
        let bytes = target.utf8
        guard isPlainOrigin, bytes.first == UInt8(ascii: "/") else { return nil }
        let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        let mark = bytes[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
        return PageAddress(
            scheme: base.scheme, host: base.host, port: base.port, path: String(target[..<mark]),
            query: mark < hash ? String(target[bytes.index(after: mark)..<hash]) : nil,
            fragment: hash < bytes.endIndex ? String(target[bytes.index(after: hash)...]) : nil)
    }

    /// False where the lengths tell that a form does not give a text. Escapes make a target longer only.
    func mayGive(_ text: String, _ form: AddressForm, target: String) -> Bool {
        let beginning =
            switch form {
            case .originAndTarget, .originAndText: origin.utf8.count
            case .folderAndTarget: folder.utf8.count
            case .pageAndTarget: page.utf8.count
            case .schemeAndTarget: scheme.utf8.count
            case .targetAndSlash: 1
            case .target, .none, .text, .parts: 0
            }
        let isPlain = target.utf8.allSatisfy(AddressBeginnings.isPlain)
        return !isPlain || text.utf8.count == beginning + target.utf8.count
    }

    /// What follows the origin of the page in an address of the same origin; nil for any other.
    func rest(of address: PageAddress) -> String? {
        guard address.text.utf8.starts(with: origin.utf8) else { return nil }
        let rest = String(decoding: address.text.utf8.dropFirst(origin.utf8.count), as: UTF8.self)
        guard let made = self.address(.originAndText, target: rest), AddressCodec.areSame(made, address) else {
            return nil
        }
        return rest
    }

    /// What is no plain character of an address as percent escapes, white space around left out.
    private static func escaped(_ target: String) -> String {
        if target.utf8.allSatisfy(isPlain) { return target }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in trimmed(target) {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func trimmed(_ target: String) -> ArraySlice<UInt8> {
        var bytes = Array(target.utf8)[...]
        while let last = bytes.last, last <= 32 { bytes.removeLast() }
        return bytes.drop { $0 <= 32 }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 33, 35...59, 61, 63...90, 95, 97...122, 126: true
        default: false
        }
    }
}

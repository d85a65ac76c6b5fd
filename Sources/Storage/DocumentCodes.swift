import WebEvidence

/// The numbers of the choices inside a document. They are part of the format: a number is never given to another
/// choice. The place in each list is the number that `code` gives.
enum DocumentCodes {
    static let regions: [TextBlock.Region] = [.main, .navigation, .header, .footer, .aside]
    static let purposes: [PageForm.Purpose] = [.search, .login, .message, .other]
    static let roles: [MachineDate.Role] = [.published, .updated, .file, .event, .other]
    static let embeds: [PageEmbed.Kind] = [.frame, .iframe, .object, .embed, .video]
    static let forms: [DocumentForm] = [.page, .pdf, .text, .sheets, .slides, .picture, .archive]
    static let parts: [DocumentPart.Kind] = [.page, .sheet, .slide, .member]
    static let faults: [DocumentFault] = [
        .locked, .damaged, .empty, .scanned, .garbled, .exceeded, .programMissing, .unsupported,
    ]

    static func code(_ region: TextBlock.Region) -> Int {
        switch region {
        case .main: 0
        case .navigation: 1
        case .header: 2
        case .footer: 3
        case .aside: 4
        }
    }

    static func code(_ purpose: PageForm.Purpose) -> Int {
        switch purpose {
        case .search: 0
        case .login: 1
        case .message: 2
        case .other: 3
        }
    }

    static func code(_ role: MachineDate.Role) -> Int {
        switch role {
        case .published: 0
        case .updated: 1
        case .file: 2
        case .event: 3
        case .other: 4
        }
    }

    static func code(_ kind: PageEmbed.Kind) -> Int {
        switch kind {
        case .frame: 0
        case .iframe: 1
        case .object: 2
        case .embed: 3
        case .video: 4
        }
    }

    static func code(_ form: DocumentForm) -> Int {
        switch form {
        case .page: 0
        case .pdf: 1
        case .text: 2
        case .sheets: 3
        case .slides: 4
        case .picture: 5
        case .archive: 6
        }
    }

    static func code(_ kind: DocumentPart.Kind) -> Int {
        switch kind {
        case .page: 0
        case .sheet: 1
        case .slide: 2
        case .member: 3
        }
    }

    static func code(_ fault: DocumentFault) -> Int {
        switch fault {
        case .locked: 0
        case .damaged: 1
        case .empty: 2
        case .scanned: 3
        case .garbled: 4
        case .exceeded: 5
        case .programMissing: 6
        case .unsupported: 7
        }
    }
}

/// The formats of machine-readable zones (ICAO Doc 9303 parts 4, 5 and 6), by the places of their fields.
package enum ZoneFormat: String, Sendable, CaseIterable {
    case td1, td2, td3

    /// A run of characters in a line, both from 0.
    struct Place: Hashable, Sendable {
        let line: Int
        let range: Range<Int>

        init(_ line: Int, _ range: Range<Int>) {
            self.line = line
            self.range = range
        }
    }

    package var lines: Int { self == .td1 ? 3 : 2 }
    package var length: Int {
        switch self {
        case .td1: 30
        case .td2: 36
        case .td3: 44
        }
    }

    var number: Place { self == .td1 ? Place(0, 5..<14) : Place(1, 0..<9) }
    var nationality: Place { self == .td1 ? Place(1, 15..<18) : Place(1, 10..<13) }
    var born: Place { self == .td1 ? Place(1, 0..<6) : Place(1, 13..<19) }
    var sex: Place { self == .td1 ? Place(1, 7..<8) : Place(1, 20..<21) }
    var expires: Place { self == .td1 ? Place(1, 8..<14) : Place(1, 21..<27) }
    var names: Place { self == .td1 ? Place(2, 0..<30) : Place(0, 5..<length) }

    /// Where Kazakhstan writes the IIN: in the optional data of the identity card, as the passport's personal number.
    var optional: Place {
        switch self {
        case .td1: Place(0, 15..<30)
        case .td2: Place(1, 28..<35)
        case .td3: Place(1, 28..<42)
        }
    }

    /// The fields under the last check digit, and where it stands.
    var composite: (fields: [Place], digit: Place) {
        switch self {
        case .td1: ([Place(0, 5..<30), Place(1, 0..<7), Place(1, 8..<15), Place(1, 18..<29)], Place(1, 29..<30))
        case .td2: ([Place(1, 0..<10), Place(1, 13..<20), Place(1, 21..<35)], Place(1, 35..<36))
        case .td3: ([Place(1, 0..<10), Place(1, 13..<20), Place(1, 21..<43)], Place(1, 43..<44))
        }
    }

    init?(lines: [[Character]]) {
        guard
            let format = Self.allCases.first(where: { format in
                lines.count == format.lines && lines.allSatisfy { $0.count == format.length }
            })
        else { return nil }
        self = format
    }
}

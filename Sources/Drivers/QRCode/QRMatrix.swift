import CQREncode

/// A QR code (ISO/IEC 18004) as a square of dark and light modules.
package struct QRMatrix: Hashable, Sendable {
    /// Modules on a side, without the quiet zone.
    package let width: Int
    private let dark: [Bool]

    /// Encodes `text` as UTF-8 octets in the smallest code that holds it.
    ///
    /// - Throws: ``QRError/tooLong`` beyond what the largest code holds at this correction, ``QRError/empty`` for no
    ///   text, ``QRError/noMemory``.
    package init(encoding text: String, correction: Correction = .medium) throws(QRError) {
        let octets = Array(text.utf8)
        guard !octets.isEmpty else { throw .empty }
        guard octets.count <= correction.capacity else { throw .tooLong }
        guard let code = QRcode_encodeData(CInt(octets.count), octets, 0, correction.level) else { throw .noMemory }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        // The lowest bit of a module says dark; the others tell what it is for.
        dark = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }

    /// True when the module is dark; everything outside the code is light.
    package subscript(row row: Int, column column: Int) -> Bool {
        guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
        return dark[row * width + column]
    }

    /// How much of the code may be damaged and still be read.
    package enum Correction: Sendable, CaseIterable {
        /// About 7, 15, 25 and 30 per cent.
        case low, medium, quartile, high

        var level: QRecLevel {
            switch self {
            case .low: QR_ECLEVEL_L
            case .medium: QR_ECLEVEL_M
            case .quartile: QR_ECLEVEL_Q
            case .high: QR_ECLEVEL_H
            }
        }

        /// The octets that version 40 holds, after ISO/IEC 18004, table 7.
        package var capacity: Int {
            switch self {
            case .low: 2_953
            case .medium: 2_331
            case .quartile: 1_663
            case .high: 1_273
            }
        }
    }
}

/// Why there is no code.
package enum QRError: Error, Hashable, Sendable {
    case empty
    case tooLong
    case noMemory
}

import Crypto
import Foundation
import Primitives

/// The fields of one person, each sealed on its own, in one blob.
///
/// Which fields there are, and the edition each was collected under, can be read without a key. Form: version (1 octet),
/// count (2), for each field in ascending order its number (2), edition (4) and sealed length (2); then the sealed
/// values in the same order. Numbers are in network order.
package struct SealedRecord: Hashable, Sendable {
    /// A field that the record holds.
    package struct Field: Hashable, Sendable {
        /// The permanent number that the policy gives it, 1…65535.
        package let field: Int
        /// The edition of the policy under which the value was collected.
        package let edition: Int
    }

    static let version: UInt8 = 1
    static let entryLength = 8
    /// The longest value in octets.
    package static let longestValue = Int(UInt16.max) - AEAD.overhead

    /// The fields in ascending order of their numbers.
    package let fields: [Field]
    /// The blob, as it is stored.
    package let bytes: Bytes
    /// Where in the blob each field lies sealed.
    private let places: [Int: Range<Int>]

    /// The record of a person who has given nothing yet.
    package static let empty = SealedRecord([])

    /// Reads the header; nothing is opened.
    ///
    /// - Throws: ``VaultError/malformed(_:)``.
    package init(parsing bytes: Bytes) throws(VaultError) {
        guard bytes.first == Self.version, bytes.count >= 3 else { throw .malformed("record of an unknown version") }
        let count = Int(UInt16(octets: bytes[1..<3]))
        var offset = 3 + count * Self.entryLength
        guard bytes.count >= offset else { throw .malformed("record cut off") }
        var fields: [Field] = []
        var places: [Int: Range<Int>] = [:]
        for index in 0..<count {
            let entry = bytes[(3 + index * Self.entryLength)...].prefix(Self.entryLength)
            let field = Int(UInt16(octets: entry.prefix(2)))
            let length = Int(UInt16(octets: entry.suffix(2)))
            guard field > fields.last?.field ?? 0, length >= AEAD.overhead else { throw .malformed("record header") }
            fields.append(Field(field: field, edition: Int(UInt32(octets: entry.dropFirst(2).prefix(4)))))
            places[field] = offset..<offset + length
            offset += length
        }
        guard offset == bytes.count else { throw .malformed("record of another length") }
        self.fields = fields
        self.places = places
        self.bytes = bytes
    }

    /// - Parameter parts: sealed values in ascending order of their fields.
    init(_ parts: [(field: Field, sealed: Bytes)]) {
        var header: Bytes = [Self.version] + UInt16(parts.count).octets
        var places: [Int: Range<Int>] = [:]
        var offset = 3 + parts.count * Self.entryLength
        for (field, sealed) in parts {
            header += UInt16(field.field).octets + UInt32(field.edition).octets + UInt16(sealed.count).octets
            places[field.field] = offset..<offset + sealed.count
            offset += sealed.count
        }
        fields = parts.map(\.field)
        bytes = parts.reduce(into: header) { $0 += $1.sealed }
        self.places = places
    }

    /// SHA-256 of the blob.
    package var digest: Bytes { Bytes(SHA256.hash(data: bytes)) }

    /// The edition under which a field was collected; nil when the record does not hold it.
    package func edition(of field: Int) -> Int? { fields.first { $0.field == field }?.edition }

    func sealed(_ field: Int) -> Bytes? { places[field].map { Bytes(bytes[$0]) } }
}

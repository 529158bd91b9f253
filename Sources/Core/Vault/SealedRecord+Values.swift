import Primitives

extension SealedRecord {
    /// The record with these values sealed into it, in place of earlier ones of the same fields.
    ///
    /// - Throws: ``VaultError/tooLong`` over ``longestValue`` octets, ``VaultError/malformed(_:)`` when a number is
    ///   outside its range or a field is named twice.
    package func setting(
        _ values: [(field: Int, edition: Int, value: Bytes)], key: SubjectKey, instance: Identifier<KeyRing>,
        randomness: Randomness = .system
    ) throws(VaultError) -> SealedRecord {
        guard Set(values.map(\.field)).count == values.count else { throw .malformed("a field is named twice") }
        var parts = parts(without: values.map(\.field))
        for value in values {
            guard (1...Int(UInt16.max)).contains(value.field), (0...Int(UInt32.max)).contains(value.edition) else {
                throw .malformed("field \(value.field), edition \(value.edition)")
            }
            guard value.value.count <= Self.longestValue else { throw .tooLong }
            let field = Field(field: value.field, edition: value.edition)
            let sealed = try AEAD.seal(
                value.value, key: key.key(for: .record), authenticating: Self.context(field, key.subject, instance),
                randomness: randomness)
            parts.append((field, sealed))
        }
        return SealedRecord(parts.sorted { $0.field.field < $1.field.field })
    }

    /// The record without these fields.
    package func removing(_ fields: some Collection<Int>) -> SealedRecord {
        SealedRecord(parts(without: fields))
    }

    /// Opens exactly these fields.
    ///
    /// - Throws: ``VaultError/notHeld(field:)``; ``VaultError/doesNotOpen`` when a value was sealed for another person,
    ///   field, edition or instance, or has changed since.
    package func open(
        _ fields: some Collection<Int>, key: SubjectKey, instance: Identifier<KeyRing>
    ) throws(VaultError) -> [Int: Bytes] {
        var values: [Int: Bytes] = [:]
        for number in fields {
            guard let sealed = sealed(number), let edition = edition(of: number) else { throw .notHeld(field: number) }
            values[number] = try AEAD.open(
                sealed, key: key.key(for: .record),
                authenticating: Self.context(Field(field: number, edition: edition), key.subject, instance))
        }
        return values
    }

    private func parts(without left: some Collection<Int>) -> [(field: Field, sealed: Bytes)] {
        fields.compactMap { field in
            guard !left.contains(field.field), let sealed = sealed(field.field) else { return nil }
            return (field, sealed)
        }
    }

    private static func context(_ field: Field, _ subject: SubjectID, _ instance: Identifier<KeyRing>) -> Bytes {
        associatedData(
            Bytes("saqta record 1".utf8), instance.bytes, subject.bytes, Bytes(Compartment.record.rawValue.utf8),
            UInt32(field.field).octets, UInt32(field.edition).octets)
    }
}

import Policy
import Primitives
import Storage
import Vault

/// Leave to read some fields of one person, once, within 30 seconds.
///
/// Only the Gate makes one, after the evidence is durable; it cannot be copied, and opening consumes it.
package struct ReadPermit: ~Copyable {
    package let ask: Ask
    private let record: SealedRecord
    private let sealer: Sealer
    private let until: Instant

    fileprivate init(ask: Ask, record: SealedRecord, sealer: Sealer, until: Instant) {
        self.ask = ask
        self.record = record
        self.sealer = sealer
        self.until = until
    }

    /// Opens exactly the fields that the permit names; fields that the record does not hold are left out.
    ///
    /// - Throws: ``GateRefusal`` when the 30 seconds are over, `VaultError` when the record was tampered with.
    package consuming func open(at now: Instant) throws -> OpenRecord {
        guard now <= until else { throw GateRefusal(.permitExpired, ask: ask) }
        let held = Set(record.fields.map(\.field))
        let wanted = ask.fields.map(\.rawValue).filter(held.contains)
        let values = try record.open(wanted, key: sealer.key, instance: sealer.instance)
        return OpenRecord(values)
    }
}

/// What a permit opened.
package struct OpenRecord: Sendable {
    private let values: [FieldNumber: PersonalData<String>]

    init(_ opened: [Int: Bytes]) {
        values = Dictionary(
            uniqueKeysWithValues: opened.map { (FieldNumber($0), PersonalData(String(decoding: $1, as: UTF8.self))) })
    }

    /// The value of a field; nil when the person has not given it or the permit did not name it.
    package subscript(_ field: FieldNumber) -> PersonalData<String>? { values[field] }

    package var fields: [FieldNumber] { values.keys.sorted { $0.rawValue < $1.rawValue } }
}

extension Gate {
    /// Checks, makes the evidence durable, and gives a permit to read.
    ///
    /// - Throws: ``GateRefusal``, durable itself before it is thrown.
    package func permitToRead(_ ask: Ask) async throws -> ReadPermit {
        let sealer = try await sealer(for: ask)
        let record = try await perform { [self] transaction in
            let standing = try check(ask, .shared, in: transaction)
            try append(ask, standing: standing, sealer: sealer, in: transaction)
            return standing.record
        }
        return ReadPermit(ask: ask, record: record, sealer: sealer, until: time.now + .seconds(30))
    }

    /// Reads in one go: permit, evidence, values.
    package func read(_ ask: Ask) async throws -> OpenRecord {
        let permit = try await permitToRead(ask)
        return try permit.open(at: time.now)
    }
}

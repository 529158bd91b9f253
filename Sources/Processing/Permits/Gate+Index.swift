import Ledger
import Policy
import Primitives
import Storage
import Vault

/// A person's addresses as the blind index has them: digests only.
package struct IndexedPerson: Sendable {
    package let subject: SubjectID
    package let kind: SubjectRow.Kind
    /// Of each address in the person's record, under all versions of the index key, the newest first.
    package let digests: [FieldNumber: [(version: Int, digest: Bytes)]]
}

/// What a room keeps by digests of addresses, for a change of the index key.
package struct IndexRoom: Sendable {
    /// The first persons after one, by identifier, of whom the room keeps a digest and none under `version`.
    package let waiting: @Sendable (_ version: Int, _ after: Bytes, _ most: Int, any Transaction) throws -> [SubjectID]
    /// Enters a person's digests beside those that are kept of the same addresses.
    package let enter: @Sendable (IndexedPerson, any Transaction) throws -> Void

    package init(
        waiting: @escaping @Sendable (Int, Bytes, Int, any Transaction) throws -> [SubjectID] = { _, _, _, _ in [] },
        enter: @escaping @Sendable (IndexedPerson, any Transaction) throws -> Void
    ) {
        self.waiting = waiting
        self.enter = enter
    }
}

/// How far a change of the index key is.
package struct IndexRenewal: Sendable, Hashable {
    package var renewed = 0
    /// Persons whom the Gate did not let through, whose record does not open, or changed meanwhile.
    package var left = 0

    package init() {}
}

extension Gate {
    private static let renewedAtOnce = 100

    /// Begins a change of the index key, or finds the one that was begun: from now on all processes make digests with both.
    package func announceIndexVersion() throws -> (number: Int, madeAt: Instant) {
        let version = try ring.announceIndexVersion()
        return (version.number, version.madeAt)
    }

    /// The version of the index key that stays when others end.
    package func newestIndexVersion() throws -> Int? { try ring.indexVersions().last?.number }

    /// The first version of the index key that has not ended.
    package func oldestIndexVersion() throws -> Int { try ring.indexVersions().first?.number ?? 0 }

    /// Enters all persons' addresses under `version` too, where they are not.
    ///
    /// A batch act: in one transaction the check and an entry for each person; when that is durable the addresses are
    /// opened here and nowhere else, and their digests are handed to the rooms in another transaction. It serves the
    /// person's signing in and rests on the same ground. It may be broken off at any point and run again.
    /// - Parameter after: is run after each batch, with what has been done so far.
    package func renewIndex(
        _ version: Int, in rooms: [IndexRoom], after: @Sendable (IndexRenewal) async throws -> Void = { _ in }
    ) async throws -> IndexRenewal {
        var (renewal, last) = (IndexRenewal(), Bytes())
        while true {
            let from = last
            let subjects = try await database.read { transaction in
                let found = try rooms.flatMap { try $0.waiting(version, from, Self.renewedAtOnce, transaction) }
                return Set(found).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.prefix(Self.renewedAtOnce)
            }
            guard let newest = subjects.last else { return renewal }
            last = newest.bytes
            let renewed = try await renew(Array(subjects), in: rooms)
            renewal.renewed += renewed
            renewal.left += subjects.count - renewed
            try await after(renewal)
        }
    }

    /// Makes the index hold the address of a field of some persons that is in their records, whatever it held: an act for
    /// each. For those of whom nothing but the record tells it.
    ///
    /// - Returns: how many of them are in the index then: not whom the Gate did not let through, nor whose address somebody
    ///   else holds.
    package func reindex(_ field: FieldNumber, of subjects: [SubjectID]) async throws -> Int {
        let (book, now) = (AddressBook(self), time.now)
        let room = IndexRoom { person, transaction in
            guard let digests = person.digests[field] else { return }
            let kept = AddressBook.Kept(digests, isSole: true, confirmedAt: now)
            _ = try book.settle(field, as: kept, of: person.subject, in: transaction)
        }
        var held = 0
        for start in stride(from: 0, to: subjects.count, by: Self.renewedAtOnce) {
            let batch = Array(subjects[start...].prefix(Self.renewedAtOnce))
            _ = try await renew(batch, in: [room])
            held += try await database.read { transaction in
                try transaction.rows(
                    """
                    SELECT DISTINCT subject_id FROM address
                    WHERE field = \(field.rawValue) AND subject_id IN (\(batch.map(\.bytes)))
                    """
                ).count
            }
        }
        return held
    }

    /// How many persons' addresses are not under `version` yet, at most `limit`.
    package func unindexed(_ version: Int, in rooms: [IndexRoom], limit: Int) async throws -> Int {
        try await database.read { transaction in
            Set(try rooms.flatMap { try $0.waiting(version, Bytes(), limit, transaction) }).count
        }
    }

    /// Ends all versions of the index key but the newest, and deletes what stands under them.
    package func endIndexVersions() async throws {
        guard let newest = try ring.indexVersions().last else { return }
        for version in try ring.indexVersions() where version.number < newest.number {
            try ring.dropIndexVersion(version.number)
        }
        try await AddressBook(self).removeEnded(before: newest.number)
    }

    private func renew(_ subjects: [SubjectID], in rooms: [IndexRoom]) async throws -> Int {
        let opened = try await permitToRenew(subjects).compactMap { permit -> (revision: Int, IndexedPerson)? in
            // One record that does not open keeps nobody else out.
            do { return try permit.open(self) } catch  where Self.isUnreadable(error) { return nil }
        }
        return try await perform { transaction in
            var renewed = 0
            for (revision, person) in opened {
                try transaction.lock(person.subject, .exclusive)
                // Whoever changed the record meanwhile has entered what is in it now.
                guard let row = try SubjectStore(transaction).find(person.subject), row.state != .erased,
                    row.revision == revision
                else { continue }
                for room in rooms { try room.enter(person, transaction) }
                renewed += 1
            }
            return renewed
        }
    }

    /// Leave to make a person's digests anew; durable evidence stands behind it.
    private struct RenewPermit {
        let row: SubjectRow
        let record: SealedRecord
        let sealer: Sealer

        func open(_ gate: Gate) throws -> (revision: Int, IndexedPerson) {
            let fields = Gate.indexedFields(row.kind)
            let held = Set(record.fields.map(\.field))
            let values = try record.open(
                fields.map(\.rawValue).filter(held.contains), key: sealer.key, instance: sealer.instance)
            var digests: [FieldNumber: [(version: Int, digest: Bytes)]] = [:]
            for (number, value) in values {
                let (field, text) = (FieldNumber(number), String(decoding: value, as: UTF8.self))
                let compared = field == .telephone ? text : EmailAddress(text)?.normalised ?? text.lowercased()
                digests[field] = try gate.indexed(field, compared)
                // Where staff would confirm their own address as a person who registers.
                if field == .staffEmail { digests[.email] = try gate.indexed(.email, compared) }
            }
            return (row.revision, IndexedPerson(subject: row.id, kind: row.kind, digests: digests))
        }
    }

    private static func indexedFields(_ kind: SubjectRow.Kind) -> [FieldNumber] {
        kind == .staff ? [.staffEmail] : [.email, .telephone]
    }

    private func permitToRenew(_ subjects: [SubjectID]) async throws -> [RenewPermit] {
        var sealers: [(SubjectID, Sealer)] = []
        for subject in subjects {
            do {
                sealers.append((subject, try await sealer(for: subject)))
            } catch let refusal as GateRefusal where refusal.reason == .noSubject {
                continue
            }
        }
        let known = sealers
        return try await perform { [self] transaction in
            var permits: [RenewPermit] = []
            for (subject, sealer) in known {
                try transaction.lock(subject, .shared)
                guard let row = try SubjectStore(transaction).find(subject), row.state != .erased else { continue }
                let act = Ask(
                    .renewIndex, by: Actor(RoleID("operator")), on: subject, for: .security,
                    fields: Self.indexedFields(row.kind))
                try checkEvidence(at: time.now, ask: act, in: transaction)
                let ground = Ask(
                    .signIn, by: Actor(row.kind == .staff ? .member : .subject, person: subject), on: subject,
                    for: .security)
                do {
                    let standing = try standing(for: ground, in: transaction)
                    try append(act, standing: standing, sealer: sealer, in: transaction)
                    permits.append(RenewPermit(row: row, record: standing.record, sealer: sealer))
                } catch let refusal as GateRefusal {
                    try append(
                        act, edition: try book.inForce(in: transaction).number, clause: refusal.clause, basis: nil,
                        sealer: sealer, outcome: .refused(refusal.reason.rawValue), in: transaction)
                }
            }
            return permits
        }
    }
}

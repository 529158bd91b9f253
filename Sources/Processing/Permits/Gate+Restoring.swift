import Ledger
import Policy
import Primitives
import Storage
import Vault

/// What a restored house is told about the time after its data were copied.
package struct Restoration: Sendable {
    /// Entries and root of the newest checkpoint in the copy.
    package let ledgerSize: Int
    package let ledgerRoot: Bytes
    /// When the data were copied.
    package let made: Instant
    /// Persons who had been erased by the time the keys were copied, or are known to be erased since.
    package let erased: [SubjectID]
    /// What the entries of later erasures carry in the newest ledger that is left (``Whom/erasureMark(of:)``).
    package let marks: Set<Bytes>
    /// The part of the tree that is newer than the rows; nil when there is none.
    package let gap: LedgerAdoption.Gap?

    package init(
        ledgerSize: Int, ledgerRoot: Bytes, made: Instant, erased: [SubjectID], marks: Set<Bytes> = [],
        gap: LedgerAdoption.Gap? = nil
    ) {
        self.gap = gap
        self.ledgerSize = ledgerSize
        self.ledgerRoot = ledgerRoot
        self.made = made
        self.erased = erased
        self.marks = marks
    }
}

extension Gate {
    private static let atOnce = 500

    /// The erasures on record, also those from after the data were copied, are done again, before anything is opened:
    /// nobody comes back with a backup. An entry tells that the house was restored, and from when.
    ///
    /// Persons are closed because they are on record as erased, never because they have no key.
    ///
    /// It may be done again: what is closed stays closed.
    /// - Parameter replay: what else of the newest ledger is done again, after the erasures; gives what the entry notes of it.
    /// - Returns: how many persons were closed who were living when the data were copied.
    package func restored(
        _ restoration: Restoration, steps: [ErasureStep], replay: () async throws -> [String: String] = { [:] }
    ) async throws -> Int {
        var closed = 0
        for subject in restoration.erased where try await close(subject, steps: steps) { closed += 1 }
        if !restoration.marks.isEmpty {
            try await eachStanding { subjects in
                for subject in subjects where restoration.marks.contains(Whom.erasureMark(of: subject)) {
                    if try await close(subject, steps: steps) { closed += 1 }
                }
            }
        }
        try await destroyKeysOfErased(restoration.erased)
        try await finishErasures()
        let known = [
            "entries": "\(restoration.ledgerSize)", "copied": "\(restoration.made)", "closed": "\(closed)",
        ]
        let note = known.merging(restoration.gap?.note ?? [:]) { $1 }.merging(try await replay()) { $1 }
        try await database.write { [self, note] transaction in
            try appendNaming(
                nobody: LedgerEntry.restoreAct, role: "operator", edition: try book.inForce(in: transaction).number,
                digest: restoration.ledgerRoot, note: note, in: transaction)
        }
        return closed
    }

    /// Persons who are neither erased nor have a key.
    package func withoutKey() async throws -> [SubjectID] {
        var missing: [SubjectID] = []
        try await eachStanding { subjects in
            let held = try await keys.held(among: subjects)
            missing += subjects.filter { !held.contains($0) }
        }
        return missing
    }

    /// Of some persons who are erased, those who are not erased here, or have a key here.
    package func returned(of erased: [SubjectID]) async throws -> [SubjectID] {
        let standing = try await database.read { transaction in
            try erased.filter { subject in
                try SubjectStore(transaction).find(subject).map { $0.state != .erased } ?? false
            }
        }
        return Set(standing).union(try await keys.held(among: erased)).sorted { $0.bytes.hex < $1.bytes.hex }
    }

    /// Everybody who is not erased.
    func eachStanding(do body: ([SubjectID]) async throws -> Void) async throws {
        try await eachPage(
            { last, transaction in
                try transaction.rows(
                    """
                    SELECT id FROM subject WHERE id > \(last) AND state <> 'erased' ORDER BY id LIMIT \(Self.atOnce)
                    """)
            }, do: body)
    }

    /// - Returns: false when the person is erased already, or was never here.
    private func close(_ subject: SubjectID, steps: [ErasureStep]) async throws -> Bool {
        try await database.write { [self] transaction in
            try transaction.lock(subject, .exclusive)
            guard let row = try SubjectStore(transaction).find(subject), row.state != .erased else { return false }
            // Without a key the entry cannot name the person, and is none of those that it closes.
            let closes = try LedgerStore(transaction).historyCount(of: subject)
            let entry = try appendNaming(
                nobody: Act.erase.rawValue, role: RoleID.sweep.rawValue,
                edition: try book.inForce(in: transaction).number, digest: Whom.erasureMark(of: subject),
                note: [LedgerEntry.closesWord: "\(closes)"], in: transaction)
            try clear(subject, revision: row.revision + 1, by: entry, steps: steps, in: transaction)
            return true
        }
    }

    private func destroyKeysOfErased(_ others: [SubjectID]) async throws {
        var isAnyHeld = false
        func destroy(_ subjects: [SubjectID]) async throws {
            for subject in try await keys.held(among: subjects) {
                try await keys.destroy(subject)
                isAnyHeld = true
            }
        }
        try await destroy(others)
        try await eachPage { last, transaction in
            try transaction.rows(
                """
                SELECT subject_id FROM erasure WHERE subject_id > \(last) ORDER BY subject_id LIMIT \(Self.atOnce)
                """)
        } do: {
            try await destroy($0)
        }
        if isAnyHeld { try await emptyKeyLog() }
    }

    private func eachPage(
        _ page: @escaping @Sendable (Bytes, any Transaction) throws -> [Row],
        do body: ([SubjectID]) async throws -> Void
    ) async throws {
        var last = Bytes()
        while true {
            let after = last
            let subjects = try await database.read { transaction in
                try page(after, transaction).map { row in try row.identifier(0) as SubjectID }
            }
            guard let newest = subjects.last else { return }
            last = newest.bytes
            try await body(subjects)
        }
    }
}

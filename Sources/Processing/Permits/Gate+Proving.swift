import Primitives
import Storage
import Vault

/// What came of opening records to see whether they open.
package struct OpeningProof: Sendable, Hashable {
    /// Persons who are not erased.
    package var persons = 0
    /// Records that opened whole.
    package var records = 0
    /// The fields in them.
    package var fields = 0
    /// Persons of whom something does not open, or who have no key.
    package var closed: [SubjectID] = []
}

extension Gate {
    /// Opens records of persons chosen at random, everybody's where there are no more than `most`, only to see whether
    /// they open.
    ///
    /// No value leaves this function, so that it needs no permit and makes no entry.
    package func proveOpening(most: Int) async throws -> OpeningProof {
        var (proof, chosen) = (OpeningProof(), [SubjectID]())
        try await eachStanding { subjects in
            for subject in subjects {
                proof.persons += 1
                // Each has the same chance, however many follow (Vitter 1985, algorithm R).
                if chosen.count < most {
                    chosen.append(subject)
                } else if let place = place(below: proof.persons), place < most {
                    chosen[place] = subject
                }
            }
        }
        for subject in chosen {
            if let fields = try await fieldsThatOpen(of: subject) {
                proof.records += 1
                proof.fields += fields
            } else {
                proof.closed.append(subject)
            }
        }
        return proof
    }

    /// - Returns: nil when not all of the record opens.
    private func fieldsThatOpen(of subject: SubjectID) async throws -> Int? {
        let row = try await database.read { try SubjectStore($0).find(subject) }
        guard let row else { return nil }
        do {
            let key = try await keys.key(of: subject)
            let record = try row.openable
            return try record.open(record.fields.map(\.field), key: key, instance: ring.instance).count
        } catch VaultError.noKey, VaultError.noEpoch, VaultError.doesNotOpen, VaultError.malformed {
            return nil
        }
    }

    /// A random number from 0 on.
    private func place(below count: Int) -> Int? {
        let word = randomness.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return count > 0 ? Int(word % UInt64(count)) : nil
    }
}

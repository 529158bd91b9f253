import Documents
import Identification
import Ledger
import Permits
import Policy
import Registration
import Staffing

extension RestoredHouse {
    /// The blind index, which is not taken from the copy.
    func rebuildIndex(_ sequencer: Sequencer) async throws -> AddressIndex.Rebuilt {
        let bar = ProgressBar("persons whose addresses were entered into the index")
        defer { bar.end() }
        let total = try await gate.look { try SubjectStore($0).count(.person) }
        var rebuilt = try await AddressIndex(gate).rebuild { bar.show($0, of: max($0, total)) }
        let staff = try await gate.look { try StaffStore($0).all() }.filter { $0.state != .ended }.map(\.subject)
        // The Gate lets no entry wait for long, and those of what was done again may have.
        _ = try await sequencer.sequence()
        rebuilt.staffLeft = staff.count - (try await gate.reindex(.staffEmail, of: staff))
        return rebuilt
    }

    /// The index of marks of documents, which is not taken from the copy either.
    func rebuildMarks(_ sequencer: Sequencer) async throws -> DocumentMarkIndex.Rebuilt {
        let bar = ProgressBar("documents whose marks were entered into the index")
        defer { bar.end() }
        let total = try await gate.look { try DocumentStore($0).objectCount().documents }
        _ = try await sequencer.sequence()
        return try await marks.rebuild { done in
            bar.show(done.documents, of: max(done.documents, total))
            // Where documents were read for it.
            let read = done.renewed + done.left
            if read > 0, read % 100 == 0 { _ = try await sequencer.sequence() }
        }
    }

    private var marks: DocumentMarkIndex {
        DocumentMarkIndex(gate: gate, identify: ZoneReading.identifiers, time: time)
    }

    /// Makes what stands in the indexes under an earlier index key under the newest one, too.
    ///
    /// - Returns: of how many persons and documents that could not be done.
    func takeNewestIndexKey(_ sequencer: Sequencer) async throws -> (persons: Int, documents: Int) {
        guard let version = try gate.newestIndexVersion() else { return (0, 0) }
        // Evidence must not wait where no server sees to it, nor that of what was done before.
        _ = try await sequencer.sequence()
        let persons = try await gate.renewIndex(version, in: Schema.index) { _ in
            _ = try await sequencer.sequence()
        }
        let documents = try await marks.renew(version) { done in
            if done % 100 == 0 { _ = try await sequencer.sequence() }
        }
        try await marks.end(before: try gate.oldestIndexVersion())
        return (persons.left, documents.left)
    }
}

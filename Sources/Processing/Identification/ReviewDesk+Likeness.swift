import Access
import Documents
import Permits
import Policy
import Primitives
import Registration
import Storage

/// The same document or telephone in another registration, of which nothing but the number is told.
struct Likeness: Sendable, Hashable {
    let kind: Kind
    let number: String

    enum Kind: String, Sendable { case document, iin, telephone }
}

extension ReviewDesk {
    /// Other registrations that were sent, and not erased, with the same document, IIN or confirmed telephone.
    ///
    /// The machine looks once, when a viewing is opened: two acts of its own. What it found is kept with the viewing, so
    /// that later pages of the same look ask nobody anew.
    func likenesses(of row: RegistrationRow, in viewing: ViewingID, isNew: Bool) async throws -> [Likeness] {
        guard isNew else {
            let kept = Likeness.list(try await gate.kept(with: viewing, of: row.subject) ?? "")
            return try await gate.look { transaction in
                try kept.filter { try RegistrationStore(transaction).find(number: $0.number) != nil }
            }
        }
        let found = try await documentsElsewhere(row) + telephoneElsewhere(row)
        if !found.isEmpty { try await gate.keep(Likeness.text(found), with: viewing, of: row.subject) }
        return found
    }

    private func documentsElsewhere(_ row: RegistrationRow) async throws -> [Likeness] {
        let (edition, marks) = try await gate.look { transaction in
            (try gate.book.inForce(in: transaction), try DocumentStore(transaction).marks(of: row.subject))
        }
        guard mayLook(by: .documentMark, edition), !marks.isEmpty else { return [] }
        let others = try await others(
            row, by: .documentMark, documents: edition.document.documentKinds.filter(\.provesIdentity).map(\.id)
        ) { try DocumentStore($0).holders(of: marks).map(\.subject) }
        guard !others.isEmpty else { return [] }
        let byNumber = try await gate.look { transaction in
            Set(
                try DocumentStore(transaction).holders(of: marks).filter { $0.field == .readDocumentNumber }
                    .map(\.subject))
        }
        return others.map { Likeness(kind: byNumber.contains($0.subject) ? .document : .iin, number: $0.number) }
    }

    private func telephoneElsewhere(_ row: RegistrationRow) async throws -> [Likeness] {
        let (edition, contact) = try await gate.look { transaction in
            (
                try gate.book.inForce(in: transaction),
                try RegistrationStore(transaction).contacts(of: row.subject)[.telephone]
            )
        }
        guard mayLook(by: .telephone, edition), let contact, contact.confirmedAt != nil else { return [] }
        let others = try await others(row, by: .telephone) { [registrar] transaction in
            let store = RegistrationStore(transaction)
            let digests = contact.digests.map(\.digest)
            return try registrar.addresses.persons(digests, in: transaction).filter { person in
                guard let own = try store.contacts(of: person)[.telephone], own.confirmedAt != nil else { return false }
                return own.digests.contains { digests.contains($0.digest) }
            }
        }
        return others.map { Likeness(kind: .telephone, number: $0.number) }
    }

    private func others(
        _ row: RegistrationRow, by field: FieldNumber, documents: [DocumentKindID] = [],
        holders: @escaping @Sendable (any Transaction) throws -> [SubjectID]
    ) async throws -> [RegistrationRow] {
        let ask = Ask(
            .lookup, by: Actor(.imaging), on: row.subject, for: .identification, fields: [field], documents: documents,
            caseID: row.number)
        let found = try await gate.lookUpOthers(ask) { transaction in
            let store = RegistrationStore(transaction)
            // A draft is nobody's registration yet: often the same person's, begun on another device.
            return try holders(transaction).filter { try store.find($0).map { $0.state != .draft } ?? false }
        }
        return try await gate.look { transaction in
            try found.compactMap { try RegistrationStore(transaction).find($0) }
        }
    }

    /// A policy without such a look-up gets no hint.
    private func mayLook(by field: FieldNumber, _ edition: Edition) -> Bool {
        edition.permission(role: .imaging, act: .lookup, datum: .field(field), purpose: .identification) != nil
    }
}

extension Likeness {
    static func text(_ likenesses: [Likeness]) -> String {
        likenesses.map { "\($0.kind.rawValue):\($0.number)" }.joined(separator: ",")
    }

    /// Reads what ``text(_:)`` wrote.
    static func list(_ text: String) -> [Likeness] {
        text.split(separator: ",").compactMap { part in
            let halves = part.split(separator: ":")
            guard halves.count == 2, let kind = Kind(rawValue: String(halves[0])) else { return nil }
            return Likeness(kind: kind, number: String(halves[1]))
        }
    }
}

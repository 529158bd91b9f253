import Permits
import Policy
import Primitives
import Storage

/// What people write about a case; each is sealed on its own and goes with the registration.
package enum CaseText: String, Sendable, CaseIterable {
    /// The reviewer's words with a refusal.
    case decision
    /// The note with which a case was put aside.
    case note
    /// The person's words with an objection.
    case objection

    /// How long one may be, in characters.
    package static let mostCharacters = 1_000

    /// The field as which the policy declares it.
    package var field: FieldNumber {
        switch self {
        case .decision: .decisionWords
        case .note: .caseNote
        case .objection: .objectionWords
        }
    }

    /// What is bound into the sealed text.
    func label(of number: String) -> String { "\(self == .decision ? "words" : rawValue) \(number)" }
}

extension Sealer {
    /// Seals what somebody wrote about a case; nil when they wrote nothing.
    package func seal(_ text: String?, as kind: CaseText, of number: String) throws -> Bytes? {
        guard let text, !text.isEmpty else { return nil }
        return try seal(Bytes(text.utf8), label: kind.label(of: number), in: .record)
    }
}

extension RegistrationStore {
    /// The sealed texts of a case, those of `kinds` that there are.
    package func texts(_ kinds: [CaseText], of registration: RegistrationRow) throws(StorageError)
        -> [(kind: CaseText, sealed: SealedItem)]
    {
        let row = try transaction.row(
            "SELECT words, note, objection FROM registration WHERE subject_id = \(registration.subject)")
        guard let row else { return [] }
        var texts: [(CaseText, SealedItem)] = []
        for (column, kind) in CaseText.allCases.enumerated() where kinds.contains(kind) {
            guard let sealed = try row.bytesIfAny(column) else { continue }
            texts.append((kind, SealedItem(sealed, label: kind.label(of: registration.number), in: .record)))
        }
        return texts
    }
}

extension Registrar {
    /// What was written about a person's case, opened for them: the words of a refusal and of their own objection.
    ///
    /// - Returns: those that there are; nothing is opened, and nothing on record, when there are none.
    package func texts(to subject: SubjectID, session: Bytes) async throws -> [CaseText: PersonalData<String>] {
        let texts = try await gate.look { transaction in
            let store = RegistrationStore(transaction)
            return try store.find(subject).map { try store.texts([.decision, .objection], of: $0) } ?? []
        }
        guard !texts.isEmpty else { return [:] }
        let ask = Ask(
            .readOwn, by: .subject(subject, session: session), on: subject, for: .rights,
            fields: texts.map(\.kind.field))
        let opened = try await gate.read(ask) { _ in texts.map(\.sealed) }
        return CaseText.opened(texts.map(\.kind), opened)
    }
}

extension CaseText {
    /// Texts that were opened together, by their kind.
    package static func opened(_ kinds: [CaseText], _ values: [PersonalData<Bytes>]) -> [CaseText: PersonalData<String>]
    {
        Dictionary(
            zip(kinds, values.map { $0.map { String(decoding: $0, as: UTF8.self) } }), uniquingKeysWith: { $1 })
    }
}

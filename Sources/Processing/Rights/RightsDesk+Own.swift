import Permits
import Policy
import Primitives
import Registration
import Storage

/// A person's requests and whether their data are blocked.
package struct OwnRights: Sendable {
    /// The newest first.
    package let requests: [RequestStanding]
    package let block: SubjectBlock?
    /// What keeps the data from destruction.
    package let holds: [HoldStanding]
}

extension RightsDesk {
    /// Kinds for which words are needed, since nothing can be done without them.
    package static let needWords: Set<RequestKind> = [.correction, .objection]

    /// Where a person's requests stand.
    package func own(_ subject: SubjectID) async throws -> OwnRights {
        try await gate.look { transaction in
            let store = RequestStore(transaction)
            return OwnRights(
                requests: try store.all(of: subject).map { try standing(of: $0, in: transaction) },
                block: try store.block(of: subject), holds: try standingHolds(on: subject, in: transaction))
        }
    }

    /// A person asks from their account, today.
    ///
    /// - Throws: ``RightsRefusal/noWords``, ``RightsRefusal/longWords``, ``RightsRefusal/tooMany``.
    @discardableResult
    package func ask(
        _ kind: RequestKind, words: String?, of subject: SubjectID, session: Bytes
    ) async throws -> RequestReference {
        guard !Self.needWords.contains(kind) || words != nil else { throw RightsRefusal.noWords }
        return try await enter(
            Incoming(kind: kind, words: words, way: .account, receivedOn: today), of: subject,
            by: .subject(subject, session: session))
    }

    /// The person takes a request back that is not answered yet.
    package func withdraw(_ number: Int, of subject: SubjectID, session: Bytes) async throws {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = RequestStore(transaction)
            guard let row = try store.all(of: subject).first(where: { $0.reference.number == number }) else {
                throw RightsRefusal.noRequest
            }
            let permit = try gate.permitToWrite(
                Ask(
                    .withdrawRequest, by: .subject(subject, session: session), on: subject, for: .rights,
                    caseID: row.reference.caseID), sealer: sealer, in: transaction)
            guard try store.close(row, as: .withdrawn, at: now) else { throw RightsRefusal.closed }
            try permit.note(row.note, in: transaction)
        }
    }

    /// A request with its texts, opened for the person: an act on record where there is a text.
    package func read(
        _ number: Int, of subject: SubjectID, session: Bytes
    ) async throws -> (standing: RequestStanding, texts: [RequestText: PersonalData<String>]) {
        let (found, texts) = try await gate.look {
            transaction -> (RequestStanding, [(text: RequestText, sealed: SealedItem)]) in
            let store = RequestStore(transaction)
            guard let row = try store.all(of: subject).first(where: { $0.reference.number == number }) else {
                throw RightsRefusal.noRequest
            }
            return (try standing(of: row, in: transaction), try store.texts(of: row))
        }
        guard !texts.isEmpty else { return (found, [:]) }
        let ask = Ask(
            .readOwn, by: .subject(subject, session: session), on: subject, for: .rights,
            fields: texts.map(\.text.field),
            caseID: found.request.reference.caseID)
        let opened = try await gate.read(ask) { _ in texts.map(\.sealed) }
        return (found, RequestText.opened(texts.map(\.text), opened))
    }
}

extension RequestText {
    /// Texts that were opened together, by what they are.
    static func opened(_ texts: [RequestText], _ values: [PersonalData<Bytes>]) -> [RequestText: PersonalData<String>] {
        Dictionary(
            zip(texts, values.map { $0.map { String(decoding: $0, as: UTF8.self) } }), uniquingKeysWith: { $1 })
    }
}

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
    /// The requests on which a correction waits for the person's word, by their place among theirs.
    package let proposedOn: [Int]
}

/// One of a person's requests, opened for them.
package struct OwnRequest: Sendable {
    package let standing: RequestStanding
    package let texts: [RequestText: PersonalData<String>]
    package let corrections: [RequestCorrection]
    /// What may be sent to prove it; nil where nothing may.
    package let proofLimits: UploadLimits?
    /// How long what was sent is kept after the request was closed; nil for as long as the request.
    package let proofKept: Span?
}

extension RightsDesk {
    /// Kinds for which words are needed, since nothing can be done without them.
    package static let needWords: Set<RequestKind> = [.correction, .objection]

    /// Where a person's requests stand.
    package func own(_ subject: SubjectID) async throws -> OwnRights {
        try await gate.look { transaction in
            let store = RequestStore(transaction)
            let waiting = try CorrectionStore(transaction).all(of: subject).filter { $0.state == .proposed }
            return OwnRights(
                requests: try store.all(of: subject).map { try standing(of: $0, in: transaction) },
                block: try store.block(of: subject), holds: try standingHolds(on: subject, in: transaction),
                proposedOn: Set(waiting.compactMap(\.request)).sorted())
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
            try settle(row, in: transaction)
        }
    }

    /// A request with its texts, opened for the person: an act on record where there is a text.
    package func read(
        _ number: Int, of subject: SubjectID, session: Bytes
    ) async throws -> OwnRequest {
        let (found, texts, corrections, limits, kept) = try await gate.look { transaction in
            let store = RequestStore(transaction)
            guard let row = try store.all(of: subject).first(where: { $0.reference.number == number }) else {
                throw RightsRefusal.noRequest
            }
            let policy = try gate.book.inForce(in: transaction).document
            return (
                try standing(of: row, in: transaction), try store.texts(of: row),
                try CorrectionStore(transaction).all(on: number, of: subject),
                row.takesProof && policy.documentKind(.proof) != nil ? policy.limits : nil,
                try registrar.keeping(of: subject, in: transaction).proof
            )
        }
        let open = corrections.filter { $0.state == .proposed }
        let fields = texts.map(\.text.field) + (open.isEmpty ? [] : [.proposedValue]) + open.map(\.field)
        var (record, opened): (OpenRecord?, [PersonalData<Bytes>]) = (nil, [])
        if !fields.isEmpty {
            let ask = Ask(
                .readOwn, by: .subject(subject, session: session), on: subject, for: .rights, fields: fields,
                caseID: found.request.reference.caseID)
            (record, opened) = try await gate.readBeside(ask) { _ in texts.map(\.sealed) + open.map(\.sealed) }
        }
        return OwnRequest(
            standing: found, texts: RequestText.opened(texts.map(\.text), Array(opened.prefix(texts.count))),
            corrections: RequestCorrection.opened(corrections, Array(opened.dropFirst(texts.count)), beside: record),
            proofLimits: limits, proofKept: kept)
    }
}

extension RequestText {
    /// Texts that were opened together, by what they are.
    static func opened(_ texts: [RequestText], _ values: [PersonalData<Bytes>]) -> [RequestText: PersonalData<String>] {
        Dictionary(
            zip(texts, values.map { $0.map { String(decoding: $0, as: UTF8.self) } }), uniquingKeysWith: { $1 })
    }
}

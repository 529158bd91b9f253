import Deadlines
import Documents
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A request that staff have open.
package struct OpenRequest: Sendable {
    package let standing: RequestStanding
    package let viewing: ViewingID
    /// Family and given name, patronymic.
    package let record: OpenRecord
    package let texts: [RequestText: PersonalData<String>]
    package let corrections: [RequestCorrection]
    /// What the person sent to prove it, with the images of its pages, which can be opened within the viewing.
    package let files: [(file: DocumentRow, pages: [PageRow])]
    /// Whether the names can be corrected on it, by the person's word.
    package let canPropose: Bool
    /// Whether an answer can be drawn up from what the house knows.
    package let hasDraft: Bool
    /// In which language the person reads.
    package let language: Language
}

extension RightsDesk {
    /// What waits, overdue first, then by deadline.
    package func queue() async throws -> [RequestStanding] {
        try await gate.look { transaction in
            try RequestStore(transaction).open(most: 500).map { try standing(of: $0, in: transaction) }
        }
    }

    /// How many are due by the end of the next working day, or overdue.
    package func pressing() async throws -> Int {
        try await gate.look { [today] transaction in
            let next = try registrar.calendars.newest(in: transaction).term(1, .workingDay, after: today).due
            return try RequestStore(transaction).count(dueBy: next) + OutsideStore(transaction).count(dueBy: next)
        }
    }

    /// Where a request stands, without opening it.
    package func standing(_ reference: RequestReference) async throws -> RequestStanding {
        try await gate.look { transaction in
            guard let row = try RequestStore(transaction).find(reference) else { throw RightsRefusal.noRequest }
            return try standing(of: row, in: transaction)
        }
    }

    /// Opens a request with name and words: one act, durable before anything is shown.
    ///
    /// - Parameter viewing: one that the session has open already; then without a new act.
    package func open(
        _ reference: RequestReference, by actor: Actor, viewing: ViewingID? = nil
    ) async throws -> OpenRequest {
        let row = try await standing(reference).request
        let (texts, correcting) = try await gate.look { transaction in
            try checkOthers(row.subject, actor, in: transaction)
            return (
                try RequestStore(transaction).texts(of: row), try Correcting(row, of: actor, gate.book, in: transaction)
            )
        }
        let proposed = correcting.proposed
        let fields =
            [FieldNumber.familyName, .givenName, .patronymic] + texts.map(\.text.field)
            + (proposed.isEmpty ? [] : [.proposedValue])
        let ask = Ask(
            .openRequest, by: actor, on: row.subject, for: .rights, fields: fields,
            documents: correcting.files.isEmpty ? [] : [.proof], caseID: reference.caseID)
        let blobs = correcting.files.flatMap(\.pages).flatMap { [$0.image.bytes, $0.thumbnail.bytes] }
        let (id, record) = try await gate.openViewing(ask, blobs: blobs, orGoingOn: viewing)
        let opened = try await gate.items(in: id, of: row.subject, for: actor) { _ in
            texts.map(\.sealed) + proposed.map(\.sealed)
        }
        try await gate.perform { try RequestStore($0).begin(row) }
        return OpenRequest(
            standing: try await standing(reference), viewing: id, record: record,
            texts: RequestText.opened(texts.map(\.text), Array(opened.prefix(texts.count))),
            corrections: RequestCorrection.opened(
                correcting.rows, Array(opened.dropFirst(texts.count)), beside: record),
            files: correcting.files, canPropose: correcting.canPropose, hasDraft: correcting.hasDraft,
            language: correcting.language)
    }

    /// Answers a request; the answer waits in the account, and a message says so.
    ///
    /// - Throws: ``RightsRefusal/noWords``, ``RightsRefusal/longWords``, ``RightsRefusal/closed``.
    package func answer(_ reference: RequestReference, words: String?, by actor: Actor) async throws {
        try await close(reference, .answerRequest, as: .answered, words: words, ground: nil, by: actor)
    }

    /// Refuses a request on a ground that the law pack has for its kind, with the reason in words.
    ///
    /// - Throws: as ``answer(_:words:by:)``; ``RightsRefusal/noGround``, ``RightsRefusal/noOrder``.
    package func refuse(_ reference: RequestReference, ground: String, words: String?, by actor: Actor) async throws {
        try await close(reference, .refuseRequest, as: .refused, words: words, ground: ground, by: actor)
    }

    private func close(
        _ reference: RequestReference, _ act: Act, as state: RequestRow.State, words: String?, ground: String?,
        by actor: Actor
    ) async throws {
        guard let words, !words.isEmpty else { throw RightsRefusal.noWords }
        try Self.checkLength(words)
        let row = try await standing(reference).request
        guard ground.map({ ground in law.grounds(of: row.kind).contains { $0.id == ground } }) ?? true else {
            throw RightsRefusal.noGround
        }
        let sealer = try await gate.sealer(for: row.subject)
        let (answer, now) = (try sealer.seal(words, as: .answer, of: row.id), time.now)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            // An obligation is one that is on record, and no words (Law 94-V, art. 8(2)).
            if ground == LawPack.unfulfilledObligation, try !hasOrders(row.subject, transaction) {
                throw RightsRefusal.noOrder
            }
            let permit = try gate.permitToWrite(
                Ask(
                    act, by: actor, on: row.subject, for: .rights, fields: [.answerWords], caseID: reference.caseID),
                sealer: sealer, in: transaction)
            guard try RequestStore(transaction).close(row, as: state, answer: answer, ground: ground, at: now) else {
                throw RightsRefusal.closed
            }
            var note = row.note
            note["ground"] = ground
            try permit.note(note, in: transaction)
            try settle(row, in: transaction)
            let registrations = RegistrationStore(transaction)
            guard let registration = try registrations.find(row.subject) else { return }
            try registrar.tell(
                .requestAnswered, about: registration, contacts: try registrations.contacts(of: row.subject),
                sealer: sealer, id: message, in: transaction)
        }
    }

    /// Enters a request that came on paper, by e-mail, by telephone or at a visit, for the person of a case.
    ///
    /// - Parameters:
    ///   - day: of receipt, with which the clock begins.
    ///   - evidence: what told staff that it is the person; nil where nothing did, and then nothing is given, withdrawn or
    ///     destroyed on it.
    /// - Throws: ``RightsRefusal/noCase``, ``RightsRefusal/wrongDay``, ``RightsRefusal/noEvidence`` where the evidence does not go
    ///   with the way, ``RightsRefusal/contactDiffers``, as ``ask(_:words:of:session:)``.
    package func enter(
        _ kind: RequestKind, words: String?, by way: RequestRow.Way, on day: Day, of caseID: String,
        evidence: OutsideRequestRow.Evidence?, actor: Actor
    ) async throws -> RequestReference {
        guard let words, !words.isEmpty else { throw RightsRefusal.noWords }
        try checkReceipt(by: way, on: day)
        guard evidence.map(OutsideRequestRow.Evidence.ofRegistered(way).contains) ?? true else {
            throw RightsRefusal.noEvidence
        }
        let row = try await gate.look { transaction -> RegistrationRow? in
            let row = try RegistrationStore(transaction).find(number: caseID)
            if let row { try checkOthers(row.subject, actor, in: transaction) }
            return row
        }
        guard let row else { throw RightsRefusal.noCase }
        return try await enter(
            Incoming(kind: kind, words: words, way: way, receivedOn: day, evidence: evidence), of: row.subject,
            by: actor)
    }
}

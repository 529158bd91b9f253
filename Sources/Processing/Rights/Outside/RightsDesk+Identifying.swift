import Access
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A request without an account that a reviewer has open.
package struct OpenOutsideRequest: Sendable {
    package let standing: OutsideStanding
    package let viewing: ViewingID
    /// Name and address as given.
    package let record: OpenRecord
    package let words: PersonalData<String>
}

extension RightsDesk {
    /// Requests without an account that wait until it is known whose they are, by deadline.
    package func outsideQueue() async throws -> [OutsideStanding] {
        try await gate.look { transaction in
            try OutsideStore(transaction).open(most: 500).map { try outsideStanding(of: $0, in: transaction) }
        }
    }

    /// Where one stands, without opening it.
    package func outside(_ id: Identifier<OutsideRequestRow>) async throws -> OutsideStanding {
        try await gate.look { transaction in
            guard let row = try OutsideStore(transaction).find(id: id), row.state != .unconfirmed else {
                throw RightsRefusal.noRequest
            }
            return try outsideStanding(of: row, in: transaction)
        }
    }

    /// Opens one with name, address and words: one act, durable before anything is shown.
    ///
    /// - Parameter viewing: one that the session has open already; then without a new act.
    package func open(
        _ id: Identifier<OutsideRequestRow>, by actor: Actor, viewing: ViewingID? = nil
    ) async throws -> OpenOutsideRequest {
        let row = try await outside(id).request
        let words = try await gate.look { transaction in
            try checkOthers(row.subject, actor, in: transaction)
            return try OutsideStore(transaction).words(of: row)
        }
        guard let words else { throw RightsRefusal.noRequest }
        let ask = Ask(
            .identifyRequest, by: actor, on: row.subject, for: .rights,
            fields: [.familyName, .givenName, .patronymic, .requestWords] + [row.channel?.field].compactMap(\.self),
            caseID: row.number)
        let (viewing, record) = try await gate.openViewing(ask, orGoingOn: viewing)
        let opened = try await gate.items(in: viewing, of: row.subject, for: actor) { _ in [words] }
        guard let text = opened.first else { throw RightsRefusal.noRequest }
        try await gate.perform { try OutsideStore($0).begin(row) }
        return OpenOutsideRequest(
            standing: try await outside(id), viewing: viewing, record: record,
            words: text.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Decides that a request is a registered person's: from now on it is theirs like any other, with the day on which it was
    /// received, of which they are told; what was sealed apart is destroyed.
    ///
    /// - Parameter caseID: the number of their registration.
    /// - Returns: how it is called now.
    /// - Throws: ``RightsRefusal/noCase``, ``RightsRefusal/contactDiffers``, ``RightsRefusal/closed``, ``RightsRefusal/own``.
    package func identify(
        _ id: Identifier<OutsideRequestRow>, as caseID: String, by evidence: OutsideRequestRow.Evidence, actor: Actor,
        viewing: ViewingID? = nil
    ) async throws -> RequestReference {
        let registered = try await gate.look { try RegistrationStore($0).find(number: caseID) }
        guard let person = registered?.subject else { throw RightsRefusal.noCase }
        let open = try await open(id, by: actor, viewing: viewing)
        let (row, now) = (open.standing.request, time.now)
        let request = Identifier<RequestRow>(from: randomness)
        let message = Identifier<MessageRow>(from: randomness)
        let (outsideSealer, sealer) = (try await gate.sealer(for: row.subject), try await gate.sealer(for: person))
        let words = try sealer.seal(open.words.reveal(), as: .words, of: request)
        let reference = try await gate.perform { transaction -> RequestReference in
            try transaction.lock(row.subject, .exclusive)
            try transaction.lock(person, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            try checkOthers(person, actor, in: transaction)
            guard let registration = try RegistrationStore(transaction).find(person) else { throw RightsRefusal.noCase }
            if evidence == .contact, try !haveSameContact(row, person, in: transaction) {
                throw RightsRefusal.contactDiffers
            }
            guard try OutsideStore(transaction).close(row, as: .identified, ends: now),
                let receivedOn = row.receivedOn
            else { throw RightsRefusal.closed }
            let decided = try gate.permitToWrite(
                Ask(.identifyRequest, by: actor, on: row.subject, for: .rights, caseID: row.number),
                sealer: outsideSealer, in: transaction)
            let told = ["outcome": OutsideRequestRow.State.identified.rawValue, "evidence": evidence.rawValue]
            try decided.note(row.note.merging(told) { $1 }, in: transaction)
            let store = RequestStore(transaction)
            let entered = RequestRow(
                subject: person, id: request,
                reference: RequestReference(
                    registration.number, (try store.all(of: person).first?.reference.number ?? 0) + 1),
                kind: row.kind, state: .received, way: row.way, receivedOn: receivedOn, createdAt: row.createdAt,
                term: row.term, ground: nil, closedAt: nil, evidence: evidence)
            let permit = try gate.permitToWrite(
                Ask(
                    .request, by: actor, on: person, for: .rights, fields: [.requestWords],
                    caseID: registration.number), sealer: sealer, in: transaction)
            try store.insert(entered, words: words)
            try permit.note(entered.note, in: transaction)
            try registrar.tell(
                .requestEntered, about: registration,
                contacts: try RegistrationStore(transaction).contacts(of: person), sealer: sealer, id: message,
                in: transaction)
            return entered.reference
        }
        _ = try await sweep()
        return reference
    }

    private func haveSameContact(
        _ row: OutsideRequestRow, _ person: SubjectID, in transaction: any Transaction
    ) throws -> Bool {
        let store = RegistrationStore(transaction)
        guard let channel = row.channel, let given = try store.contacts(of: row.subject)[channel],
            given.confirmedAt != nil, let known = try store.contacts(of: person)[channel], known.confirmedAt != nil
        else { return false }
        return !Set(given.digests.map(\.digest)).isDisjoint(with: known.digests.map(\.digest))
    }
}

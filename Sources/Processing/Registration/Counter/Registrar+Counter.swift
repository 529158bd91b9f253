import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// How long an entry at the counter waits for the person to agree, before it is destroyed with its key.
    package static let counterWaits = Span.hours(1)

    /// Sends a code to the address that a person at the counter names, by which they agree to their registration.
    ///
    /// Of the person nothing is kept but this address, for as long as it waits for the code; names stay in the form.
    /// - Parameter registrant: one for whom nobody else acts or agrees.
    /// - Returns: the entry; its number will be that of the registration.
    /// - Throws: `GateRefusal` for roles that may not assist; `AccessRefusal`; ``RegistrationRefusal/fields(_:)`` for an
    ///   address of staff's.
    package func assist(
        _ channel: Channel, _ address: (shown: String, compared: String), as registrant: Registrant = .person,
        language: Language, by actor: Actor
    ) async throws -> CounterRow {
        let digests = try addresses.digests(channel.field, address.compared)
        guard let target = digests.first?.digest, let staff = actor.person else { throw RegistrationRefusal.none }
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        let row = CounterRow(
            subject: subject, id: Identifier(from: randomness), number: registrationNumber(), staff: staff,
            state: .asked, way: CounterRow.Way(channel), createdAt: now, endsAt: now + Self.counterWaits)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            try refuseStaffs(channel, address.compared, digests: digests.map(\.digest), in: transaction)
            let edition = try gate.book.inForce(in: transaction)
            try SubjectStore(transaction).insert(
                subject, kind: .person, as: registrant, language: language, isInvented: isDemo(edition.document),
                at: now)
            let permit = try gate.permitToWrite(
                Ask(.assist, by: actor, on: subject, for: .rights, fields: [channel.field], caseID: row.number),
                sealer: sealer, in: transaction)
            try permit.store([channel.field: address.shown], note: ["step": "code"], in: transaction)
            try CounterStore(transaction).insert(row)
            try RegistrationStore(transaction).setFirstContact(channel, target: target, digests: digests, of: subject)
            try sendCode(
                channel, session: codeSession(of: row), asker: .unknown, as: .consentCode, message: message,
                sealer: sealer, in: transaction)
        }
        return row
    }

    /// Sends another code to the same address.
    ///
    /// - Throws: ``RegistrationRefusal/none``, `AccessRefusal.tooSoon`, `.tooManyCodes`.
    package func sendCounterCodeAgain(_ id: Identifier<CounterRow>, by actor: Actor) async throws {
        let row = try await counterEntry(id, by: actor)
        guard row.state == .asked, let channel = row.way.channel else { throw RegistrationRefusal.notNow(.draft) }
        let sealer = try await gate.sealer(for: row.subject)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            try sendCode(
                channel, session: codeSession(of: row), asker: .unknown, as: .consentCode, message: message,
                sealer: sealer, in: transaction)
        }
    }

    /// Takes the code that the person has told: with it they agree, and their address is confirmed. Names, consent and
    /// the confirmed address are stored in one transaction, or nothing is.
    ///
    /// - Parameter beginning: of somebody of age, for themselves.
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/otherEdition``, ``RegistrationRefusal/none``;
    ///   `AccessRefusal.wrongCode`.
    package func agree(
        _ id: Identifier<CounterRow>, code: String, to beginning: Beginning, by actor: Actor
    ) async throws {
        try beginning.check()
        let row = try await counterEntry(id, by: actor)
        guard row.state == .asked else { return }
        guard let channel = row.way.channel else {
            throw RegistrationRefusal.otherEdition
        }
        let pending = try await codes.attempt(
            code, for: .confirm, channel: channel, session: codeSession(of: row))
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkRegistrant(beginning, of: row, in: transaction)
            let contact = try takeCode(pending, channel, of: row.subject, in: transaction)
            guard try CounterStore(transaction).begin(row) else { throw RegistrationRefusal.none }
            _ = try store(
                beginning, as: row.number, by: actor, atCounter: row.way, sealer: sealer, note: ["step": "counter"],
                at: now, in: transaction)
            try confirm(
                channel, contact.digests.map { ($0.version, $0.digest) }, by: actor, as: row.number, sole: false,
                note: ["with": "code"], sealer: sealer, at: now, in: transaction)
        }
    }

    /// A registration at the counter is of somebody for whom nobody else acts or agrees, and is of the kind that was begun.
    ///
    /// - Throws: ``RegistrationRefusal/otherEdition``.
    func checkRegistrant(_ beginning: Beginning, of row: CounterRow, in transaction: any Transaction) throws {
        let registrant = try SubjectStore(transaction).find(row.subject)?.registrant
        guard registrant == beginning.registrant, !beginning.registrant.needsRepresentative else {
            throw RegistrationRefusal.otherEdition
        }
    }

    /// The entry of whoever has begun it; others do not go on with it.
    ///
    /// - Throws: ``RegistrationRefusal/none``.
    package func counterEntry(_ id: Identifier<CounterRow>, by actor: Actor) async throws -> CounterRow {
        let row = try await gate.look { try CounterStore($0).find(id: id) }
        guard let row, row.staff == actor.person, row.endsAt.map({ $0 > time.now }) ?? true else {
            throw RegistrationRefusal.none
        }
        return row
    }

    /// Destroys, with their keys, the entries to which nobody agreed in time.
    ///
    /// - Returns: how many.
    func sweepCounter() async throws -> Int {
        let now = time.now
        let ended = try await gate.look { try CounterStore($0).ended(at: now) }
        var expired = 0
        for row in ended {
            let isExpired = try await expire(row.subject, row.number) { [self] transaction in
                try isEnded(row.subject, at: now, in: transaction)
            }
            if isExpired { expired += 1 }
        }
        return expired
    }

    /// To which the codes of an entry are bound; the person has no session at the counter.
    func codeSession(of row: CounterRow) -> Bytes { gate.mac("counter", over: row.id.bytes) }
}

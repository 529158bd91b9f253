import Crypto
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// What an order's end brings about in other rooms, in its transaction: under the lock of the person, and after the order is
/// closed. Returns what the entry of the act tells of it.
package typealias OrderClosed = @Sendable (OrderRow, any Transaction) throws -> [String: String]

/// Where people order services under an agreement, and staff work the orders (clauses 1.8 and 2.2.1).
package struct OrderDesk: Sendable {
    let gate: Gate
    let registrar: Registrar
    let time: TimeSource
    let randomness: Randomness
    let closed: OrderClosed

    /// How many orders of one person may go on at once.
    static let mostOpen = 20
    /// How long a reason may be, in characters.
    static let longestReason = 2_000

    /// - Parameter closed: what follows when nothing is left to do for an order.
    package init(
        gate: Gate, registrar: Registrar, time: TimeSource, randomness: Randomness,
        closed: @escaping OrderClosed = { _, _ in [:] }
    ) {
        self.gate = gate
        self.registrar = registrar
        self.time = time
        self.randomness = randomness
        self.closed = closed
    }

    /// An order as it comes in.
    package struct Placing: Sendable {
        package let service: ServiceID
        /// Drawn when the form was shown, so that a form that is sent twice orders once.
        package let id: Identifier<OrderRow>
        /// SHA-256 of the text that was shown.
        package let textHash: Bytes
        /// ``OfferedService/mark`` of what was shown: price, term and all else that the catalogue says.
        package let offer: Bytes
        package let language: Language
        package let isAccepted: Bool

        package init(
            _ service: ServiceID, id: Identifier<OrderRow>, textHash: Bytes, offer: Bytes, in language: Language,
            isAccepted: Bool
        ) {
            self.service = service
            self.id = id
            self.textHash = textHash
            self.offer = offer
            self.language = language
            self.isAccepted = isAccepted
        }
    }

    /// Whether a person is identified and may order.
    package func mayOrder(_ subject: SubjectID) async throws -> Bool {
        try await gate.look { try RegistrationStore($0).find(subject)?.state == .approved }
    }

    /// A person accepts the agreement in force and orders.
    ///
    /// - Throws: ``OrderRefusal``; `GateRefusal` where the consent is missing or the data are blocked.
    @discardableResult
    package func place(_ placing: Placing, of subject: SubjectID, session: Bytes) async throws -> OrderReference {
        guard placing.isAccepted else { throw OrderRefusal.notAccepted }
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        return try await gate.perform { [gate] transaction in
            try transaction.lock(subject, .exclusive)
            guard let registration = try RegistrationStore(transaction).find(subject), registration.state == .approved
            else { throw OrderRefusal.notIdentified }
            let store = OrderStore(transaction)
            let earlier = try store.all(of: subject)
            if let same = earlier.first(where: { $0.id == placing.id }) { return same.reference }
            guard let offered = try ServiceDesk.offered(placing.service, in: transaction) else {
                throw OrderRefusal.notOffered
            }
            guard offered.agreement.textHash(in: placing.language) == placing.textHash,
                try offered.mark == placing.offer
            else { throw OrderRefusal.changedMeanwhile }
            guard earlier.count(where: \.state.isOpen) < Self.mostOpen else { throw OrderRefusal.tooMany }
            let permit = try gate.permitToWrite(
                Ask(
                    .placeOrder, by: .subject(subject, session: session), on: subject, for: .service,
                    fields: [.agreementAcceptance], caseID: registration.number), sealer: sealer, in: transaction)
            let evidence = try AgreementAcceptance(offered, in: placing.language, .tick, at: now)
            let sealed = try sealer.seal(
                try CanonicalJSON.encode(evidence), label: OrderText.acceptance.label(of: placing.id), in: .record)
            let row = OrderRow(
                subject: subject, id: placing.id,
                reference: OrderReference(registration.number, (earlier.first?.reference.number ?? 0) + 1),
                service: placing.service, version: offered.version.revision, agreement: offered.agreement.number,
                language: placing.language, textHash: placing.textHash, state: .placed, placedAt: now, paidAt: nil,
                endedAt: nil)
            try store.insert(row, acceptance: sealed)
            var note = row.note
            note["agreement"] = "\(row.agreement)"
            note["language"] = row.language.rawValue
            note["text"] = row.textHash.hex
            note["version"] = "\(row.version)"
            note["offer"] = placing.offer.hex
            note["manner"] = evidence.manner.rawValue
            try permit.note(note, digest: Bytes(SHA256.hash(data: sealed)), in: transaction)
            return row.reference
        }
    }

    /// The person takes an order back that nobody has taken up yet.
    package func withdraw(_ number: Int, of subject: SubjectID, session: Bytes) async throws {
        let row = try await own(number, of: subject).row
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { [gate, closed] transaction in
            let permit = try gate.permitToWrite(
                Ask(
                    .withdrawOrder, by: .subject(subject, session: session), on: subject, for: .rights,
                    caseID: row.reference.caseID), sealer: sealer, in: transaction)
            guard row.state == .placed, try OrderStore(transaction).move(row, to: .withdrawn, .withdrawn, at: now)
            else {
                throw OrderRefusal.notNow
            }
            try permit.note(row.note.merging(try closed(row, transaction)) { $1 }, in: transaction)
        }
    }

    /// An order with its way and, of the catalogue, what it is called.
    package struct Standing: Sendable {
        package let row: OrderRow
        package let title: Phrase
        package let steps: [OrderStep]
    }

    /// A person's orders, the newest first.
    package func own(_ subject: SubjectID) async throws -> [Standing] {
        try await gate.look { transaction in
            try OrderStore(transaction).all(of: subject).map { try Self.standing(of: $0, in: transaction) }
        }
    }

    /// A person's orders that are not ended, in an open transaction.
    package static func open(of subject: SubjectID, in transaction: any Transaction) throws -> [Standing] {
        try OrderStore(transaction).all(of: subject).filter(\.state.isOpen).map {
            try standing(of: $0, in: transaction)
        }
    }

    /// One of a person's orders, by its number.
    package func own(_ number: Int, of subject: SubjectID) async throws -> Standing {
        try await gate.look { transaction in
            guard let row = try OrderStore(transaction).all(of: subject).first(where: { $0.reference.number == number })
            else { throw OrderRefusal.noOrder }
            return try Self.standing(of: row, in: transaction)
        }
    }

    /// What the person accepted, opened for them: an act on record.
    package func read(_ number: Int, of subject: SubjectID, session: Bytes) async throws -> OrderTexts {
        let row = try await own(number, of: subject).row
        let texts = try await gate.look { try OrderStore($0).texts(of: row) }
        let ask = Ask(
            .readOwn, by: .subject(subject, session: session), on: subject, for: .rights,
            fields: texts.map(\.text.field),
            caseID: row.reference.caseID)
        return try OrderTexts(try await gate.read(ask) { _ in texts.map(\.sealed) })
    }

    static func standing(of row: OrderRow, in transaction: any Transaction) throws -> Standing {
        Standing(
            row: row,
            title: try ServiceStore(transaction).find(row.service)?.card.title
                ?? Phrase(
                    ru: row.service.rawValue, kk: row.service.rawValue, en: row.service.rawValue),
            steps: try OrderStore(transaction).steps(of: row))
    }
}

import Foundation
import Permits
import Policy
import Primitives
import Storage

/// A message ready to go: the address stands in its address line and nowhere else.
package struct Delivery: Sendable {
    package let id: Identifier<MessageRow>
    package let channel: MessageChannel
    package let address: PersonalData<String>
    /// The subject line; for e-mail only.
    package let subject: String
    package let text: String
    package let language: Language
}

/// What became of a delivery.
package enum DeliveryOutcome: Sendable {
    /// Taken over by the mail server or the SMS gateway.
    case sent
    /// Written to the outbox folder only, since nothing is configured.
    case unsent
    /// To be tried again; a closed word says why.
    case retry(String)
    /// Refused for good; a closed word says why.
    case failed(String)
}

/// Takes queued messages out, one look at the address each, through the Gate.
package struct Courier: Sendable {
    let gate: Gate
    let time: TimeSource
    /// The address of the site, put in for `{site}`.
    let site: String
    let deliver: @Sendable (Delivery) async -> DeliveryOutcome
    /// A message is given up after so many tries.
    let mostTries = 8

    package init(
        gate: Gate, time: TimeSource, site: String, deliver: @escaping @Sendable (Delivery) async -> DeliveryOutcome
    ) {
        self.gate = gate
        self.time = time
        self.site = site
        self.deliver = deliver
    }

    /// Sends what is due. - Returns: how many messages were worked on.
    @discardableResult
    package func round() async throws -> Int {
        let now = time.now
        let rows = try await gate.look { try MessageQueue($0).due(at: now, limit: 32) }
        for row in rows { try await send(row) }
        return rows.count
    }

    private func send(_ row: MessageRow) async throws {
        let outcome: DeliveryOutcome
        do {
            outcome = try await attempt(row)
        } catch let refusal as GateRefusal where refusal.reason != .noEvidence {
            outcome = .failed(refusal.reason.rawValue)
        }
        let now = time.now
        try await gate.perform { [mostTries] transaction in
            let queue = MessageQueue(transaction)
            switch outcome {
            case .sent: try queue.settle(row, .sent, at: now, problem: nil)
            case .unsent: try queue.settle(row, .unsent, at: now, problem: nil)
            case .failed(let why): try queue.settle(row, .failed, at: now, problem: why)
            case .retry(let why) where row.tries + 1 >= mostTries: try queue.settle(row, .failed, at: now, problem: why)
            case .retry(let why):
                try queue.retry(row, at: now + .seconds(15 << min(row.tries, 8)), problem: why)
            }
        }
    }

    private func attempt(_ row: MessageRow) async throws -> DeliveryOutcome {
        let subject = try await gate.look { try SubjectStore($0).find(row.subject) }
        guard let subject else { return .failed("no_subject") }
        let staff = subject.kind == .staff
        let field: FieldNumber = row.channel == .email ? (staff ? .staffEmail : .email) : .telephone
        let ask = Ask(.notify, by: Actor(.mailer), on: row.subject, for: staff ? .security : .contact, fields: [field])
        let record = try await gate.read(ask)
        guard let address = record[field] else { return .failed("no_address") }
        let plain = try await gate.unsealOwn(row.parameters, label: "message \(row.id)", of: row.subject)
        var parameters = try JSONDecoder().decode([String: String].self, from: Data(plain.reveal()))
        if let target = parameters.removeValue(forKey: MessageRow.target) {
            let compared = address.reveal().precomposedStringWithCompatibilityMapping.lowercased()
            let digests = try AddressBook(gate).digests(field, compared).map(\.digest.hex)
            guard digests.contains(target) else { return .failed("address_changed") }
        }
        parameters["site"] = site
        let life = try await gate.look { [gate] in try gate.book.inForce(in: $0).document.terms.code.span }
        return await deliver(
            Delivery(
                id: row.id, channel: row.channel, address: address, subject: row.template.subject[row.language],
                text: row.channel == .email
                    ? row.template.text(in: row.language, parameters, life: life)
                    : row.template.shortText(in: row.language, parameters, life: life), language: row.language))
    }
}

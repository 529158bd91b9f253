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
    /// Refused for good by the other side; a closed word says why.
    case failed(String)
    /// Nobody is to be told any more; a closed word says why.
    case needless(String)
}

/// Takes queued messages out, one look at the address each, through the Gate.
package struct Courier: Sendable {
    let gate: Gate
    let time: TimeSource
    /// The address of the site, put in for `{site}`.
    let site: String
    let deliver: @Sendable (Delivery) async -> DeliveryOutcome
    /// How long a message is this process's alone: longer than a mail server or a gateway may take.
    static let claim = Span.minutes(2)
    /// What is sent one after the other in that time.
    static let atOnce = 3
    /// After so many others have their turn.
    static let inARound = 30

    package init(
        gate: Gate, time: TimeSource, site: String, deliver: @escaping @Sendable (Delivery) async -> DeliveryOutcome
    ) {
        self.gate = gate
        self.time = time
        self.site = site
        self.deliver = deliver
    }

    /// Sends what is due, a few at a time; while work is held after a restore only codes, for which somebody waits now.
    ///
    /// - Returns: how many messages were worked on.
    @discardableResult
    package func round() async throws -> Int {
        var done = 0
        while done < Self.inARound, !Task.isCancelled {
            let now = time.now
            let (isDue, only) = try await gate.look { transaction in
                let only: MessageTemplate? = try WorkHoldStore(transaction).standing() == nil ? nil : .code
                return (try MessageQueue(transaction).isDue(only, at: now), only)
            }
            guard isDue else { break }
            let rows = try await gate.perform { transaction in
                try MessageQueue(transaction).claim(only, at: now, until: now + Self.claim, limit: Self.atOnce)
            }
            // Another process has them.
            if rows.isEmpty { break }
            for row in rows { try await send(row) }
            done += rows.count
        }
        return done
    }

    private func send(_ row: MessageRow) async throws {
        let outcome: DeliveryOutcome
        do {
            outcome = try await attempt(row)
        } catch let refusal as GateRefusal where refusal.reason != .noEvidence {
            outcome = .needless(refusal.reason.rawValue)
        }
        let now = time.now
        let keeps = row.template.keepsParameters
        try await gate.perform { transaction in
            let queue = MessageQueue(transaction)
            switch outcome {
            case .sent: try queue.settle(row, .sent, at: now, problem: nil)
            case .unsent: try queue.settle(row, .unsent, at: now, problem: nil)
            case .needless(let why): try queue.settle(row, .dropped, at: now, problem: why)
            case .failed(let why): try queue.settle(row, .failed, at: now, problem: why, keeps: keeps)
            case .retry(let why) where BackOff.message.isSpent(row.tries + 1):
                try queue.settle(row, .failed, at: now, problem: why, keeps: keeps)
            case .retry(let why):
                try queue.retry(row, at: now + BackOff.message.pause(after: row.tries + 1), problem: why)
            }
        }
    }
}

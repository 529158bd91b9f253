import Access
import Permits
import Policy
import Primitives
import Registration
import Synchronization

/// What connected programmes do with people's data: register, read, look up. Each act goes through the Gate.
package final class SubjectDesk: Sendable {
    package let gate: Gate
    package let registrar: Registrar
    private let time: TimeSource
    /// Requests that this process is working on.
    private let busy = Mutex<Set<Bytes>>([])

    package init(gate: Gate, registrar: Registrar, time: TimeSource) {
        self.gate = gate
        self.registrar = registrar
        self.time = time
    }

    /// Registers a person; the same request sent again answers with the same person.
    ///
    /// - Throws: what ``Registrar/register(_:by:unless:)`` throws; ``ClientRefusal`` with `.mayNotVouch`, `.inProgress`,
    ///   `.otherBody`, `.erased`.
    package func register(
        _ application: Registrar.Application, as request: RepeatableRequest, by client: Client
    ) async throws -> Registrar.Registered {
        guard application.vouched.allSatisfy({ client.vouched.contains($0.field) }) else {
            throw ClientRefusal.mayNotVouch
        }
        guard busy.withLock({ $0.insert(request.digest).inserted }) else { throw ClientRefusal.inProgress }
        defer { _ = busy.withLock { $0.remove(request.digest) } }
        let now = time.now
        return try await registrar.register(application, by: client) { registered, transaction in
            try IdempotencyStore(transaction).take(request, for: registered, at: now)
        }
    }

    /// Fields of a person, once the evidence is durable; those that the person has not given are left out.
    ///
    /// - Throws: `GateRefusal`, durable itself before it is thrown.
    package func read(
        _ fields: [FieldNumber], of subject: SubjectID, for purpose: PurposeID, caseID: String, by client: Client
    ) async throws -> OpenRecord {
        try await gate.read(
            Ask(.readSubject, by: Actor(client), on: subject, for: purpose, fields: fields, caseID: caseID))
    }

    /// The persons who have confirmed an address; on record also when there is none.
    ///
    /// - Throws: `RegistrationRefusal.fields` when it is no address; `GateRefusal`.
    package func lookUp(
        _ channel: Channel, _ entered: String, for purpose: PurposeID, caseID: String, by client: Client
    ) async throws -> [SubjectID] {
        let address = try Registrar.normalised(channel, entered)
        return try await gate.lookUp(
            channel.field, address.compared, by: Actor(client), for: purpose, caseID: caseID)
    }
}

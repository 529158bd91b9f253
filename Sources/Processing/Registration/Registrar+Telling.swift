import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Queues a message to the confirmed addresses of a person, the e-mail address first. Of what becomes of a child's
    /// case the legal representative is told too, at the addresses of their own account (Civil Code, art. 23).
    package func tell(
        _ template: MessageTemplate, about registration: RegistrationRow, contacts: [Channel: ContactRow],
        _ parameters: [String: String] = [:], sealer: Sealer, id: Identifier<MessageRow>,
        in transaction: any Transaction
    ) throws {
        guard let person = try SubjectStore(transaction).find(registration.subject) else { return }
        var parameters = parameters
        parameters["number"] = registration.number
        var ways = confirmed(contacts).map { Way(channel: $0, language: person.language, guardian: nil) }
        if person.registrant == .child { ways += try guardians(of: person.id, except: contacts, in: transaction) }
        for (index, way) in ways.enumerated() {
            // One identifier a way, made from the one drawn before the transaction.
            var bytes = id.bytes
            bytes[15] ^= UInt8(index)
            guard let own = Identifier<MessageRow>(bytes) else { continue }
            parameters[MessageRow.guardian] = way.guardian.map { "\($0)" }
            try MessageQueue(transaction).add(
                template, by: way.channel == .email ? .email : .sms, language: way.language, parameters,
                sealer: sealer, id: own, at: time.now)
        }
    }

    /// By what a message goes out: to the person's own address, or to one of who acts for them.
    private struct Way {
        let channel: Channel
        let language: Language
        let guardian: SubjectID?
    }

    private func confirmed(_ contacts: [Channel: ContactRow]) -> [Channel] {
        Channel.allCases.filter { contacts[$0]?.confirmedAt != nil }
    }

    /// - Parameter own: the child's own addresses, at which nobody is told twice.
    private func guardians(
        of child: SubjectID, except own: [Channel: ContactRow], in transaction: any Transaction
    ) throws -> [Way] {
        let now = time.now
        let standing = try RepresentationStore(transaction).all(of: child).filter { row in
            row.kind == .guardian && row.stands(at: now)
        }
        return try standing.flatMap { row -> [Way] in
            guard let guardian = try SubjectStore(transaction).find(row.representative) else { return [] }
            let contacts = try RegistrationStore(transaction).contacts(of: guardian.id)
            return confirmed(contacts).filter { contacts[$0]?.target != own[$0]?.target }.map { channel in
                Way(channel: channel, language: guardian.language, guardian: guardian.id)
            }
        }
    }
}

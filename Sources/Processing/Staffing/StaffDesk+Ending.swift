import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension StaffDesk {
    /// Ends a member's access at once: sessions, roles, credentials. They are told of it by e-mail.
    ///
    /// - Throws: ``StaffRefusal/noMember``, ``StaffRefusal/lastAdministrator``.
    package func endAccess(of subject: SubjectID, by actor: Actor) async throws {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(.endAccess, by: actor, on: subject, for: .security), sealer: sealer, in: transaction)
            let store = StaffStore(transaction)
            guard let member = try store.find(subject), member.state != .ended else { throw StaffRefusal.noMember }
            if member.roles.contains(.administrator), try store.administrators(except: subject) == 0 {
                throw StaffRefusal.lastAdministrator
            }
            let language = try SubjectStore(transaction).find(subject)?.language ?? .ru
            try MessageQueue(transaction).add(
                .accessEnded, by: .email, language: language, sealer: sealer, id: message, at: now)
            try store.endAccess(of: subject, at: now)
            try permit.note(in: transaction)
        }
    }
}

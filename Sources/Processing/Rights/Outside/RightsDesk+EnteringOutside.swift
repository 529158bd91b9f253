import Access
import Deadlines
import Permits
import Policy
import Primitives
import Registration
import Storage

extension RightsDesk {
    /// What somebody of whom no registration is known has sent on paper or by e-mail, or has said.
    package struct OutsideIncoming: Sendable {
        package let kind: RequestKind
        let words: String?
        package let way: RequestRow.Way
        /// The day of receipt, with which the clock begins.
        package let receivedOn: Day
        let name: PersonName
        /// Where they can be told how it ended; nil when they have named no such address.
        package let address: (channel: Channel, shown: String, compared: String)?
        let language: Language

        package init(
            _ kind: RequestKind, words: String?, by way: RequestRow.Way, on day: Day, name: PersonName,
            address: (channel: Channel, shown: String, compared: String)?, language: Language
        ) {
            self.kind = kind
            self.words = words
            self.way = way
            receivedOn = day
            self.name = name
            self.address = address
            self.language = language
        }
    }

    /// Enters such a request, under a key of its own as those that come without an account; a reviewer tells whose it is.
    ///
    /// The address is not confirmed: it proves nothing, and no code goes there.
    /// - Throws: ``RightsRefusal/noWords``, ``RightsRefusal/longWords``, ``RightsRefusal/noSuchKind``,
    ///   ``RightsRefusal/wrongDay``.
    package func enter(_ incoming: OutsideIncoming, actor: Actor) async throws -> Identifier<OutsideRequestRow> {
        guard let words = incoming.words, !words.isEmpty else { throw RightsRefusal.noWords }
        try Self.checkLength(words)
        try checkReceipt(by: incoming.way, on: incoming.receivedOn)
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let id = Identifier<OutsideRequestRow>(from: randomness)
        let sealed = try sealer.seal(Bytes(words.utf8), label: OutsideRequestRow.label(id), in: .record)
        let (now, number) = (time.now, "R-" + registrar.registrationNumber())
        let who = Outsider(name: incoming.name, address: incoming.address, language: incoming.language)
        try await gate.perform { transaction in
            guard let term = try terms.term(of: incoming.kind, after: incoming.receivedOn, in: transaction) else {
                throw RightsRefusal.noSuchKind
            }
            let row = OutsideRequestRow(
                subject: subject, id: id, number: number, kind: incoming.kind, state: .received, way: incoming.way,
                channel: incoming.address?.channel, createdAt: now, receivedOn: incoming.receivedOn, term: term,
                endsAt: nil)
            try keep(row, words: sealed, of: who, by: actor, sealer: sealer, in: transaction)
        }
        return id
    }

    /// Staff enter what came by some ways alone, and not later than a year after its receipt.
    ///
    /// - Throws: ``RightsRefusal/wrongDay``.
    func checkReceipt(by way: RequestRow.Way, on day: Day) throws(RightsRefusal) {
        guard RequestRow.Way.byStaff.contains(way),
            (today.daysSince1970 - 366...today.daysSince1970).contains(day.daysSince1970)
        else { throw .wrongDay }
    }
}

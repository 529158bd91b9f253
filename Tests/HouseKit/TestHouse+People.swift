import Access
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import Vault

/// Somebody invented who has begun to register.
package struct Person: Sendable {
    package let subject: SubjectID
    package let number: String
    package let session: Bytes

    package init(subject: SubjectID, number: String, session: Bytes) {
        self.subject = subject
        self.number = number
        self.session = session
    }

    package init(_ begun: Registrar.Begun) {
        self.init(subject: begun.subject, number: begun.number, session: Session.digest(of: begun.token))
    }
}

extension TestHouse {
    /// The form of the first step, filled in.
    package func beginning(
        _ family: String, _ given: String, agreed: Bool = true, optional: Set<ConsentID> = []
    ) throws -> Registrar.Beginning {
        Registrar.Beginning(
            name: try PersonName(family: family, given: given, patronymic: ""), isDeclared: true, isAgreed: agreed,
            optional: optional, language: .kk, edition: edition.number, submission: Randomness.system.bytes(16))
    }

    package func begin(_ family: String, _ given: String, optional: Set<ConsentID> = []) async throws -> Person {
        Person(try await registrar.begin(try beginning(family, given, optional: optional)))
    }

    /// Gives an address and the code that comes to it.
    package func confirm(_ channel: Channel, _ address: String, of person: Person) async throws {
        try await registrar.setContact(channel, to: address, of: person.subject, session: person.session)
        try await courier.round()
        try await registrar.confirm(
            try await outbox.code(), channel, of: person.subject, session: person.session)
    }

    /// Somebody who has confirmed an e-mail address and sent the registration.
    package func register(_ family: String, _ given: String, email: String) async throws -> Person {
        let person = try await begin(family, given)
        try await confirm(.email, email, of: person)
        try await registrar.send(person.subject, session: person.session)
        try await courier.round()
        return person
    }

    package func registration(of person: Person) async throws -> RegistrationRow? {
        try await gate.look { try RegistrationStore($0).find(person.subject) }
    }

    /// Publishes the policy once more, under another title.
    package func publishNextEdition() async throws {
        let title = edition.document.title[.kk]
        try await publish(changing: "\"\(title)\"", to: "\"\(title) 2\"")
    }

    /// Publishes the policy in force with one place of its canonical form changed.
    package func publish(changing old: String, to new: String) async throws {
        let inForce = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        let text = String(decoding: try inForce.document.canonical(), as: UTF8.self)
        guard text.contains(old) else { throw TestHouseError.notFound(old) }
        let changed = Bytes(text.replacing(old, with: new).utf8)
        _ = try await gate.publish(try CanonicalJSON.decode(PolicyDocument.self, from: changed))
    }

    /// Gives the key of the blind index a new version.
    package func addIndexVersion() throws { try ring.addIndexVersion() }

    /// Ends a version of that key.
    package func dropIndexVersion(_ version: Int) throws { try ring.dropIndexVersion(version) }

    /// How many rows a table has.
    package func count(_ table: String) async throws -> Int {
        try await database.read { Int(try $0.rows(SQL(stringLiteral: "SELECT COUNT(*) FROM \(table)"))[0].int(0)) }
    }
}

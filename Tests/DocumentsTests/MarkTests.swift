import Access
import Crypto
import Documents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("The digests of a document")
struct MarkTests {
    private static let interpreter = DocumentInterpreter(
        interpret: { _, _ in DocumentReading(values: [.init(21, "9963734", confidence: 90)]) },
        identify: { reading in reading.values.map { DocumentIdentifier($0.field, $0.text) } })

    @Test("are keyed, and declared in the entry of the act that makes them", arguments: Engine.available)
    func keyed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let file = Files.jpeg(250_000)
            try await house.send(file, by: person)
            try await house.processing(.slicing, Self.interpreter).work()
            let (print, marks) = try await house.digests(of: person)
            #expect(print.count == 1 && marks.count == 1)
            #expect(print.first?.count == 32 && marks.first?.count == 32)
            #expect(print.first != Bytes(SHA256.hash(data: file)))
            #expect(try marks.first == house.house.gate.indexed(21, "9963734").first?.digest)
            #expect(marks.first != Bytes(SHA256.hash(data: Bytes("9963734".utf8))))
            let entries = try await house.house.gate.history(of: person.subject, limit: 100)
            #expect(entries.first { $0.act == "readFromDocument" }?.fields == [21, 26, 27])
        }
    }

    @Test("of one file are the same for the same person only", arguments: Engine.available)
    func onePerson(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let people = [try await house.person(), try await house.person()]
            for person in people {
                try await house.send(Files.jpeg(70_000), by: person)
                try await house.send(Files.jpeg(70_000), .address, by: person)
                try await house.send(Files.jpeg(70_001), .address, by: person)
            }
            try await house.processing(.slicing).work()
            let prints = [try await house.digests(of: people[0]).0, try await house.digests(of: people[1]).0]
            for own in prints {
                #expect(own.count == 3)
                #expect(own[0] == own[1] && own[1] != own[2])
            }
            #expect(Set(prints[0]).isDisjoint(with: prints[1]))
        }
    }

    @Test("go when the person takes the document out", arguments: Engine.available)
    func removed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let sent = try await house.send(Files.jpeg(1_000), by: person)
            try await house.processing(.slicing, Self.interpreter).work()
            #expect(try await house.house.count("document_mark") == 1)
            try await house.intake().remove(sent.id, of: person.subject, session: person.session)
            #expect(try await house.house.count("document_mark") == 0)
            #expect(try await house.digests(of: person).1.isEmpty)
        }
    }

    @Test("are not made under a policy that does not declare them")
    func undeclared() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            _ = try await house.house.gate.publish(try Self.policyWithoutMarks())
            let begun = try await house.house.registrar.begin(
                Registrar.Beginning(
                    name: try PersonName(family: "Үлгіева", given: "Айгерім", patronymic: ""), isDeclared: true,
                    isAgreed: true, optional: [], language: .kk, edition: 2, submission: [7]))
            let person = Person(
                subject: begun.subject, number: begun.number, session: Session.digest(of: begun.token))
            try await house.send(Files.jpeg(1_000), by: person)
            let outcomes = try await house.processing(.slicing, Self.interpreter).work()
            #expect(outcomes == [.ready])
            #expect(try await house.house.count("document_mark") == 0)
            #expect(try await house.digests(of: person).0.isEmpty)
        }
    }

    private static func policyWithoutMarks() throws -> PolicyDocument {
        var folder = try TestHouse.policyFolder()
        let text = try #require(folder.files["policy.yml"])
        let changed = text.replacing("        fields: [26]\n", with: "")
            .replacing("fields: [20, 21, 22, 23, 24, 26, 27]", with: "fields: [20, 21, 22, 23, 24]")
        #expect(changed.count < text.count - 20)
        folder.files["policy.yml"] = changed
        return try #require(folder.read().document)
    }
}

extension DocumentHouse {
    /// The digests of a person's files, in their order, and of what identifies their documents.
    func digests(of person: Person) async throws -> ([Bytes], Set<Bytes>) {
        try await house.gate.look { transaction in
            let store = DocumentStore(transaction)
            return (try store.all(of: person.subject).compactMap(\.fingerprint), try store.marks(of: person.subject))
        }
    }
}

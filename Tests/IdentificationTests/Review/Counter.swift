import Access
import Documents
import HouseKit
import Identification
import Messages
import Permits
import Policy
import Primitives
import Registration
import TestKit

/// Somebody who registers people at the counter, and perhaps reviews as well.
struct Counter: Sendable {
    let review: ReviewHouse
    let id: SubjectID

    init(_ review: ReviewHouse, _ id: SubjectID = SubjectID(from: .system)) {
        self.review = review
        self.id = id
    }

    var actor: Actor { Actor(.support, person: id, session: Bytes(repeating: 7, count: 32)) }
    var reviewer: ReviewHouse.Reviewer {
        ReviewHouse.Reviewer(id: id, actor: Actor(.reviewer, person: id, session: Bytes(repeating: 8, count: 32)))
    }
    var registrar: Registrar { review.house.registrar }

    func assist(_ email: String, by actor: Actor? = nil) async throws -> CounterRow {
        try await registrar.assist(
            .email, try Registrar.normalised(.email, email), language: .kk, by: actor ?? self.actor)
    }

    /// The code that came to the person's device.
    func code() async throws -> String {
        try await review.house.courier.round()
        return try await review.house.outbox.code()
    }

    func begun(_ email: String) async throws -> Person {
        let entry = try await assist(email)
        try await registrar.agree(
            entry.id, code: try await code(), to: try review.house.beginning("Үлгіева", "Айгерім"), by: actor)
        return Person(subject: entry.subject, number: entry.number, session: Bytes(repeating: 9, count: 32))
    }

    func see(_ person: Person, digits: String = "12ab") async throws {
        try await review.documents.intake.see(
            "identity_document", digits: digits, on: Day(of: review.house.clock.now, hoursEast: 5), of: person.subject,
            by: actor)
    }

    /// Somebody whose registration was entered, with an original seen, and sent.
    func sent(_ email: String) async throws -> Person {
        let person = try await begun(email)
        try await see(person)
        try await registrar.send(person.subject, by: actor)
        return person
    }
}

extension Counter {
    /// Somebody who has signed the printed text, of which no picture is there yet.
    func signed(optional: Set<ConsentID> = []) async throws -> (entry: CounterRow, person: Person) {
        let entry = try await registrar.assistOnPaper(language: .kk, by: actor)
        try await registrar.sign(
            entry.id, to: try review.house.beginning("Үлгіев", "Асан", optional: optional), by: actor)
        let person = Person(subject: entry.subject, number: entry.number, session: Bytes(repeating: 9, count: 32))
        return (entry, person)
    }

    /// A picture of the paper.
    @discardableResult
    func photograph(_ person: Person, by actor: Actor? = nil) async throws -> DocumentRow {
        let file = Scan.file(Scan.card)
        return try await review.documents.intake.receive(
            .init(.consentPaper, length: file.count), of: person.subject, by: actor ?? self.actor, Scan.Body(file))
    }
}

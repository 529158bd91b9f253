import Access
import Foundation
import HouseKit
import Messages
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

extension Walk {
    private static let most = 10
    /// Clauses on which nothing of a registration rests.
    private static let later: Set = ["1.8", "3.3.a"]

    mutating func begin() async throws {
        guard model.persons.count < Self.most else { return }
        let (name, given) = (try PersonName(family: marker(), given: marker(), patronymic: ""), dice.roll(0...2))
        let chosen: Set<ConsentID> = [[], ["advertising", "courier"], ["courier"]][given]
        let may = model.now.void.isDisjoint(with: Wish.registering.clauses)
        tell("begins" + (may ? "" : " (refused)"))
        let beginning = Registrar.Beginning(
            name: name, isDeclared: true, isAgreed: true, optional: chosen, language: .kk, edition: model.inForce,
            submission: Randomness.system.bytes(16))
        do {
            let person = Person(try await world.house.registrar.begin(beginning))
            #expect(may, "\(story)")
            try await enter(person, name, chosen)
        } catch let refusal as GateRefusal {
            #expect(!may, "began is refused, \(refusal.reason): \(story)")
        }
    }

    private mutating func enter(_ person: Person, _ name: PersonName, _ chosen: Set<ConsentID>) async throws {
        model.persons[person.subject] = Model.Person(
            number: person.number, order: newNumber(), session: person.session, fields: [:], consents: [:],
            due: clock.now + Model.draftTerm)
        set(name, of: person.subject)
        model.set(6, Registrar.declaration, of: person.subject)
        let agreed = Self.optional.filter { id in
            chosen.contains { $0.rawValue == id.prefix { $0 != "." } } && !model.now.void.contains(Model.clause(of: id))
        }
        model.give(["main"] + agreed, to: person.subject, at: clock.now)
        // Whoever confirms an address at once has sent the registration at once.
        guard model.now.void.isSubset(of: Self.later), dice.roll(0...1) == 0 else { return }
        let email = mail()
        tell("confirms and sends", person.subject)
        // So that nothing but the code goes out next.
        try await world.house.courier.round()
        try await world.house.confirm(.email, email, of: person)
        try await world.house.registrar.send(person.subject, session: person.session)
        try await world.house.courier.round()
        model.set(4, email, of: person.subject)
        model.persons[person.subject]?.due = nil
        guard dice.roll(0...3) > 0 else { return }
        tell("is approved", person.subject)
        try await world.approve(person.subject)
        model.persons[person.subject]?.isApproved = true
    }

    private mutating func set(_ name: PersonName, of subject: SubjectID) {
        model.set(1, name.family ?? "", of: subject)
        model.set(2, name.given ?? "", of: subject)
    }

    private mutating func mail() -> String {
        let email = "walker.\(newNumber()).\(seed)@example.kz"
        markers.insert(email)
        return email
    }

    mutating func correct() async throws {
        guard let subject = pick(), let person = model.persons[subject], person.due != nil else { return }
        let name = try PersonName(family: marker(), given: marker(), patronymic: "")
        // The consents that stand are given anew with the names, the main one always.
        let given = ["main"] + Self.optional.filter { (person.consents[$0]?.until ?? clock.now) > clock.now }
        var next = model
        next.give(given, to: subject, at: clock.now)
        let may =
            next.allows(Wish.correcting, on: subject, at: clock.now)
            && given.allSatisfy { !model.now.void.contains(Model.clause(of: $0)) }
        let (registrar, edition) = (world.house.registrar, model.inForce)
        let done = try await attempt("corrects the names", subject, may: may) {
            try await registrar.correctNames(
                Applicant(name: name), language: .en, shown: edition, of: subject, session: $0.session)
        }
        guard done else { return }
        model = next
        set(name, of: subject)
    }

    mutating func address() async throws {
        guard let subject = pick(), model.persons[subject]?.due != nil else { return }
        let (email, registrar) = (mail(), world.house.registrar)
        let may = model.allows(Wish.addressing, on: subject, at: clock.now)
        let done = try await attempt("gives an address", subject, may: may) {
            try await registrar.storeContact(.email, (email, email), of: subject, session: $0.session)
        }
        if done { model.set(4, email, of: subject) }
    }
}

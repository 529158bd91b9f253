import Access
import Consents
import Foundation
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Rights
import TestKit
import Testing

extension Walk {
    private static let most = 10
    static let optional = ["advertising.email", "advertising.sms", "advertising.call", "courier"]
    private static let clauses = ["2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.3.2", "3.5.1"]

    mutating func act() async throws {
        switch dice.roll(0...999) {
        case 0..<150: try await begin()
        case 150..<330: try await decide()
        case 330..<400: try await agreeAfresh()
        case 400..<460: try await correct()
        case 460..<520: try await address()
        case 520..<600: try await block()
        case 600..<660: try await ask()
        case 660..<700: try await end()
        case 700..<715: try await publish()
        case 715..<725: try await declareVoid()
        case 725..<900: try await pass()
        case 900..<930: try await turn()
        case 930..<945 where isCopied: try await copy()
        case 945..<947 where isCopied: try await restore()
        default: try await sequence()
        }
    }

    private mutating func begin() async throws {
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
        guard model.now.void.isEmpty, dice.roll(0...1) == 0 else { return }
        let email = mail()
        tell("confirms and sends", person.subject)
        try await world.house.confirm(.email, email, of: person)
        try await world.house.registrar.send(person.subject, session: person.session)
        try await world.house.courier.round()
        model.set(4, email, of: person.subject)
        model.persons[person.subject]?.due = nil
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

    private mutating func decide() async throws {
        guard let subject = pick(), let person = model.persons[subject] else { return }
        let id = dice.pick(["main", "advertising.email", "courier"])
        let stands = person.consents[id].map { $0.until > clock.now } ?? false
        let give = dice.roll(0...3) > 0 || id == "main" && dice.roll(0...1) == 0
        let may = !give || !model.now.void.contains(Model.clause(of: id))
        let (desk, edition) = (world.consents, model.inForce)
        let done = try await attempt(give ? "gives \(id)" : "withdraws \(id)", subject, may: may) {
            try await desk.decide(
                ConsentID(id), give: give, language: .en, personName: "N", shown: edition, of: subject,
                session: $0.session)
        }
        guard done, stands != give else { return }
        if give { model.give([id], to: subject, at: clock.now) } else { model.persons[subject]?.consents[id] = nil }
    }

    private mutating func agreeAfresh() async throws {
        guard let subject = pick(), let person = model.persons[subject] else { return }
        let (desk, edition, all) = (world.consents, model.inForce, ["main"] + Self.optional)
        _ = try await attempt("agrees afresh", subject, may: true) {
            try await desk.agreeAfresh(
                to: Set(all.map { ConsentID($0) }), language: .en, personName: "N", shown: edition, of: subject,
                session: $0.session)
        }
        let renewed = all.filter { id in
            guard let given = person.consents[id], given.until > clock.now else { return false }
            return given.edition < edition && !model.now.void.contains(Model.clause(of: id))
        }
        model.give(renewed, to: subject, at: clock.now)
    }

    private mutating func correct() async throws {
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

    private mutating func address() async throws {
        guard let subject = pick(), model.persons[subject]?.due != nil else { return }
        let (email, registrar) = (mail(), world.house.registrar)
        let may = model.allows(Wish.addressing, on: subject, at: clock.now)
        let done = try await attempt("gives an address", subject, may: may) {
            try await registrar.storeContact(.email, (email, email), of: subject, session: $0.session)
        }
        if done { model.set(4, email, of: subject) }
    }

    private mutating func block() async throws {
        guard let subject = pick(), let person = model.persons[subject] else { return }
        let (desk, isBlocked) = (world.rights, person.isBlocked)
        let done = try await attempt(isBlocked ? "unblocks" : "blocks", subject, may: true) {
            if isBlocked {
                try await desk.unblock(subject, session: $0.session)
            } else {
                try await desk.block(subject, session: $0.session)
            }
        }
        if done { model.persons[subject]?.isBlocked.toggle() }
    }

    private mutating func ask() async throws {
        guard let subject = pick() else { return }
        let desk = world.rights
        _ = try await attempt("asks for information", subject, may: true) { person in
            do {
                let reference = try await desk.ask(.information, words: nil, of: subject, session: person.session)
                try await desk.withdraw(reference.number, of: subject, session: person.session)
            } catch RightsRefusal.tooMany {
                // There is a bound to open requests.
            }
        }
    }

    private mutating func end() async throws {
        guard let subject = pick() else { return }
        let (registrar, act) = (world.house.registrar, dice.pick([Act.decline, .withdrawRegistration]))
        let may = model.allows(Wish.ending, on: subject, at: clock.now)
        let done = try await attempt("ends", subject, may: may) {
            try await registrar.end(subject, by: act, session: $0.session)
        }
        if done { model.erase(subject, at: clock.now) }
    }

    private mutating func publish() async throws {
        // The same text again is no new edition.
        let variant = dice.pick(Model.Variant.all.filter { $0 != model.now.variant })
        tell("an edition is published")
        trail.append("  number \(model.inForce + 1), variant \(variant.rawValue)")
        try await world.publish(variant)
        model.publish(variant)
    }

    private mutating func declareVoid() async throws {
        guard let clause = Self.clauses.filter({ !model.now.void.contains($0) }).randomElement(using: &dice) else {
            return
        }
        tell("a clause is void")
        trail.append("  \(clause)")
        try await world.declareVoid(clause)
        model.declareVoid(clause)
    }

    /// Time goes by, and what has run out ends.
    private mutating func pass() async throws {
        clock.advance(by: dice.roll(0...199) == 0 ? .days(dice.roll(30...300)) : .minutes(dice.roll(1...720)))
        tell("time passes, the sweep runs")
        _ = try await world.house.registrar.sweep()
        for (subject, person) in model.persons {
            if let due = person.due, due <= clock.now, !person.isBlocked {
                model.erase(subject, at: clock.now)
                count("a draft ran out")
            }
        }
    }

    private mutating func sequence() async throws { _ = try await world.house.sequencer.sequence() }
}

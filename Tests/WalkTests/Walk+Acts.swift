import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Rights
import TestKit
import Testing

extension Walk {
    static let optional = ["advertising.email", "advertising.sms", "advertising.call", "courier"]
    private static let clauses = ["1.8", "2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.3.2", "3.5.1"]

    mutating func act() async throws {
        switch dice.roll(0...999) {
        case 0..<130: try await begin()
        case 130..<290: try await decide()
        case 290..<350: try await agreeAfresh()
        case 350..<400: try await correct()
        case 400..<450: try await address()
        case 450..<510: try await block()
        case 510..<550: try await ask()
        case 550..<590: try await end()
        case 590..<605: try await publish()
        case 605..<615: try await declareVoid()
        case 615..<775: try await pass()
        case 775..<805: try await turn()
        case 805..<820 where isCopied: try await copy()
        case 820..<822 where isCopied: try await restore()
        case 822..<880: try await correspond()
        case 880..<970: try await trade()
        default: try await sequence()
        }
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
        guard let subject = pick(), let person = model.persons[subject] else { return }
        // What was decided is ended by staff, on request.
        if person.isApproved { return try await destroy(subject) }
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

import Archive
import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import TestKit
import Testing

extension Walk {
    static let optional = ["advertising.email", "advertising.sms", "advertising.call", "courier"]
    private static let clauses = [
        "1.8", "2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.3.2", "3.3.a", "3.5.1",
    ]

    mutating func act() async throws {
        switch dice.roll(0...999) {
        case 0..<120: try await begin()
        case 120..<270: try await decide()
        case 270..<320: try await agreeAfresh()
        case 320..<360: try await correct()
        case 360..<400: try await address()
        case 400..<450: try await block()
        case 450..<480: try await ask()
        case 480..<530: try await end()
        case 530..<547: try await publish()
        case 547..<555: try await declareVoid()
        case 555..<705: try await pass()
        case 705..<730: try await turn()
        case 730..<744 where isCopied: try await copy()
        case 744..<749 where isCopied: try await restore()
        case 749..<819: try await correspond()
        case 819..<935: try await trade()
        case 935..<960: try await keep()
        case 960..<980: try await visitArchive()
        case 980..<990: try await follow()
        default: try await sequence()
        }
    }

    private mutating func decide() async throws {
        guard let subject = pick(), let person = model.persons[subject] else { return }
        let hasMain = person.consents["main"].map { $0.until > clock.now } ?? false
        // Without it little can be done.
        let id = !hasMain && dice.roll(0...1) == 0 ? "main" : dice.pick(["main", "advertising.email", "courier"])
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
        if give { return model.give([id], to: subject, at: clock.now) }
        model.persons[subject]?.consents[id] = nil
        let now = clock.now
        model.persons[subject]?.withdrawn[id] = now
        if id == "main" { model.persons[subject]?.lost = [:] }
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
        // Else half of what is tried would be refused for it.
        guard person.isBlocked || dice.roll(0...1) == 0 else { return }
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

    /// Somebody wants to be told of new editions by e-mail, or no longer.
    private mutating func follow() async throws {
        guard let subject = pick(), let person = model.persons[subject] else { return }
        let (notices, isOn) = (world.notices, !person.isTold)
        let done = try await attempt(isOn ? "follows the policy" : "follows it no longer", subject, may: true) {
            try await notices.setByEmail(isOn, of: subject, session: $0.session)
        }
        if done { model.persons[subject]?.isTold = isOn }
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
        if Wish.readingOrder.clauses.contains(clause) { try await readAnyOrder() }
    }

    /// Time goes by, and what has run out ends.
    private mutating func pass() async throws {
        let span =
            switch dice.roll(0...399) {
            case 0..<2: Span.days(dice.roll(30...300))
            // Six years, in which the archive of everybody has its term.
            case 2..<8 where !model.archived.isEmpty: Span.days(2_200)
            default: Span.minutes(dice.roll(1...720))
            }
        clock.advance(by: span)
        tell("time passes, the sweep runs")
        _ = try await world.house.gate.endViewings()
        let (ended, released) = (try await world.rights.endHoldsDue(), model.endHolds(at: clock.now))
        #expect(ended == released, "\(story)")
        if released > 0 { count("a hold ended by its term") }
        let left = model.leaveArchive(at: clock.now)
        #expect(try await world.archiveEnds.sweep() == left, "\(story)")
        if left > 0 { count("somebody left the archive") }
        _ = try await world.house.registrar.sweep()
        for (subject, person) in model.persons {
            if let due = person.due, due <= clock.now, !person.isBlocked {
                guard !person.isHeld(at: clock.now) else {
                    count("a draft is held")
                    continue
                }
                model.erase(subject, at: clock.now)
                count("a draft ran out")
            }
        }
    }

    private mutating func sequence() async throws { _ = try await world.house.sequencer.sequence() }
}

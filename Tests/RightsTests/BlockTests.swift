import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Rights

@Suite("A block")
struct BlockTests {
    @Test("refuses every act for every purpose but the lawful few, with its name", arguments: Engine.available)
    func table(engine: Engine) async throws {
        var generous = Budgets()
        (generous.staffAMinute, generous.staffADay) = (100_000, 100_000)
        (generous.lookupsAMinute, generous.lookupsADay) = (100_000, 100_000)
        (generous.subjectAMinute, generous.subjectADay) = (100_000, 100_000)
        try await RightsHouse.run(on: engine, budgets: generous) { rights in
            let subject = rights.person.subject
            try await rights.desk.block(subject, session: rights.person.session)
            let policy = rights.house.edition.document
            let sealer = try await rights.house.gate.sealer(for: subject)
            let reading: Set<Act> = [.readOwn, .readOwnDocument, .readOwnHistory, .takeReceipt, .takeCopy]
            let destroying: Set<Act> = [
                .decline, .withdrawRegistration, .removeDocument, .lapse, .expire, .destroyDocument, .destroyField,
                .erase,
                .releaseStatistics,
            ]
            var (blocked, allowed): (Int, Set<String>) = (0, [])
            for role in policy.roles {
                for grant in role.grants {
                    for (act, purpose) in grant.acts.flatMap({ act in grant.purposes.map { (act, $0) } })
                    // Whoever is registered has not agreed to be answered without an account.
                    where purpose != .questions {
                        let isOwn = role.id == .subject || role.id == .visitor
                        let actor = Actor(
                            role.id, person: isOwn || role.id == .member ? subject : SubjectID(from: .system),
                            session: rights.person.session)
                        let refusal = try await refusal(
                            of: Ask(act, by: actor, on: subject, for: purpose), sealer: sealer, in: rights.house)
                        let isLawful = policy.purpose(purpose)?.ground == .law && !destroying.contains(act)
                        let goesOn = isLawful || (isOwn && reading.contains(act))
                        #expect(
                            (refusal == .blocked) == !goesOn,
                            "\(role.id) \(act) \(purpose): \(String(describing: refusal))")
                        if refusal == .blocked { blocked += 1 } else { allowed.insert(purpose.rawValue) }
                    }
                }
            }
            #expect(blocked > 30)
            #expect(allowed == ["rights", "security", "identification"])
        }
    }

    /// The reason for which a write would be refused; optional consents that were never given are no matter here.
    private func refusal(
        of ask: Ask, sealer: Sealer, in house: TestHouse
    ) async throws -> GateRefusal.Reason? {
        do {
            _ = try await house.gate.perform { transaction in
                let permit = try house.gate.permitToWrite(ask, sealer: sealer, in: transaction)
                try permit.note(in: transaction)
            }
            return nil
        } catch let refusal as GateRefusal {
            // Asked before the block: an optional consent that is not there.
            return refusal.reason == .noConsent ? .blocked : refusal.reason
        }
    }

    @Test("stops all sweeps until it is lifted, and then they go on", arguments: Engine.available)
    func sweeps(engine: Engine) async throws {
        try await TestHouse.run(on: engine, migrations: RightsSchema.migrations, erasure: [RightsSchema.erase]) {
            house in
            let draft = try await house.begin("Үлгіева", "Айгерім")
            let law = try #require(TestHouse.policyFolder().read().lawPack)
            let desk = RightsDesk(house, law)
            try await desk.block(draft.subject, session: draft.session)
            house.clock.advance(by: .days(8))
            #expect(try await house.registrar.sweep().expired == 0)
            #expect(try await house.registration(of: draft)?.state == .draft)
            try await desk.unblock(draft.subject, session: draft.session)
            #expect(try await house.registrar.sweep().expired == 1)
            #expect(try await house.registration(of: draft) == nil)
        }
    }

    @Test("is put and lifted by the person, each with an entry and among the requests", arguments: Engine.available)
    func own(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (subject, session) = (rights.person.subject, rights.person.session)
            await #expect(throws: RightsRefusal.notBlocked) { try await rights.desk.unblock(subject, session: session) }
            try await rights.desk.block(subject, session: session)
            await #expect(throws: RightsRefusal.blockedAlready) {
                try await rights.desk.block(subject, session: session)
            }
            #expect(
                try await rights.own().block == SubjectBlock(since: rights.house.clock.now, isOwn: true, request: nil))
            try await rights.desk.unblock(subject, session: session)
            #expect(try await rights.own().block == nil)
            #expect(try await rights.own().requests.map(\.request.kind) == [.unblock, .block])
            #expect(try await rights.own().requests.allSatisfy { $0.request.state == .done })
            #expect(try await rights.entries(.block, .unblock).count == 2)
        }
    }

    @Test("of the operator is not lifted by the person, who asks for it", arguments: Engine.available)
    func byOperator(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (subject, session) = (rights.person.subject, rights.person.session)
            let reference = try await rights.ask(.restriction)
            try await rights.desk.setBlock(.block, on: reference, by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.blockedByOperator) {
                try await rights.desk.unblock(subject, session: session)
            }
            let asked = try await rights.ask(.unblock)
            _ = try await rights.desk.open(asked, by: RightsHouse.responsible)
            try await rights.desk.setBlock(.unblock, on: asked, by: RightsHouse.responsible)
            try await rights.desk.answer(asked, words: "Жалғасады", by: RightsHouse.responsible)
            #expect(try await rights.own().block == nil)
        }
    }

    @Test("lets the person come in by a code and see what is theirs", arguments: Engine.available)
    func comingIn(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (subject, session) = (rights.person.subject, rights.person.session)
            try await rights.desk.block(subject, session: session)
            let before = await rights.house.outbox.deliveries.count
            let (now, digest) = (rights.house.clock.now, Bytes(repeating: 9, count: 32))
            let idle = Session.IdleTerms(rights.house.edition.document.terms)
            let found = try await rights.house.database.write { transaction in
                let sessions = SessionStore(transaction)
                try sessions.begin(digest, kind: .account, assurance: .password, of: subject, at: now)
                return try sessions.find(digest, idle: idle, at: now)
            }
            let sitting = try #require(found)
            _ = try await rights.house.signIn.askProof(of: subject, session: sitting)
            try await rights.house.courier.round()
            #expect(await rights.house.outbox.deliveries.count == before + 1)
            let code = try await rights.house.outbox.code()
            try await rights.house.signIn.prove(code, of: subject, session: sitting)
            let record = try await rights.house.gate.read(
                Ask(.readOwn, by: .subject(subject, session: session), on: subject, for: .rights, fields: [.familyName])
            )
            #expect(record[.familyName]?.reveal() == "Үлгіева")
        }
    }
}

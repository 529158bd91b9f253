import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("Somebody from 14 to 17 whose representative's consent has ended")
struct MinorConsentEndedTests {
    /// A minor whose registration was approved, and the parent who had agreed to it.
    private struct Family {
        let house: TestHouse
        let parent: Session
        let minor: Person

        static func run(
            on engine: Engine, isApproved: Bool = true, _ body: (Family) async throws -> Void
        ) async throws {
            try await TestHouse.run(on: engine) { house in
                let parent = try await house.representative()
                let name = try PersonName(family: "Үлгіев", given: "Арман", patronymic: "")
                let beginning = try house.beginning(Applicant(.minor, name: name))
                let minor = Person(try await house.registrar.begin(beginning))
                try await house.confirm(.email, "arman@example.kz", of: minor)
                try await house.agree(toMinor: minor.number, in: parent)
                if isApproved {
                    try await house.registrar.send(minor.subject, session: minor.session)
                    let row = try #require(try await house.registrar.representations(of: minor.subject).first)
                    let now = house.clock.now
                    _ = try await house.gate.perform { try RepresentationStore($0).move(row, to: .accepted, at: now) }
                }
                let family = Family(house: house, parent: parent, minor: minor)
                if isApproved { try await family.setState("approved") }
                try await body(family)
            }
        }

        func setState(_ state: String) async throws {
            try await house.database.write { transaction in
                _ = try transaction.run(
                    "UPDATE registration SET state = \(state) WHERE subject_id = \(minor.subject)")
            }
        }

        func takeBack() async throws {
            let rows = try await house.registrar.representations(of: minor.subject)
            let row = rows.first { $0.state.isOpen && $0.representative == parent.subject }
            try await house.registrar.takeBack(try #require(row).id, in: parent)
        }

        func refusal(_ act: Act, _ purpose: PurposeID, by actor: Actor? = nil) async throws -> GateRefusal.Reason? {
            let sealer = try await house.gate.sealer(for: minor.subject)
            let own = Actor.subject(minor.subject, session: minor.session)
            do {
                try await house.gate.perform { transaction in
                    let permit = try house.gate.permitToWrite(
                        Ask(act, by: actor ?? own, on: minor.subject, for: purpose), sealer: sealer, in: transaction)
                    try permit.note(in: transaction)
                }
                return nil
            } catch let refusal as GateRefusal { return refusal.reason }
        }
    }

    private static let binding: [(Act, PurposeID)] = [(.placeOrder, .service), (.consent, .rights)]

    @Test("neither orders nor consents until they agree anew", arguments: Engine.available)
    func binding(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            for (act, purpose) in Self.binding { #expect(try await family.refusal(act, purpose) == nil) }
            try await family.takeBack()
            for (act, purpose) in Self.binding { #expect(try await family.refusal(act, purpose) == .needsConsent) }
            let refused = try await family.house.gate.history(of: family.minor.subject, limit: 100)
                .count { $0.outcome == .refused("needs_consent") }
            #expect(refused == Self.binding.count)
            try await family.house.agree(toMinor: family.minor.number, in: family.parent)
            for (act, purpose) in Self.binding { #expect(try await family.refusal(act, purpose) == nil) }
        }
    }

    @Test("is agreed to anew by nobody whom no reviewer has accepted", arguments: Engine.available)
    func stranger(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            let stranger = try await family.house.representative("bekzat@example.kz")
            try await family.takeBack()
            await #expect(throws: RepresentationRefusal.noMinor) {
                try await family.house.agree(toMinor: family.minor.number, in: stranger)
            }
            // Nor does it help that they had agreed before the approval.
            try await family.setState("sent")
            try await family.house.agree(toMinor: family.minor.number, in: stranger)
            try await family.setState("approved")
            #expect(try await family.refusal(.placeOrder, .service) == .needsConsent)
            for _ in 0..<2 {
                try await family.house.agree(toMinor: family.minor.number, in: family.parent)
                let rows = try await family.house.registrar.representations(of: family.minor.subject)
                #expect(rows.contains { $0.representative == family.parent.subject && $0.state == .accepted })
                #expect(try await family.refusal(.placeOrder, .service) == nil)
                try await family.takeBack()
            }
        }
    }

    @Test("still sees, withdraws, blocks, asks and writes", arguments: Engine.available)
    func protecting(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            try await family.takeBack()
            let (house, minor) = (family.house, family.minor)
            _ = try await house.gate.read(
                Ask(
                    .readOwn, by: .subject(minor.subject, session: minor.session), on: minor.subject, for: .rights,
                    fields: [.familyName]))
            for act in [Act.withdrawConsent, .request, .withdrawRequest, .withdrawOrder, .block] {
                #expect(try await family.refusal(act, .rights) == nil)
            }
            #expect(try await family.refusal(.writeMessage, .contact) == nil)
        }
    }

    @Test("has no advertising sent and no data read by programmes", arguments: Engine.available)
    func using(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            let mailing = Actor(.mailer)
            #expect(try await family.refusal(.sendMailing, .advertising, by: mailing) != .needsConsent)
            try await family.takeBack()
            #expect(try await family.refusal(.sendMailing, .advertising, by: mailing) == .needsConsent)
            // What staff do in the case goes on.
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 8, count: 32))
            #expect(try await family.refusal(.decide, .identification, by: reviewer) == nil)
        }
    }

    @Test("goes on with a draft", arguments: Engine.available)
    func draft(engine: Engine) async throws {
        try await Family.run(on: engine, isApproved: false) { family in
            try await family.takeBack()
            let (house, minor) = (family.house, family.minor)
            let name = try PersonName(family: "Үлгіев", given: "Арман", patronymic: "Ерланұлы")
            try await house.registrar.correctNames(
                Applicant(.minor, name: name), language: .kk, shown: house.edition.number, of: minor.subject,
                session: minor.session)
            try await house.confirm(.telephone, "+77010000001", of: minor)
            await #expect(throws: RegistrationRefusal.incomplete([.representativeConsent])) {
                try await house.registrar.send(minor.subject, session: minor.session)
            }
        }
    }
}

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

@testable import Threads

@Suite("Finding a person")
struct PersonFinderTests {
    private static let email = "aigerim@example.kz"

    @Test(
        "shows of one who is found the first letters and the state, as one act that the person sees",
        arguments: Engine.available, ["aigerim@example.kz", "Aigerim@Example.KZ", "number"])
    func one(engine: Engine, entered: String) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let sought = entered == "number" ? threads.person.number.lowercased() : entered
            guard
                case .one(let match) = try await threads.finder.find(
                    sought, for: .service, reason: .calls, thread: nil, by: ThreadsHouse.support)
            else { return #expect(Bool(false), "nobody") }
            #expect(match.name?.reveal() == "Ү••• А•••")
            #expect(match.caseID == threads.person.number && match.state == .sent)
            let entries = try await threads.entries(.lookup)
            #expect(entries.count == 1)
            #expect(entries.first?.note["reason"] == "calls")
            #expect(entries.first?.fields == (entered == "number" ? [1, 2, 95] : [1, 2, 4, 95]))
        }
    }

    @Test(
        "for contact shows no name but the addresses that were confirmed, masked, as the policy has it",
        arguments: Engine.available, ["bota@example.kz", "number"])
    func contact(engine: Engine, entered: String) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let person = try await threads.house.begin("Қасымова", "Аружан")
            try await threads.house.confirm(.email, "bota@example.kz", of: person)
            // This one was never confirmed.
            try await threads.house.registrar.setContact(
                .telephone, to: "+7 701 765 43 21", of: person.subject, session: person.session)
            guard
                case .one(let match) = try await threads.finder.find(
                    entered == "number" ? person.number : entered, for: .contact, reason: .wrote, thread: nil,
                    by: ThreadsHouse.support)
            else { return #expect(Bool(false), "nobody") }
            #expect(match.name == nil && match.state == .draft && match.caseID == person.number)
            #expect(match.addresses.map { $0.reveal() } == ["b•••@e•••.kz"])
            let entries = try await threads.house.gate.history(of: person.subject, limit: 100)
            #expect(entries.filter { $0.act == "lookup" }.map(\.fields) == [[4, 5]])
        }
    }

    @Test(
        "for contact shows the first letters under a policy that gives names for it, of those who came under that",
        arguments: Engine.available)
    func namesForContact(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let house = threads.house
            house.clock.advance(by: .hours(1))
            _ = try await house.gate.publish(try TestHouse.policyWhereContactGivesNames())
            house.clock.advance(by: .hours(1))
            // Who came before is found all the same, and not by name.
            guard
                case .one(let before) = try await threads.finder.find(
                    Self.email, for: .contact, reason: .calls, thread: nil, by: ThreadsHouse.support)
            else { return #expect(Bool(false), "nobody") }
            #expect(before.caseID == threads.person.number && before.name == nil && before.addresses.isEmpty)
            let entries = try await threads.entries(.lookup)
            #expect(entries.map(\.fields) == [[4]] && entries.map(\.outcome) == [.done])
            let later = Person(
                try await house.registrar.begin(
                    Registrar.Beginning(
                        name: try PersonName(family: "Қасымова", given: "Аружан", patronymic: ""), isDeclared: true,
                        isAgreed: true, optional: [], language: .kk, edition: 2,
                        submission: Randomness.system.bytes(16))))
            try await house.confirm(.email, "aruzhan@example.kz", of: later)
            guard
                case .one(let match) = try await threads.finder.find(
                    "aruzhan@example.kz", for: .contact, reason: .calls, thread: nil, by: ThreadsHouse.support)
            else { return #expect(Bool(false), "nobody") }
            #expect(match.name?.reveal() == "Қ••• А•••" && match.caseID == later.number && match.addresses.isEmpty)
        }
    }

    @Test("shows of an organisation the first letter of its name", arguments: Engine.available)
    func organisation(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let own = try await threads.house.representative("oqilet@example.kz")
            let organisation = try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")
            let begun = try await threads.house.registrar.begin(
                try threads.house.beginning(Applicant(organisation), by: Representing(by: own, until: .authority)))
            guard
                case .one(let match) = try await threads.finder.find(
                    begun.number, for: .service, reason: .calls, thread: nil, by: ThreadsHouse.support)
            else { return #expect(Bool(false), "nobody") }
            #expect(match.name?.reveal() == "Т•••" && match.caseID == begun.number)
        }
    }

    @Test("is on record also when nobody is found, with its reason", arguments: Engine.available)
    func nobody(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let pending: SQL = "SELECT count(*) FROM pending_entry"
            let before = try await threads.house.database.read { try $0.count(pending) }
            for sought in ["7 701 000 00 00", "nobody@example.kz", "ABCD-2345"] {
                guard
                    case .nobody = try await threads.finder.find(
                        sought, for: .contact, reason: .visits, thread: nil, by: ThreadsHouse.support)
                else { return #expect(Bool(false), "somebody by \(sought)") }
            }
            #expect(try await threads.house.database.read { try $0.count(pending) } == before + 3)
            #expect(try await threads.entries(.lookup).isEmpty)
        }
    }

    @Test("shows nothing of several who share a telephone", arguments: Engine.available)
    func several(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            for name in ["Ахметов", "Ахметова"] {
                let other = try await threads.house.begin(name, "Дана")
                try await threads.house.confirm(.telephone, "+7 701 123 45 67", of: other)
            }
            guard
                case .several(let count) = try await threads.finder.find(
                    "8 701 123 45 67", for: .service, reason: .calls, thread: nil, by: ThreadsHouse.support)
            else { return #expect(Bool(false), "not several") }
            #expect(count == 2)
        }
    }

    @Test("needs a purpose of the role, a reason or a thread, and something to look for", arguments: Engine.available)
    func asks(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            #expect(try await threads.finder.purposes(of: .support).map(\.id) == [.service, .contact])
            #expect(try await threads.finder.purposes(of: .responsible).map(\.id) == [.rights])
            #expect(try await threads.finder.purposes(of: .reviewer).isEmpty)
            await #expect(throws: ThreadsRefusal.noReason) {
                try await threads.finder.find(
                    Self.email, for: .contact, reason: nil, thread: nil, by: ThreadsHouse.support)
            }
            await #expect(throws: ThreadsRefusal.notSearchable) {
                try await threads.finder.find(
                    "Үлгіева", for: .contact, reason: .calls, thread: nil, by: ThreadsHouse.support)
            }
            try await threads.write("Сұрақ")
            let thread = try #require(try await threads.desk.queue().first)
            _ = try await threads.finder.find(
                Self.email, for: .contact, reason: nil, thread: thread.id, by: ThreadsHouse.support)
            #expect(try await threads.entries(.lookup).map { $0.note["thread"] } == ["\(threads.person.number)/1"])
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
            await #expect(throws: GateRefusal.self) {
                try await threads.finder.find(Self.email, for: .contact, reason: .calls, thread: nil, by: reviewer)
            }
        }
    }

    @Test("has a budget of its own, which stops copying people one by one", arguments: Engine.available)
    func budget(engine: Engine) async throws {
        var budgets = Budgets()
        budgets.lookupsAMinute = 2
        try await ThreadsHouse.run(on: engine, budgets: budgets) { threads in
            for _ in 0..<2 {
                _ = try await threads.finder.find(
                    "ABCD-2345", for: .contact, reason: .calls, thread: nil, by: ThreadsHouse.support)
            }
            await #expect(throws: GateRefusal.self) {
                try await threads.finder.find(
                    Self.email, for: .contact, reason: .calls, thread: nil, by: ThreadsHouse.support)
            }
        }
    }
}

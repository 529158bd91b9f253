import Documents
import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@testable import Rights

@Suite("A copy of everything held about a person")
struct CopyTests {
    private static let scan = Bytes("скан ".utf8) + Randomness.system.bytes(600_000)

    private func octets(_ copy: OwnCopy) async throws -> Bytes {
        var octets = Bytes()
        try await copy.write { octets += $0 }
        return octets
    }

    private func take(_ rights: RightsHouse, for recipient: String? = nil) async throws -> OwnCopy {
        try await rights.desk.copy(
            of: rights.person.subject, session: rights.person.session, for: recipient,
            documents: rights.documents.access)
    }

    @Test("is an archive with the data and the documents as they were received", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, scans: [Self.scan, Bytes("екінші".utf8)]) { rights in
            let reference = try await rights.ask(.correction, "Белгіленген өтініш")
            try await rights.desk.answer(reference, words: "Белгіленген жауап", by: RightsHouse.responsible)
            let members = try #require(try await ReadZipMember.all(of: try await octets(take(rights))))
            #expect(
                members.map(\.name) == [
                    "data.json", "documents/01-identity_document.jpeg", "documents/02-identity_document.jpeg",
                ])
            #expect(members[1].content == Self.scan && members[2].content == Bytes("екінші".utf8))
            let data = String(decoding: members[0].content, as: UTF8.self)
            for planted in [
                "Үлгіева", "Айгерім", "aigerim@example.kz", "Белгіленген өтініш", "Белгіленген жауап",
                "ULGIYEVA OKYLGAN", rights.person.number, "\"given\" : true", "confirmed_at",
            ] { #expect(data.contains(planted), "\(planted)") }
            let parsed = try #require(
                try JSONSerialization.jsonObject(with: Data(members[0].content)) as? [String: Any])
            #expect(parsed["format"] as? String == "saqta-copy" && parsed["version"] as? Int == 1)
            // One consent text each, in its own words.
            let texts = (parsed["consents"] as? [[String: Any]])?.compactMap { $0["text"] as? String } ?? []
            #expect(!texts.isEmpty && texts.allSatisfy { $0.count > 200 })
        }
    }

    @Test("is one act that names all fields and documents, on record before it begins", arguments: Engine.available)
    func act(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, scans: [Self.scan]) { rights in
            let before = try await rights.house.gate.history(of: rights.person.subject, limit: 1_000).count
            let copy = try await take(rights)
            let acts = try await rights.house.gate.history(of: rights.person.subject, limit: 1_000)
            // The second is what the machine read, which has a purpose of its own.
            #expect(acts.count == before + 2)
            #expect(try await rights.entries(.readOwn).map(\.purpose) == ["identification"])
            let entry = try #require(try await rights.entries(.takeCopy).first)
            #expect(entry.fields == [1, 2, 4, 6] && entry.purpose == "rights" && entry.clause == "3.1")
            #expect(entry.caseID == rights.person.number && entry.outcome == .done)
            _ = try await octets(copy)
            #expect(try await rights.house.gate.history(of: rights.person.subject, limit: 1_000).count == before + 2)
        }
    }

    @Test("is given to one whose data are blocked, and to one who was refused", arguments: Engine.available)
    func blocked(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, scans: [Self.scan]) { rights in
            let (subject, now) = (rights.person.subject, rights.house.clock.now)
            try await rights.desk.block(subject, session: rights.person.session)
            let members = try #require(try await ReadZipMember.all(of: try await octets(take(rights))))
            #expect(String(decoding: members[0].content, as: UTF8.self).contains("\"own\" : true"))
            try await rights.desk.unblock(subject, session: rights.person.session)
            try await rights.house.gate.perform { transaction in
                _ = try RegistrationStore(transaction).move(
                    subject, from: RegistrationRow.State.allCases, to: .refused, due: nil, at: now)
            }
            let refused = try #require(try await ReadZipMember.all(of: try await octets(take(rights))))
            #expect(String(decoding: refused[0].content, as: UTF8.self).contains("\"state\" : \"refused\""))
        }
    }

    @Test(
        "is broken off when the person withdraws meanwhile, and none is given after", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, scans: [Self.scan, Self.scan]) { rights in
            let copy = try await take(rights)
            var (sent, isEnded) = (Bytes(), false)
            await #expect(throws: GateRefusal.self) {
                try await copy.write { piece in
                    sent += piece
                    guard sent.count > 300_000, !isEnded else { return }
                    isEnded = true
                    try await rights.house.registrar.end(
                        rights.person.subject, by: .withdrawRegistration, session: rights.person.session)
                }
            }
            #expect(isEnded && sent.count < 1_100_000)
            #expect(try await ReadZipMember.all(of: sent) == nil)
            await #expect(throws: RightsRefusal.noCase) { try await take(rights) }
        }
    }

    @Test("that goes out for more than an hour opens no further document", arguments: Engine.available)
    func slow(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, scans: [Self.scan]) { rights in
            let copy = try await take(rights)
            rights.house.clock.advance(by: .minutes(61))
            await #expect(throws: GateRefusal.self) { try await octets(copy) }
        }
    }

    @Test("is made by staff on such a request only, and only sealed for somebody", arguments: Engine.available)
    func byStaff(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, scans: [Self.scan]) { rights in
            func make(_ reference: RequestReference, for recipient: String, by actor: Actor) async throws -> OwnCopy {
                try await rights.desk.copy(
                    on: reference, for: recipient, by: actor, documents: rights.documents.access)
            }
            let (information, copy) = (try await rights.ask(.information), try await rights.ask(.copy))
            await #expect(throws: RightsRefusal.noRequest) {
                try await make(information, for: "age1x", by: RightsHouse.responsible)
            }
            await #expect(throws: RightsRefusal.noRecipient) {
                try await make(copy, for: "", by: RightsHouse.responsible)
            }
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
            await #expect(throws: GateRefusal.self) { try await make(copy, for: "age1x", by: reviewer) }
            let made = try await make(copy, for: "age1x", by: RightsHouse.responsible)
            #expect(made.isSealed && made.fileName == "saqta-copy-2026-11-24.zip.age")
            let entry = try #require(try await rights.entries(.takeCopy).first { $0.outcome == .done })
            #expect(entry.role == "dpo" && entry.note["sealed_for"]?.count == 16)
            try await rights.desk.answer(copy, words: "Жіберілді", by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.noRequest) {
                try await make(copy, for: "age1x", by: RightsHouse.responsible)
            }
        }
    }
}

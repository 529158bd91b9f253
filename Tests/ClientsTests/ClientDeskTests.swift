import Access
import Clients
import HouseKit
import Ledger
import Permits
import Primitives
import Storage
import TestKit
import Testing

@Suite("A programme")
struct ClientDeskTests {
    @Test("is known by its key, of which only a digest is kept, and is on record", arguments: Engine.available)
    func connected(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let key = try await house.desk.add("shop", ClientHouse.shop)
            #expect(key.wholeMatch(of: /saqta_[0-9a-f]{64}/) != nil)
            #expect(try await house.desk.caller(bearing: key).client.name == "shop")
            let row = try await house.house.database.read { try $0.rows("SELECT digest FROM client")[0].bytes(0) }
            #expect(row.count == 32 && !key.contains(row.hex))
            let entry = try #require(try await house.pending().first { $0.act == "add_client" })
            #expect(entry.whom == nil)
            #expect(entry.note == ["client": "shop"])
            #expect(entry.digest?.count == 32)
        }
    }

    @Test("is not known by any other key", arguments: ["", "saqta_", "saqta_00", "Bearer x", "saqta_" + "zz"])
    func unknown(key: String) async throws {
        try await ClientHouse.run(on: .sqlite) { house in
            _ = try await house.client()
            for text in [key, "saqta_" + Bytes(repeating: 7, count: 32).hex] {
                await #expect(throws: ClientRefusal.noKey) { _ = try await house.desk.caller(bearing: text) }
            }
        }
    }

    @Test(
        "that has ended is known no longer, is on record, and its name is never used again", arguments: Engine.available
    )
    func ended(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let key = try await house.desk.add("shop", ClientHouse.shop)
            try await house.desk.end("shop")
            await #expect(throws: ClientRefusal.noKey) { _ = try await house.desk.caller(bearing: key) }
            await #expect(throws: ClientRefusal.none) { try await house.desk.end("shop") }
            await #expect(throws: ClientRefusal.nameTaken) { _ = try await house.desk.add("shop", ClientHouse.shop) }
            #expect(try await house.pending().count { $0.act == "end_client" } == 1)
            #expect(try await house.desk.all().map(\.isConnected) == [false])
        }
    }

    @Test("may get another key, and the one before works no longer; it is on record", arguments: Engine.available)
    func renewed(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let old = try await house.desk.add("shop", ClientHouse.shop)
            let client = try await house.desk.caller(bearing: old).client
            let new = try await house.desk.renew("shop")
            await #expect(throws: ClientRefusal.noKey) { _ = try await house.desk.caller(bearing: old) }
            #expect(try await house.desk.caller(bearing: new).client == client)
            #expect(try await house.pending().count { $0.act == "renew_client" } == 1)
            try await house.desk.end("shop")
            await #expect(throws: ClientRefusal.none) { _ = try await house.desk.renew("shop") }
        }
    }

    @Test("of a restored house needs a new key", arguments: Engine.available)
    func restored(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let keys = [
                try await house.desk.add("shop", ClientHouse.shop), try await house.desk.add("desk", ClientHouse.shop),
            ]
            try await house.house.gate.perform { try ClientStore($0).dropKeys() }
            for key in keys {
                await #expect(throws: ClientRefusal.noKey) { _ = try await house.desk.caller(bearing: key) }
            }
            #expect(try await house.desk.caller(bearing: try await house.desk.renew("shop")).client.name == "shop")
        }
    }

    @Test("that is ended after its key was looked at does nothing more", arguments: Engine.available)
    func endedMeanwhile(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let person = try await house.house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            _ = try await house.read([.email], of: person.subject, by: client)
            try await house.desk.end("shop")
            let read = try await reason { _ = try await house.read([.email], of: person.subject, by: client) }
            #expect(read == .clientEnded)
            let registered = try await reason {
                _ = try await house.subjects.register(
                    try await house.application(), as: house.request("1", of: client), by: client)
            }
            #expect(registered == .clientEnded)
            #expect(try await house.house.count("registration") == 1)
        }
    }

    @Test("is not connected with what the policy does not have")
    func bounds() async throws {
        try await ClientHouse.run(on: .sqlite) { house in
            for name in ["", "Shop", "a b", "магазин", String(repeating: "a", count: 33)] {
                await #expect(throws: ClientRefusal.name) { _ = try await house.desk.add(name, ClientHouse.shop) }
            }
            func refusal(_ purposes: [String], _ fields: [String], _ vouched: [String]) async -> ClientRefusal? {
                do {
                    let bounds = ClientDesk.Bounds(purposes: purposes, fields: fields, vouched: vouched)
                    _ = try await house.desk.add("shop", bounds)
                    return nil
                } catch { return error as? ClientRefusal }
            }
            #expect(await refusal([], ["email"], []) == .noPurpose)
            #expect(await refusal(["contact"], ["family_name"], ["email"]) == .notVouchable)
            #expect(await refusal(["contact"], ["family_name"], ["family_name"]) == .notVouchable)
            guard case .unknown("phone", _) = await refusal(["contact"], ["phone"], []) else {
                Issue.record("an unknown field was taken")
                return
            }
        }
    }
}

import Foundation
import KeyService
import Primitives
import Storage
import TestKit
import Testing

@testable import Vault

/// One after the other: some seal the service that all share.
@Suite(
    "A key service", .serialized, .enabled(if: KeyServer.isThere, "needs SAQTA_TEST_OPENBAO"), .timeLimit(.minutes(2)))
struct KeyServiceTests {
    /// The error of an opening, as the operator reads it.
    private func fault(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return "\(error)"
        }
    }

    private func withFolder(_ body: (KeyServer, String) async throws -> Void) async throws {
        let server = try KeyServer.required()
        try await withTemporaryFolder { try await body(server, $0.appending(path: "keys").path) }
    }

    @Test("wraps the root key; the folder of keys alone opens nothing")
    func wraps() async throws {
        try await withFolder { server, path in
            let first = try KeyRing(folder: path, root: try server.root())
            #expect(first.created)
            let later = try KeyRing(folder: path, root: try server.root())
            #expect(!later.created && later.instance == first.instance && later.ledgerSeed == first.ledgerSeed)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
                    "lock", "ring.json", "root.wrapped",
                ])
            let file = try String(contentsOfFile: "\(path)/root.wrapped", encoding: .utf8)
            #expect(file.contains("vault:v1:"))
            let told = fault { _ = try KeyRing(folder: path) }
            #expect(told?.contains("SAQTA_KEY_SERVICE") == true)
        }
    }

    @Test("is asked over TLS, and believed only under the authority that is set")
    func tls() async throws {
        let server = try KeyServer.required()
        let (key, token) = (try server.key(overTLS: true), try server.token)
        let trusting = try Transit(key, token: { () throws(TransitProblem) in token }, authority: server.authority)
        let wrapped = try trusting.wrap([1, 2, 3], context: [9])
        #expect(try trusting.unwrap(wrapped, context: [9]) == [1, 2, 3])
        let strict = try Transit(key, token: { () throws(TransitProblem) in token }, authority: nil)
        let error = #expect(throws: TransitProblem.self) { try strict.wrap([1], context: []) }
        guard case .unreachable = error else { throw try #require(error) }
    }

    @Test("gives nothing to a wrong token, for another key, for another use, or for what was changed")
    func refused() async throws {
        let server = try KeyServer.required()
        let transit = try server.transit()
        let wrapped = try transit.wrap([1, 2, 3], context: [9])
        #expect(throws: TransitProblem.denied) { try server.transit(token: "s.wrong").unwrap(wrapped, context: [9]) }
        #expect(throws: TransitProblem.denied) { try server.transit("other").unwrap(wrapped, context: [9]) }
        #expect(throws: TransitProblem.doesNotOpen) { try transit.unwrap(wrapped, context: [8]) }
        #expect(throws: TransitProblem.doesNotOpen) { try transit.unwrap("vault:v1:AAAA", context: [9]) }
        #expect(throws: TransitProblem.doesNotOpen) { try transit.unwrap("rubbish", context: [9]) }
        try transit.keepToken()
    }

    @Test("refuses the start with a wrong token, and says why")
    func wrongToken() async throws {
        try await withFolder { server, path in
            _ = try KeyRing(folder: path, root: try server.root())
            let told = fault { _ = try KeyRing(folder: path, root: try server.root(token: "s.wrong")) }
            #expect(told == "key service: does not accept the token, or the token may not use the key")
        }
    }

    @Test("that is nowhere refuses the start, and makes no keys")
    func nowhere() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let transit = try Transit(
                try TransitKey("http://127.0.0.1:9/v1/transit/keys/saqta"),
                token: { () throws(TransitProblem) in "s.token" }, authority: nil)
            let error = #expect(throws: TransitProblem.self) { try transit.wrap([1], context: []) }
            guard case .unreachable = error else { throw try #require(error) }
            let place = RootKey.service(
                RootWrapping(name: "nowhere", mayBeAway: .hours(1)) { _, _ throws(VaultError) in
                    throw .keyService("nowhere")
                } unwrap: { _, _ throws(VaultError) in
                    throw .keyService("nowhere")
                })
            #expect(throws: VaultError.keyService("nowhere")) { try KeyRing(folder: path, root: place) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["lock"])
        }
    }

    @Test("sealed: what is open goes on for its time, then nothing opens, no start succeeds; unsealed, all goes on")
    func sealing() async throws {
        try await withFolder { server, path in
            let clock = ManualClock()
            let root = try server.root(mayBeAway: .minutes(30))
            let ring = try KeyRing(folder: path, root: root, time: clock.source)
            try await withDatabase(.sqlite, migrations: SubjectKeys.migrations) { database in
                let keys = SubjectKeys(
                    database: database, ring: ring, time: clock.source, randomness: .system, batch: 4)
                let person = try await keys.nextSubject()
                _ = try await keys.key(of: person)
                let found = try ring.index.digests(field: 4, value: "a").map(\.digest)

                try await server.sealed {
                    #expect(fault { _ = try KeyRing(folder: path, root: root) } == "key service: is sealed")
                    await #expect(throws: VaultError.keyService("is sealed")) { try await ring.askService() }
                    clock.advance(by: .minutes(29))
                    #expect(ring.isOpen)
                    _ = try await keys.key(of: person)
                    for _ in 0..<20 { _ = try await keys.key(of: try await keys.nextSubject()) }

                    clock.advance(by: .minutes(1))
                    #expect(!ring.isOpen)
                    for _ in 0..<2 {
                        let error = await #expect(throws: VaultError.self) { try await keys.key(of: person) }
                        guard case .keyService = error else { throw try #require(error) }
                    }
                    // Refused, and gone: whoever reads the memory of the process from now on finds none of them.
                    #expect(!ring.holdsKeys && keys.opened == 0)
                    #expect(throws: VaultError.self) { try ring.index }
                    #expect(throws: VaultError.self) { try ring.archiveKey }
                    await #expect(throws: VaultError.self) { try await keys.turnAllEpochs() }
                }

                try await ring.askService()
                #expect(ring.isOpen && ring.service?.provedAt == clock.now)
                #expect(try ring.index.digests(field: 4, value: "a").map(\.digest) == found)
                _ = try await keys.key(of: person)
                #expect(ring.holdsKeys && keys.opened > 0)
                try await keys.check()
            }
        }
    }

    @Test("away for too long while nobody asks for anything: the keys are wiped all the same")
    func wiped() async throws {
        try await withFolder { server, path in
            let clock = ManualClock()
            let ring = try KeyRing(folder: path, root: try server.root(mayBeAway: .minutes(30)), time: clock.source)
            try await withDatabase(.sqlite, migrations: SubjectKeys.migrations) { database in
                let keys = SubjectKeys(database: database, ring: ring, time: clock.source, randomness: .system)
                let person = try await keys.nextSubject()
                _ = try await keys.key(of: person)
                clock.advance(by: .seconds(1_799))
                keys.closeIfAway()
                #expect(ring.holdsKeys && keys.opened == 1)
                clock.advance(by: .seconds(1))
                keys.closeIfAway()
                #expect(!ring.holdsKeys && keys.opened == 0)
                // Nothing brings them back but the service.
                await #expect(throws: VaultError.self) { try await keys.key(of: person) }
                #expect(throws: VaultError.self) { try ring.indexVersions() }
                try await ring.askService()
                _ = try await keys.key(of: person)
            }
        }
    }

    @Test("that is asked again and again keeps everything open")
    func asked() async throws {
        try await withFolder { server, path in
            let clock = ManualClock()
            let ring = try KeyRing(folder: path, root: try server.root(mayBeAway: .minutes(30)), time: clock.source)
            for _ in 0..<5 {
                clock.advance(by: .minutes(20))
                try await ring.askService()
                #expect(ring.isOpen)
            }
        }
    }

    @Test(
        "a root key or a ring of another installation does not fit, and is never taken for a first start",
        arguments: ["root.wrapped", "ring.json"])
    func swapped(name: String) async throws {
        try await withFolder { server, path in
            let other = path + "2"
            _ = try KeyRing(folder: path, root: try server.root())
            _ = try KeyRing(folder: other, root: try server.root())
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
            try FileManager.default.copyItem(atPath: "\(other)/\(name)", toPath: "\(path)/\(name)")
            let error = #expect(throws: VaultError.self) { try KeyRing(folder: path, root: try server.root()) }
            guard case .incomplete = error else { throw try #require(error) }
        }
    }

    @Test("the root key changes under it; other processes go on")
    func changed() async throws {
        try await withFolder { server, path in
            let root = try server.root()
            let (one, two) = (try KeyRing(folder: path, root: root), try KeyRing(folder: path, root: root))
            let former = try Data(contentsOf: URL(filePath: "\(path)/root.wrapped"))
            try one.changeRoot()
            #expect(try two.indexVersions() == one.indexVersions())
            #expect(try two.announceIndexVersion().number == 2)
            #expect(try one.indexVersions().map(\.number) == [1, 2])
            try former.write(to: URL(filePath: "\(path)/root.wrapped"))
            let error = #expect(throws: VaultError.self) { try KeyRing(folder: path, root: root) }
            guard case .incomplete = error else { throw try #require(error) }
        }
    }

    @Test("a copy of the keys opens without it")
    func copied() async throws {
        try await withFolder { server, path in
            let ring = try KeyRing(folder: path, root: try server.root())
            #expect(try ring.copying { try $0.opened().instance } == ring.instance)
        }
    }

    /// The states on the disk between two steps of a move.
    enum Point: CaseIterable {
        case begun, nextWritten, ringInPlace, rootInPlace
    }

    @Test(
        "a move from a file to it and back, broken off at any point, is finished when it is made again",
        arguments: Point.allCases)
    func moved(point: Point) async throws {
        try await withFolder { server, path in
            let service = try server.root()
            let ring = try KeyRing(folder: path)
            for (former, place, names) in [
                (RootKey.folder, service, ["root.key", "root.wrapped"]),
                (service, .folder, ["root.wrapped", "root.key"]),
            ] {
                let was = path + ".was"
                try FileManager.default.copyItem(atPath: path, toPath: was)
                try KeyRing.move(folder: path, from: former, to: place)
                #expect(
                    try Set(FileManager.default.contentsOfDirectory(atPath: path)) == ["lock", "ring.json", names[1]])
                // Puts the folder into the state of the point, out of what it held before and after.
                let files = FileManager.default
                switch point {
                case .begun:
                    try Self.replace("\(path)/ring.json", "\(was)/ring.json");
                    try files.removeItem(atPath: "\(path)/\(names[1])")
                case .nextWritten:
                    try Self.replace("\(path)/ring.json", "\(was)/ring.json")
                    try files.moveItem(atPath: "\(path)/\(names[1])", toPath: "\(path)/\(names[1]).next")
                case .ringInPlace: try files.moveItem(atPath: "\(path)/\(names[1])", toPath: "\(path)/\(names[1]).next")
                case .rootInPlace: break
                }
                try files.copyItem(atPath: "\(was)/\(names[0])", toPath: "\(path)/\(names[0])")
                try files.removeItem(atPath: was)

                try KeyRing.move(folder: path, from: former, to: place)
                #expect(
                    try Set(files.contentsOfDirectory(atPath: path)).subtracting(["\(names[1]).next"])
                        == ["lock", "ring.json", names[1]])
                #expect(try KeyRing(folder: path, root: place).instance == ring.instance)
                #expect(throws: VaultError.self) { try KeyRing(folder: path, root: former) }
            }
        }
    }

    private static func replace(_ path: String, _ other: String) throws {
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: other, toPath: path)
    }
}

@Suite("The address of a transit key")
struct TransitKeyTests {
    @Test(
        "names service, engine and key",
        arguments: [
            ("https://bao.example.kz/v1/transit/keys/saqta", "https://bao.example.kz/v1/transit/keys/saqta"),
            (
                "https://bao.example.kz:8200/v1/team/transit/keys/a-1/",
                "https://bao.example.kz:8200/v1/team/transit/keys/a-1"
            ),
            ("http://127.0.0.1:8200/v1/transit/keys/saqta", "http://127.0.0.1:8200/v1/transit/keys/saqta"),
        ])
    func good(text: String, expected: String) throws {
        #expect(try TransitKey(text).description == expected)
    }

    @Test(
        "is refused when it is something else, or plain HTTP to another machine",
        arguments: [
            "", "saqta", "https://bao.example.kz", "https://bao.example.kz/v1/transit/encrypt/saqta",
            "http://bao.example.kz/v1/transit/keys/saqta", "https://me:pass@bao.example.kz/v1/transit/keys/saqta",
            "https://bao.example.kz/v1/transit/keys/../x", "https://bao.example.kz/v1/keys/saqta",
            "ftp://bao.example.kz/v1/transit/keys/saqta", "https://bao.example.kz/v1/transit/keys/saqta?x=1",
        ])
    func bad(text: String) {
        #expect(throws: TransitProblem.address(text)) { try TransitKey(text) }
    }
}

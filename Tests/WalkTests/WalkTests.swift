import Foundation
import Synchronization
import TestKit
import Testing

@Suite("A walk at random through a house")
struct WalkTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// `SAQTA_WALK_STEPS`, of each walk
    private static let steps = environment["SAQTA_WALK_STEPS"].flatMap { Int($0) } ?? 2_000
    /// `SAQTA_WALK_SEED`, of the first walk: another one is another way.
    private static let seed = environment["SAQTA_WALK_SEED"].flatMap { UInt64($0) } ?? 1
    private static let walks: UInt64 = 5

    /// Without these a walk of that length has shown little.
    private static let met = [
        "became final", "could be read before it was final", "a copy is made", "a draft ran out",
        "writes a message", "writes a message (refused)", "support answers", "support answers (refused)",
        "support opens a thread", "support opens a thread (refused)", "the person reads a thread",
        "orders", "orders (refused)", "an order is worked", "an order is worked (refused)", "an order is paid",
        "an order is taken back", "support opens an order", "support opens an order (refused)",
        "the person reads an order", "is held", "is released", "a hold ended by its term",
        "is not destroyed while held",
        "is erased on request", "is archived on request",
    ]
    /// What is rarer: met by one of the walks at least.
    private static let rarelyMet = [
        "a draft is held", "an order is refused", "a service is ended", "the person reads an order (refused)",
        "is archived on request (refused)", "an archived person is closed to work", "the archive is opened",
        "somebody left the archive", "done again: archived", "done again: held", "done again: unheld",
        "done again: blocked", "done again: unblocked", "done again: withdrawn", "done again: editions",
        "done again: void",
    ]
    /// How many walks are done, and what they met.
    private static let together = Mutex<(walks: UInt64, met: [String: Int])>((0, [:]))

    @Test(
        "shows nobody's data without a live ground, changes nothing without an entry, and leaves nobody readable whose erasure is final",
        arguments: seed..<seed + walks)
    func sqlite(seed: UInt64) async throws {
        try await withTemporaryFolder { folder in
            var walk = try await Walk(seed: seed, in: folder)
            try await Self.go(&walk, Self.steps)
            for what in Self.met {
                #expect(Self.steps < 2_000 || walk.met[what, default: 0] > 0, "\(what): \(walk.met)")
            }
            for wish in Wish.reading.map(\.name) where Self.steps >= 2_000 {
                #expect(walk.met["let in: \(wish)", default: 0] > 0, "\(wish): \(walk.met)")
            }
            let all = Self.together.withLock { together in
                together.walks += 1
                together.met.merge(walk.met) { $0 + $1 }
                return together.walks == Self.walks ? together.met : nil
            }
            for what in Self.rarelyMet where Self.steps >= 2_000 {
                if let all { #expect(all[what] != nil, "\(what): \(all)") }
            }
        }
    }

    @Test("is the same on PostgreSQL", .enabled(if: Engine.available.contains(.postgres)))
    func postgres() async throws {
        try await withTemporaryFolder { folder in
            try await withDatabase(.postgres, migrations: World.migrations) { database in
                var walk = try await Walk(seed: Self.seed, in: folder, database: database)
                try await Self.go(&walk, Self.steps / 10)
            }
        }
    }

    private static func go(_ walk: inout Walk, _ steps: Int) async throws {
        for number in 1...steps {
            try await walk.step()
            if number % 500 == 0 { try walk.scan() }
            if number % 1_000 == 0 { try await walk.audit() }
        }
        try await walk.proveErased()
        try await walk.audit()
        try walk.scan()
        // What is entered would be found.
        for marker in walk.markers.prefix(50) {
            #expect(Marker.isIn(Data("Қw.\(marker)".utf8), of: walk.markers))
        }
        print(
            "seed \(walk.seed), \(steps) steps: \(walk.met.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
    }
}

import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("The book of editions")
struct PolicyBookTests {
    private struct Undone: Error {}

    @Test("forgets what was read in a transaction that came to nothing", arguments: Engine.available)
    func undone(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let other = try await ChangedPolicy.narrowed()
            let edition = try Edition(number: 2, inForceSince: house.clock.now, document: other, manner: .demo)
            let canonical = try other.canonical()
            await #expect(throws: Undone.self) {
                try await house.gate.perform { transaction in
                    _ = try house.gate.publish(edition, canonical: canonical, in: transaction)
                    // As a neighbour in a group of writes would: it sees the row before it is durable.
                    #expect(try house.gate.book.inForce(in: transaction).number == 2)
                    throw Undone()
                }
            }
            #expect(try await house.gate.editionInForce()?.number == 1)
            let published = try await house.gate.publish(try await ChangedPolicy.widened(), .twoPersons)
            let fresh = try await house.gate.look { try PolicyBook().inForce(in: $0) }
            let known = try await house.gate.look { try house.gate.book.inForce(in: $0) }
            #expect(published.number == 2 && known.hash == published.hash && known.hash == fresh.hash)
            #expect(fresh.manner == .twoPersons)
        }
    }
}

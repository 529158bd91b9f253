import Documents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Identification

@Suite("Scans whose term is over")
struct EndedScansTests {
    @Test(
        "go though the Gate refuses it of somebody before them, who is tried again each day",
        arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let stuck = try await review.sent("aigerim@example.kz", scans: [Scan.card])
            let other = try await review.sent("yerlan@example.kz", scans: [Scan.card])
            let (house, now) = (review.house, review.house.clock.now)
            try await house.database.write { transaction in
                for (person, end) in [(stuck, now - .days(2)), (other, now - .days(1))] {
                    _ = try transaction.run(
                        """
                        UPDATE registration SET state = 'lapsed', since = \(end - .days(100)), scans_until = \(end)
                        WHERE subject_id = \(person.subject)
                        """)
                }
                // Nothing but the archive is open of them, and yet there is a registration.
                _ = try transaction.run("UPDATE subject SET state = 'archived' WHERE id = \(stuck.subject)")
            }
            let ended = try await house.registrar.endScans(by: review.documents.sweep)
            #expect(ended == Registrar.EndedScans(destroyed: 1, refused: 1))
            let left = try await house.gate.look { transaction in
                try [stuck, other].map { try DocumentStore(transaction).scans(of: $0.subject).count }
            }
            #expect(left == [1, 0])
            let refusals = try await house.gate.history(of: stuck.subject, limit: 100).filter {
                $0.act == Act.destroyDocument.rawValue
            }
            #expect(refusals.count == 1 && refusals.allSatisfy { $0.outcome != .done })
            // Not each half minute.
            #expect(try await house.registrar.endScans(by: review.documents.sweep) == Registrar.EndedScans())
            house.clock.advance(by: .days(1))
            #expect(try await house.registrar.endScans(by: review.documents.sweep).refused == 1)
            try await house.database.write { transaction in
                _ = try transaction.run("UPDATE subject SET state = 'living' WHERE id = \(stuck.subject)")
            }
            house.clock.advance(by: .days(1))
            #expect(try await house.registrar.endScans(by: review.documents.sweep).destroyed == 1)
        }
    }
}

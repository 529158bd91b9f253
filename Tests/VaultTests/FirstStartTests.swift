import Foundation
import Primitives
import TestKit
import Testing

@testable import Vault

@Suite("A first start whose disk fails at a step")
struct FirstStartTests {
    @Test("is finished or begun anew by the next", arguments: FaultPlan.Length.allCases)
    func everyStep(length: FaultPlan.Length) async throws {
        let rehearsal = FaultPlan()
        try await withTemporaryFolder { folder in
            _ = try KeyRing(folder: folder.appending(path: "keys").path, disk: rehearsal.disk)
        }
        #expect(rehearsal.points.count > 15)
        for number in 1...rehearsal.points.count {
            let plan = FaultPlan(failing: number, length)
            try await withTemporaryFolder { folder in
                let path = folder.appending(path: "keys").path
                #expect(throws: VaultError.self, "step \(number)") { try KeyRing(folder: path, disk: plan.disk) }
                let ring = try KeyRing(folder: path)
                let later = try KeyRing(folder: path)
                #expect(ring.instance == later.instance && !later.created, "step \(number)")
                #expect(try ring.epochKey(1) == later.epochKey(1), "step \(number)")
            }
        }
    }
}

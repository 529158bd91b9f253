import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

extension Walk {
    private static func officer() -> Actor {
        Actor("dpo", person: SubjectID(from: .system), session: Bytes(repeating: 3, count: 32))
    }

    /// What is held of somebody is destroyed on their request.
    mutating func destroy(_ subject: SubjectID) async throws {
        let house = world.house
        let may = model.allows(Wish.erasing, on: subject, at: clock.now)
        let done = try await attempt(Wish.erasing.name, subject, may: may) { _ in
            try await house.gate.erase(
                Ask(.erase, by: Self.officer(), on: subject, for: .rights), steps: house.registrar.erasure)
        }
        if done { model.erase(subject, at: clock.now) }
    }
}

extension Wish {
    static let erasing = Wish(name: "is erased on request", fields: [], ground: .law, clauses: ["3.1"], destroys: true)
}

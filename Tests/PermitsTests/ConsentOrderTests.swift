import HouseKit
import Permits
import Policy
import Primitives
import TestKit
import Testing

@Suite("A consent")
struct ConsentOrderTests {
    @Test("that was withdrawn last is withdrawn, whatever the clock says", arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            for _ in 0..<8 {
                try await house.decide(.main, give: true, of: person)
                try await house.decide(.main, give: false, of: person)
                let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
                #expect(refusal?.reason == .noConsent)
            }
            // A clock that is put back must not bring a consent back.
            try await house.decide(.main, give: true, of: person)
            house.clock.set(house.clock.now - .hours(1))
            try await house.decide(.main, give: false, of: person)
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(refusal?.reason == .noConsent)
        }
    }
}

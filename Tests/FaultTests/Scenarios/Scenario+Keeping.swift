import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing
import Vault

extension Scenario {
    private static let address = "aigerim@example.kz"

    static let keeping = [
        Scenario("entries taken into the ledger") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            try await house.house.sequencer.sequence()
            house.house.clock.advance(by: .seconds(1))
            try await house.house.confirm(.email, address, of: person)
            return Deed(
                grain: .steps,
                act: { house in
                    let checkpoint = try await house.house.sequencer.sequence()
                    #expect(!house.house.sequencer.isForked)
                    return "\(checkpoint?.size ?? 0)"
                },
                present: { house, _ in
                    let waiting = try await house.house.count("pending_entry")
                    #expect(waiting == 0)
                })
        },
        Scenario("a draft destroyed when its term is over") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            house.house.clock.advance(by: .days(40))
            return Deed(
                grain: .steps,
                act: { house in
                    _ = try await house.house.registrar.sweep()
                    return person.number
                },
                again: { house in
                    try await house.house.gate.finishErasures()
                    _ = try await house.house.registrar.sweep()
                    return person.number
                },
                present: { house, _ in try await expectErased(person.subject, in: house) })
        },
        Scenario("the epoch of the keys turned after an erasure") { house in
            let staying = try await house.house.begin("Үлгіева", "Айгерім")
            let leaving = try await house.house.begin("Ойдан", "Бекзат")
            try await house.house.registrar.end(leaving.subject, by: .decline, session: leaving.session)
            return Deed(
                grain: .steps,
                act: { house in
                    _ = try await house.house.keys.turnEpoch()
                    return staying.subject.description
                },
                present: { house, subject in
                    #expect(try house.house.keys.hasEnded(1))
                    try await house.house.keys.check()
                    try await expect(house, .familyName, "Үлгіева", of: subject)
                })
        },
        Scenario("the root key exchanged") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            return Deed(
                act: { house in
                    try house.house.ring.changeRoot()
                    return person.subject.description
                },
                present: { house, subject in
                    try await house.house.keys.check()
                    try await expect(house, .familyName, "Үлгіева", of: subject)
                })
        },
        Scenario("the key of the index exchanged") { house in
            let person = try await house.house.register("Үлгіева", "Айгерім", email: address)
            return Deed(
                grain: .steps, repeats: true,
                act: { house in
                    let version = try house.house.gate.announceIndexVersion()
                    _ = try await house.house.gate.renewIndex(version.number, in: FaultHouse.index)
                    try await house.house.gate.endIndexVersions()
                    return person.number
                },
                present: { house, _ in
                    try await expectHolder(person.subject, in: house)
                    #expect(try house.house.ring.indexVersions().count == 1)
                })
        },
    ]
}

import Access
import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

extension Scenario {
    static let consents = [
        Scenario("a consent withdrawn") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім", optional: ["advertising"])
            return Deed(
                act: { house in
                    try await house.consents.decide(
                        "advertising.email", give: false, language: .kk, personName: "Үлгіева Айгерім", shown: 1,
                        of: person.subject, session: person.session)
                    return person.number
                },
                present: { house, _ in
                    let (gate, now) = (house.house.gate, house.house.clock.now)
                    let given = try await gate.look {
                        try ConsentStore($0).inForce(of: person.subject, at: now, under: gate.book).keys
                            .map(\.rawValue)
                    }
                    #expect(!given.contains("advertising.email") && given.contains("advertising.sms"))
                })
        },
        Scenario("a receipt that the person keeps") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let key = house.house.sequencer.verifierKey
            return Deed(
                grain: .steps, besides: ["leaf", "bundle", "tile", "tree"], repeats: true,
                act: { house in
                    let receipt = try await house.receipts.receipt(
                        of: person.subject, record: person.number, language: .kk, session: person.session)
                    #expect(receipt.check(key: key) == .genuine)
                    return person.number
                })
        },
    ]
}

import Documents
import HouseKit
import Policy
import Primitives
import Testing

@testable import Account
@testable import Markup
@testable import Permits
@testable import Registration
@testable import WebCore

@Suite("The steps of a registration")
struct RegisterStepsTests {
    /// How many steps the page that checks everything ticks.
    private static func ticked(confirmed: Int, missing: [MissingDocument]) throws -> Int {
        let policy = try TestHouse.policy()
        let contacts = policy.contacts.channels.enumerated().map { index, channel in
            ContactRow(
                channel: channel, target: [], digests: [],
                confirmedAt: index < confirmed ? Instant(seconds: 1_796_115_600) : nil)
        }
        let page = CheckPage(
            policy: policy, record: OpenRecord([:]),
            contacts: Dictionary(uniqueKeysWithValues: contacts.map { ($0.channel, $0) }), documents: [],
            given: [], missing: missing, isTaken: false, token: FormToken(text: ""))
        let text = String(decoding: page.page.content.rendered(in: .en), as: UTF8.self)
        #expect(text.contains(Phrase.stillMissing.en) == (confirmed == 0 || !missing.isEmpty))
        return text.matches(of: /<li class="?done/).count
    }

    @Test("are ticked when nothing of them is missing, not when they were passed")
    func ticks() throws {
        let document = MissingDocument.compulsory(DocumentKindID("identity"))
        #expect(try Self.ticked(confirmed: 0, missing: [document]) == 1)
        #expect(try Self.ticked(confirmed: 1, missing: [document]) == 2)
        #expect(try Self.ticked(confirmed: 0, missing: []) == 2)
        #expect(try Self.ticked(confirmed: 1, missing: []) == 3)
    }
}

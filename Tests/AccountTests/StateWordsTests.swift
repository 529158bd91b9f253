import Access
import Foundation
import HouseKit
import Permits
import Policy
import Primitives
import Testing

@testable import Account
@testable import Markup
@testable import Registration
@testable import WebCore

@Suite("The account's page")
struct StateWordsTests {
    /// Tuesday 1 December 2026, 14:00 in Almaty.
    private static let now = Instant(seconds: 1_796_115_600)

    /// What a state must say: what comes next, who does it, and by when.
    struct Expected: Sendable, CustomTestStringConvertible {
        let state: RegistrationRow.State
        var isObjection = false
        var isResent = false
        var secondLook = TwoPersonRule.Outlook.another
        let what: Phrase
        let who: Phrase
        let when: Phrase

        var testDescription: String { "\(state)\(isObjection ? ", objected to" : ""), \(secondLook)" }
    }

    private static let due = Instant(seconds: 1_796_115_600 + 5 * 86_400)
    private static let tomorrow = Instant(seconds: 1_796_115_600 + 86_400)
    private static let byFriday = Phrase(
        ru: "е позднее пятницы, 4\u{A0}декабря 2026\u{A0}г.", kk: "ерзімі: 2026\u{A0}жылғы 4\u{A0}желтоқсан, жұма",
        en: "y Friday 4\u{A0}December 2026")
    private static let reviewer = Phrase(ru: "роверяющ", kk: "ексеруші", en: "reviewer")
    private static let you = Phrase(ru: "вы", kk: "сіз", en: "you")
    private static let server = Phrase(ru: "Сервер", kk: "сервер", en: "The server")

    static let expected = [
        Expected(state: .draft, what: .eventDraftDetails, who: you, when: .moment(due)),
        Expected(state: .sent, what: .eventWaits, who: reviewer, when: byFriday),
        Expected(state: .sent, isObjection: true, what: .eventOtherReviewer, who: reviewer, when: byFriday),
        Expected(
            state: .sent, isObjection: true, secondLook: .again(from: tomorrow), what: .eventSameReviewer,
            who: .sameReviewerDetails(.moment(tomorrow)), when: byFriday),
        Expected(
            state: .refused, secondLook: .again(from: tomorrow), what: .eventRefusedDetails, who: you,
            when: .mayObjectUntil(.moment(due), again: .moment(tomorrow), .workingDays(3))),
        Expected(state: .inReview, what: .eventInReview, who: reviewer, when: byFriday),
        Expected(state: .moreAsked, what: .eventMoreAskedDetails, who: .eventMoreAsked, when: .moment(due)),
        Expected(state: .approved, what: .eventScansEnd, who: server, when: .moment(due)),
        Expected(state: .refused, what: .eventRefusedDetails, who: you, when: .moment(due)),
        Expected(state: .lapsed, what: .eventScansEnd, who: server, when: .moment(due)),
    ]

    @Test("says in each state what happens next, by whom, by when", arguments: expected)
    func words(expected: Expected) throws {
        let page = try Self.page(expected)
        for language in Language.allCases {
            let text = String(decoding: page.page.content.rendered(in: language), as: UTF8.self)
            #expect(text.contains(expected.what[language].unbroken), "\(language)")
            #expect(text.contains(expected.who[language].unbroken), "\(language)")
            #expect(text.contains(expected.when[language].unbroken), "\(language)")
        }
    }

    @Test("tells what was in its order: sent before sent again, refused before objected to")
    func order() throws {
        let page = try Self.page(
            Expected(
                state: .sent, isObjection: true, isResent: true, what: .eventWaits, who: Self.reviewer,
                when: Self.byFriday))
        let told = page.events.filter { $0.state == .past }.map(\.heading)
        #expect(told == [.eventBegun, .sentByYou, .eventAsked, .eventSentAgain, .eventRefused, .eventObjected])
        let once = try Self.page(
            Expected(state: .sent, what: .eventWaits, who: Self.reviewer, when: Self.byFriday))
        #expect(once.events.filter { $0.state == .past }.map(\.heading) == [.eventBegun, .sentByYou])
    }

    @Test("admits that the promised day has passed")
    func late() throws {
        let sent = Expected(state: .sent, what: .eventWaits, who: Self.reviewer, when: Self.byFriday)
        let page = try Self.page(sent, now: Self.now + .days(4))
        let text = String(decoding: page.page.content.rendered(in: .ru), as: UTF8.self)
        #expect(text.contains(Self.byFriday.ru.unbroken) && text.contains(Phrase.reviewIsLate.ru.unbroken))
    }

    @Test("names the term of the review before anything is sent", arguments: Language.allCases)
    func term(language: Language) throws {
        let draft = Expected(state: .draft, what: .eventDraftDetails, who: Self.you, when: .moment(Self.due))
        let text = String(decoding: try Self.page(draft).page.content.rendered(in: language), as: UTF8.self)
        #expect(text.contains(Phrase.workingDays(3)[language]))
    }

    private static func page(_ expected: Expected, now: Instant = now) throws -> AccountPage {
        let state = expected.state
        let isOver = state == .approved || state == .refused || state == .lapsed
        let policy = try TestHouse.policy()
        // An objection may be made for thirty days after the decision.
        let decided = due - policy.terms.objection.span
        let row = RegistrationRow(
            subject: SubjectID(from: .system), number: "AAAA-0000", state: state, since: now, createdAt: now,
            dueAt: state == .draft || state == .moreAsked ? due : nil, sentAt: state == .draft ? nil : now,
            reviewBy: state.awaitsReview ? Day(of: now, hoursEast: 5) + (Self.now == now ? 3 : -1) : nil,
            reviewTerm: nil,
            wasResent: expected.isResent, reminders: 0, reason: nil, decidedBy: nil,
            decidedAt: state.isDecided || expected.isObjection ? decided : nil, isDecidedAlone: false,
            objectedAt: expected.isObjection ? now : nil, scansUntil: isOver ? due : nil, isSetAside: false,
            lease: nil, pending: nil)
        return AccountPage(
            registration: row, policy: policy, secondLook: expected.secondLook, opensData: true,
            documents: [], missing: [], proposals: [], texts: [:], form: Form(), contacts: [:], block: nil, now: now,
            token: FormToken(text: ""), wasIncomplete: false)
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Policy
import Primitives
import Synchronization
import Testing

@testable import Public
@testable import WebCore

@Suite("The policy's page")
struct PolicyPageTests {
    private func edition() throws -> Edition {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let reading = try PolicyFolder(path: root.appending(path: "policies/cantra").path).read()
        return try Edition(
            number: 3, inForceSince: Instant(seconds: 1_795_500_000), document: try #require(reading.draft))
    }

    @Test("has an anchor for every clause, once, in every language", arguments: Language.allCases)
    func anchors(language: Language) throws {
        let edition = try edition()
        let page = String(
            decoding: PolicyPage(edition: edition, isInForce: true).content.rendered(in: language), as: UTF8.self)
        let anchors = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(anchors).count == anchors.count)
        #expect(Set(anchors).isSuperset(of: edition.document.clauses.map(\.id.rawValue)))
    }

    @Test("says how every clause is enforced", arguments: Language.allCases)
    func controls(language: Language) throws {
        let edition = try edition()
        let page = String(
            decoding: PolicyPage(edition: edition, isInForce: true).content.rendered(in: language), as: UTF8.self)
        let labels = page.matches(of: /aria-label="([^"]*)"/).map { String($0.1) }
        let expected = edition.document.clauses.map { Phrase.howEnforced($0.id.rawValue)[language] }
        #expect(Set(labels).isSuperset(of: expected))
    }

    @Test("strikes a void clause through and names the day")
    func voidClause() throws {
        let day = try #require(Day("2026-12-01"))
        let edition = try edition()
        let void = VoidClause(
            edition: 3, clause: "3.6", since: day, declaredAt: Instant(seconds: 1_796_200_000),
            content: VoidContent(
                "3.6", of: edition, since: day,
                reason: Phrase(ru: "Решение суда", kk: "Сот шешімі", en: "Decision of a court"),
                proposed: Instant(seconds: 1_796_100_000), declared: Instant(seconds: 1_796_200_000),
                manner: .twoPersons))
        let page = PolicyPage(edition: edition, isInForce: true, void: [void])
        let text = String(decoding: page.content.rendered(in: .en), as: UTF8.self)
        #expect(
            text.contains("Decision of a court")
                && text.contains("href=\"/en/policy/editions/3/clauses/3.6/void.json\""))
        #expect(text.contains("class=\"clause void\" id=\"3.6\""))
        #expect(text.contains("Void since 1\u{A0}December 2026"))
    }

    @Test("is followed by a feed with an entry for each edition and each void clause, under names that stay")
    func feed() async throws {
        let old = try edition()
        let new = try Edition(number: 4, inForceSince: Instant(seconds: 1_795_600_000), document: old.document)
        let void = VoidClause(
            edition: 4, clause: "3.6", since: try #require(Day("2026-12-01")),
            declaredAt: Instant(seconds: 1_796_200_000),
            content: VoidContent(
                "3.6", of: new, since: try #require(Day("2026-12-01")),
                reason: Phrase(ru: "Суд", kk: "Сот", en: "A court & <others>"),
                proposed: Instant(seconds: 1_796_100_000),
                declared: Instant(seconds: 1_796_200_000), manner: .twoPersons))
        let shelf = EditionShelf(
            inForce: { new }, edition: { _ in new }, all: { [EditionLine(new), EditionLine(old)] },
            void: { _ in [void] })
        try await application(shelf).test(.router) { client in
            let answer = try await client.execute(uri: "/en/policy/feed.atom", method: .get)
            #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
            let text = String(buffer: answer.body)
            let host = try #require(text.firstMatch(of: /<id>tag:([^,]+),2026:en\/policy<\/id>/)).1
            let ids = text.matches(of: /<id>([^<]*)<\/id>/).map { String($0.1) }.dropFirst()
            #expect(
                ids == [
                    "tag:\(host),2026:en/policy/editions/4/clauses/3.6", "tag:\(host),2026:en/policy/editions/4",
                    "tag:\(host),2026:en/policy/editions/3",
                ])
            #expect(text.contains("A court &amp; &lt;others&gt;"))
            #expect(text.contains("<updated>\(void.declaredAt)</updated>\n<author>"))
            let page = try await client.execute(uri: "/en/policy/editions", method: .get)
            #expect(String(buffer: page.body).contains("href=\"/en/policy/feed.atom\""))
        }
    }

    @Test("stays at its permanent address and says there whether it is in force")
    func permanent() async throws {
        let old = try edition()
        let new = try Edition(number: 4, inForceSince: Instant(seconds: 1_795_600_000), document: old.document)
        let shelf = EditionShelf(
            inForce: { new }, edition: { [3: old, 4: new][$0] }, all: { [EditionLine(new), EditionLine(old)] })
        try await application(shelf).test(.router) { client in
            let ended = try await client.execute(uri: "/en/policy/editions/3", method: .get)
            #expect(String(buffer: ended.body).contains("no longer in force"))
            let current = try await client.execute(uri: "/en/policy/editions/4", method: .get)
            #expect(!String(buffer: current.body).contains("no longer in force"))
            let missing = try await client.execute(uri: "/en/policy/editions/5", method: .get)
            #expect(missing.status == .notFound)
            for _ in 0..<2 {
                let policy = try await client.execute(uri: "/kk/policy", method: .get)
                #expect(String(buffer: policy.body).contains(new.hash.hex))
                #expect(String(buffer: policy.body).contains("<html lang=\"kk\""))
            }
        }
    }

    @Test("is missing, not empty, while nothing is published")
    func unpublished() async throws {
        let shelf = EditionShelf(inForce: { nil }, edition: { _ in nil }, all: { [] })
        try await application(shelf).test(.router) { client in
            let policy = try await client.execute(uri: "/ru/policy", method: .get)
            #expect(policy.status == .notFound)
            for path in ["/ru/policy/editions", "/ru"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .ok)
            }
        }
    }

    @Test("is the same for everybody, and another at once when what stands around it changes")
    func frame() async throws {
        let edition = try edition()
        let shelf = EditionShelf(inForce: { edition }, edition: { _ in nil }, all: { [] })
        let isDemo = Mutex(true)
        let policy = FramePolicy(.blank) {
            SiteFrame(isDemo: isDemo.withLock { $0 }, operator: .blank, edition: nil)
        }
        try await application(shelf, policy).test(.router) { client in
            let first = try await client.execute(uri: "/en/policy", method: .get)
            let second = try await client.execute(uri: "/en/policy", method: .get)
            #expect(second.body == first.body)
            let tag = try #require(second.headers[.eTag])
            #expect(first.headers[.eTag] == tag)
            let known = try await client.execute(uri: "/en/policy", method: .get, headers: [.ifNoneMatch: tag])
            #expect(known.status == .notModified)
            isDemo.withLock { $0 = false }
            let changed = try await client.execute(
                uri: "/en/policy", method: .get, headers: [.ifNoneMatch: tag])
            #expect(changed.status == .ok)
            #expect(String(buffer: first.body).contains(Phrase.demoShort[.en]))
            #expect(!String(buffer: changed.body).contains(Phrase.demoShort[.en]))
        }
    }

    private func application(
        _ shelf: EditionShelf, _ policy: FramePolicy = FramePolicy(.blank)
    ) -> some ApplicationProtocol {
        let site = Site(settings: .blank, assets: .none, formKey: .blank, flood: .blank, policy: policy)
        let router = site.router(time: .system)
        let routes = SiteRoutes(on: router)
        PolicyController(shelf: shelf).addRoutes(to: routes)
        HomeController(shelf: shelf).addRoutes(to: routes)
        return Application(router: router)
    }
}

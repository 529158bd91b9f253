import Policy
import Primitives
import Testing

@Suite("A term")
struct TermTests {
    @Test(
        "is read from words",
        arguments: [
            ("10 minutes", 600), ("1 days", 86_400), ("1 day", 86_400), ("60 seconds", 60), ("72 hours", 259_200),
        ])
    func reads(text: String, seconds: Int) throws {
        let term = try #require(Term(text))
        #expect(term.seconds == seconds)
        #expect(term.span == .seconds(seconds))
        #expect(Term(term.description) == term)
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "7", "days", "0 days", "-1 days", "7 weeks", "seven days", "7 days long", "9999999999999999 days",
        ])
    func refuses(text: String) {
        #expect(Term(text) == nil)
    }
}

@Suite("An identification number of Kazakhstan")
struct KazakhIdentifierTests {
    @Test(
        "is valid by its check digit, of either pass",
        arguments: [
            ("991231500006", KazakhIdentifier.Kind.iin), ("991231600002", .iin), ("990228501233", .iin),
            ("990228601248", .iin), ("991231500707", .iin), ("010101100018", .iin), ("850615200073", .iin),
            ("991240000013", .bin), ("991251000023", .bin), ("991262000033", .bin), ("991240000402", .bin),
        ])
    func valid(text: String, kind: KazakhIdentifier.Kind) {
        #expect(KazakhIdentifier(text)?.kind == kind)
    }

    @Test(
        "is refused otherwise",
        arguments: ["991231500007", "991240000014", "99122850000", "9912315000060", "99123150000x", "٩٩١٢٣١٥٠٠٠٠٦", ""]
            + (0...9).map { "99123150077\($0)" })
    func invalid(text: String) {
        #expect(KazakhIdentifier(text) == nil)
    }
}

@Suite("Canonical JSON")
struct CanonicalJSONTests {
    @Test("sorts keys by UTF-16 units, as the example of RFC 8785, section 3.2.3")
    func sorting() throws {
        let keys = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1f600}", "\u{80}", "\u{f6}"]
        let value = Dictionary(uniqueKeysWithValues: keys.map { ($0, 0) })
        let text = String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
        #expect(
            text == "{\"\\r\":0,\"1\":0,\"\u{80}\":0,\"\u{f6}\":0,\"\u{20ac}\":0,\"\u{1f600}\":0,\"\u{fb33}\":0}")
    }

    @Test("escapes only what section 3.2.2.2 escapes")
    func escapes() throws {
        let text = String(decoding: try CanonicalJSON.encode(["\u{20ac}$\u{f}\nA'B\"\\/\t"]), as: UTF8.self)
        #expect(text == "[\"\u{20ac}$\\u000f\\nA'B\\\"\\\\/\\t\"]")
    }

    @Test("keeps truth values, numbers and nothing apart")
    func kinds() throws {
        let text = String(decoding: try CanonicalJSON.encode([[true, false], []]), as: UTF8.self)
        #expect(text == "[[true,false],[]]")
        #expect(String(decoding: try CanonicalJSON.encode([1, 0, nil, -7]), as: UTF8.self) == "[1,0,null,-7]")
        #expect(throws: (any Error).self) { try CanonicalJSON.encode([0.5]) }
    }
}

@Suite("The law pack of Kazakhstan")
struct LawPackTests {
    @Test("has the statutory deadlines")
    func deadlines() throws {
        let pack = try #require(Cantra.folder().read().lawPack)
        let amounts = pack.deadlines.map { "\($0.id) \($0.amount) \($0.unit.rawValue)" }
        #expect(
            amounts == [
                "access_information 3 working_day", "access_refusal 3 working_day", "rectify 1 working_day",
                "destroy_if_unfixable 1 working_day", "block 1 working_day", "unblock 1 working_day",
                "destroy_unlawful 1 working_day", "remove_from_public 1 working_day",
                "consent_withdrawal_stop 15 working_day", "automated_objection 3 working_day",
                "third_party_notice 10 working_day", "breach_authority 1 working_day",
                "consumer_claim 10 calendar_day", "delete 1 working_day", "restrict 1 working_day",
                "tax_records_keep 5 year", "limitation_general 3 year",
            ])
        #expect(pack.duty("consent_withdrawal_stop")?.article == "94-V 8(7)")
        #expect(pack.timeZone == "Asia/Almaty")
    }

    @Test("has a rule for every request, with a deadline and grounds that it names")
    func requests() throws {
        let reading = try Cantra.folder().read()
        let (pack, policy) = (try #require(reading.lawPack), try #require(reading.document))
        #expect(pack.requests.map(\.id) == RequestKind.allCases)
        for rule in pack.requests {
            #expect(pack.term(of: rule.id, under: policy) != nil, "\(rule.id)")
            #expect(pack.grounds(of: rule.id).map(\.id) == rule.grounds, "\(rule.id)")
            #expect(!rule.grounds.isEmpty && !rule.article.isEmpty)
        }
    }

    @Test("asks for every item of a consent and names every ground of refusal")
    func contents() throws {
        let pack = try #require(Cantra.folder().read().lawPack)
        #expect(pack.consentContents.map(\.id) == ConsentText.Item.allCases)
        #expect(pack.refusalGrounds.count == 13)
        #expect(pack.holdGrounds.map(\.id) == ["dispute", "court", "body_order"])
        #expect(pack.holdGrounds.allSatisfy { !$0.article.isEmpty && $0.title.kk != $0.title.ru })
        #expect(pack.refusalGrounds.allSatisfy { !$0.article.isEmpty && $0.title.kk != $0.title.ru })
    }
}

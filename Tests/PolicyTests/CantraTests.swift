import Policy
import Primitives
import Testing

@Suite("The policy of CANTRA")
struct CantraTests {
    @Test("checks clean but for what the operator sets and what is not built")
    func checks() throws {
        let reading = try Cantra.folder().read()
        #expect(reading.errors.map(\.description) == [])
        #expect(
            reading.warnings.map(\.message) == [
                "operator.iin_or_bin is a placeholder; the server stays in demo mode until it is set",
                "clause 5.2 has no control that is built",
            ]
                + ["hosting", "mail", "sms", "courier"].map {
                    "recipient \($0) is a placeholder; the server stays in demo mode until it is set"
                })
    }

    @Test("has every clause of the published structure, in its order")
    func structure() throws {
        let expected =
            "a b c d 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 2.1 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.5 2.3 2.3.1 2.3.2 2.3.3 2.4 "
            + "3.1 3.2 3.3 3.3.a 3.3.b 3.4 3.4.1 3.4.2 3.5 3.5.1 3.5.2 3.6 4.1 4.2 5.1 5.2 5.3 5.4 5.5 5.6"
        let document = try Cantra.document()
        #expect(document.clauses.map(\.id.rawValue).joined(separator: " ") == expected)
        #expect(document.chapters.flatMap(\.clauses) == document.clauses.map(\.id))
        #expect(document.chapters.map(\.clauses.count) == [4, 8, 12, 12, 2, 6])
    }

    @Test("says everything in each language, and in that language", arguments: Language.allCases)
    func languages(language: Language) throws {
        let document = try Cantra.document()
        let texts = document.clauses.map { $0.text[language] } + document.controls.map { $0.description[language] }
        #expect(texts.allSatisfy { $0.count >= 10 })
        let letters = Set(texts.joined().lowercased())
        #expect(letters.isSuperset(of: "әғқңөұүі") == (language == .kk))
        #expect(letters.contains("ы") == (language != .en))
        #expect(Set(texts).count == texts.count)
    }

    @Test("lets only a person decide, and lets nobody read for statistics")
    func lawfulGrants() throws {
        let document = try Cantra.document()
        #expect(document.roles.filter { $0.grants.contains { $0.acts.contains(.decide) } }.map(\.id) == ["reviewer"])
        #expect(document.fields.allSatisfy { !$0.purposes.contains("statistics") })
        #expect(document.fields.filter { $0.source == .document }.allSatisfy { $0.purposes == ["identification"] })
        #expect(document.recipients.allSatisfy { $0.country == "KZ" })
    }

    @Test("names every technical datum with a term")
    func technicalData() throws {
        let technical = try Cantra.document().fields.filter { $0.source == .device }
        #expect(
            technical.map(\.code) == [
                "ip_address", "user_agent", "session", "cookie", "request_times", "language", "known_browser",
            ])
        #expect(technical.allSatisfy { $0.dataClass == .other })
        #expect(technical.map(\.keep).allSatisfy { $0 == .term(Term(seconds: 86_400)) || [30, 180].contains($0.days) })
    }

    @Test("keeps the terms and limits of the registration")
    func terms() throws {
        let document = try Cantra.document()
        let terms = document.terms
        #expect(terms.draft.days == 7)
        #expect(terms.moreAsked.days == 30)
        #expect(terms.reminders.map(\.days) == [3, 7])
        #expect(terms.review?.days == 3)
        #expect(terms.endedScans.days == 30)
        #expect(
            ActOfTwo.allCases.map { document.singleHandedWait($0)?.seconds } == [86_400, 86_400, 3_600, 3_600, 3_600])
        #expect([terms.code.minutes, terms.codeTries, terms.codeResend.seconds, terms.codesPerHour] == [10, 5, 60, 5])
        #expect([terms.lease.minutes, terms.undo.seconds, terms.viewing.minutes] == [20, 10, 5])
        let limits = document.limits
        #expect([limits.photoBytes, limits.pdfBytes, limits.totalBytes] == [15_000_000, 25_000_000, 200_000_000])
        #expect([limits.pdfPages, limits.pixels, limits.files] == [30, 40_000_000, 20])
        #expect(document.contacts.asked == [4, 5] && document.contacts.confirmAtLeast == 1)
    }
}

extension Retention {
    /// Whole days of a fixed term.
    fileprivate var days: Int? {
        if case .term(let term) = self { term.days } else { nil }
    }
}

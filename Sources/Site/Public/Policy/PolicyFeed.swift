import Markup
import Policy
import Primitives
import WebCore

/// What has become of the policy as an Atom feed (RFC 4287): an entry for each edition and each void clause.
struct PolicyFeed {
    /// The newest first.
    let editions: [EditionLine]
    let void: [VoidClause]
    let title: Phrase
    let operatorName: Phrase
    /// The address of the site, `https://www.example.kz`.
    let base: String
    /// The operator's site in the first edition: it names the entries, wherever the feed lies.
    let authority: String
    let language: Language

    /// As many as a reader wants to see.
    private static let most = 100

    private struct Entry {
        let id: String
        let title: Phrase
        let at: Instant
        let summary: Phrase
        let path: SitePath
    }

    var text: String {
        let entries = (editions.map(entry) + void.map(entry)).sorted { ($0.at, $0.id) > ($1.at, $1.id) }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">",
            element("id", tag("policy")), element("title", title[language]),
            element("updated", stamp(entries.first?.at ?? Instant(seconds: 0))),
            "<author>" + element("name", operatorName[language]) + "</author>",
            link("self", .policyFeed, "application/atom+xml"), link("alternate", .policy, "text/html"),
        ]
        for entry in entries.prefix(Self.most) {
            lines += [
                "<entry>", element("id", entry.id), element("title", entry.title[language]),
                element("published", stamp(entry.at)), element("updated", stamp(entry.at)),
                link("alternate", entry.path, "text/html"),
                "<summary type=\"text\">\(Self.escaped(entry.summary[language]))</summary>", "</entry>",
            ]
        }
        return lines.joined(separator: "\n") + "\n</feed>\n"
    }

    private func entry(_ line: EditionLine) -> Entry {
        let edition = Phrase.editionNumber(line.number)
        let what = line.manner?.words ?? edition
        return Entry(
            id: tag("policy/editions/\(line.number)"), title: edition, at: line.inForceSince,
            summary: what.followed(by: ". SHA-256: ", .invariable(line.hash.hex)),
            path: line.number > 1
                ? SitePath.changesBetween(line.number - 1, line.number) : SitePath.edition(line.number))
    }

    private func entry(_ void: VoidClause) -> Entry {
        let title = Phrase.voidClause(void.clause.rawValue).followed(by: " · ", .editionNumber(void.edition))
        let since = Phrase.voidSince(void.since)
        return Entry(
            id: tag("policy/editions/\(void.edition)/clauses/\(void.clause.rawValue)"), title: title,
            at: void.declaredAt, summary: void.content.map { since.followed(by: ". ", $0.reason) } ?? since,
            path: SitePath.edition(void.edition))
    }

    /// A name that stays the same wherever the feed lies (RFC 4151); the first edition gives it its year.
    private func tag(_ name: String) -> String {
        let first = editions.last.map { Day(of: $0.inForceSince, hoursEast: 5).year } ?? 2026
        return "tag:\(authority),\(first):\(language.rawValue)/\(name)"
    }

    private func link(_ relation: String, _ path: SitePath, _ type: String) -> String {
        let address = Self.escaped(base + path.address.text(in: language))
        return "<link rel=\"\(relation)\" type=\"\(type)\" hreflang=\"\(language.rawValue)\" href=\"\(address)\"/>"
    }

    private func element(_ name: String, _ text: String) -> String { "<\(name)>\(Self.escaped(text))</\(name)>" }

    private func stamp(_ instant: Instant) -> String { instant.description }

    /// As XML 1.0 has it: nothing of a text is markup, and what XML cannot hold is left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

import Policy
import Primitives
import Rights
import WebCore

/// An answer to a request as the house itself can give it, in the person's language: which data are held, what for, where they
/// come from, how and how long they are worked with, and who gets them (Law 94-V, art. 24(1)(1)); or what was corrected.
///
/// It names kinds of data and no value, so that it can be shown before it is sent.
struct DraftAnswer {
    private let facts: AnswerFacts
    private var policy: PolicyDocument { facts.edition.document }
    private var language: Language { facts.language }

    init(_ facts: AnswerFacts) { self.facts = facts }

    var text: String {
        facts.kind == .correction ? corrected : information
    }

    private var corrected: String {
        Phrase.draftCorrected(list(facts.corrected.map(title)))[language]
    }

    private var information: String {
        let purposes = policy.purposes.filter { purpose in
            fields.contains { $0.purposes.contains(purpose.id) } || kinds.contains { $0.purposes.contains(purpose.id) }
        }
        return [
            Phrase.draftHeld(facts.edition.number)[language],
            ([Phrase.draftData[language]] + kept).joined(separator: "\n"),
            line(.draftPurposes, purposes.map(\.title)),
            line(.draftSources, sources),
            Phrase.draftWays[language],
            Phrase.draftTerm(.term(policy.consentTerm.atMost.span))[language],
            line(
                .draftRecipients,
                recipients.map { one in
                    Phrase(
                        ru: "\(one.name.ru) (\(Phrase.countryName(one.country).ru))",
                        kk: "\(one.name.kk) (\(Phrase.countryName(one.country).kk))",
                        en: "\(one.name.en) (\(Phrase.countryName(one.country).en))")
                }),
            Phrase.draftAccount[language],
        ].compactMap(\.self).joined(separator: "\n\n")
    }

    private var fields: [Field] { facts.fields.compactMap(policy.field) }
    private var kinds: [DocumentKind] { facts.documents.compactMap(policy.documentKind) }

    /// The data by how long they are kept, a line each.
    private var kept: [String] {
        var order: [Retention] = []
        var titles: [Retention: [Phrase]] = [:]
        for (retention, title) in fields.map({ ($0.keep, $0.title) }) + kinds.map({ ($0.keep, $0.title) }) {
            if titles[retention] == nil { order.append(retention) }
            titles[retention, default: []].append(title)
        }
        return order.map { "• \(Phrase.retention($0).beginning[language]): \(list(titles[$0] ?? [])[language])" }
    }

    private var sources: [Phrase] {
        let found = Set(fields.map(\.source))
        return Field.Source.allCases.filter(found.contains).map { .sourceWord($0) }
            + (kinds.isEmpty ? [] : [.draftDocuments])
    }

    /// Who may get something of what is held.
    private var recipients: [Recipient] {
        policy.recipients.filter { one in
            !Set(one.fields).isDisjoint(with: facts.fields) || !Set(one.documents).isDisjoint(with: facts.documents)
        }
    }

    private func title(_ field: FieldNumber) -> Phrase { policy.field(field)?.title ?? .invariable("\(field)") }

    private func line(_ heading: Phrase, _ items: [Phrase]) -> String? {
        items.isEmpty ? nil : "\(heading[language]): \(list(items)[language])."
    }

    private func list(_ items: [Phrase]) -> Phrase {
        Phrase(
            ru: items.map(\.ru).joined(separator: ", "), kk: items.map(\.kk).joined(separator: ", "),
            en: items.map(\.en).joined(separator: ", "))
    }
}

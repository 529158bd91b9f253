import Primitives

extension PolicyDocument {
    /// All that the policy names beside its texts, with all that it says of it.
    ///
    /// A value that stands in the canonical form and not here would change unseen; a test changes each in turn.
    var things: [DescribedThing] {
        var things = purposes.map(described)
        things += fields.map(described)
        things += recipients.map(described)
        things += documentKinds.map(described)
        things += consents.map(described)
        things.append(describedConsentTerm)
        things += roles.map(described)
        return things + rules
    }

    private func described(_ purpose: Purpose) -> DescribedThing {
        DescribedThing(
            PolicyThing(.purpose, purpose.id.rawValue, title: purpose.title), widensWhenNew: true,
            [
                Facet(.title, .text(purpose.title)), Facet(.description, .text(purpose.description)),
                Facet(.clause, .verbatim(purpose.clause.rawValue)),
                Facet(.ground, .word(.ground(purpose.ground)), purpose.ground == .law ? .always : .never),
                purpose.article.map { Facet(.article, .verbatim($0)) },
                Facet(.required, .flag(purpose.required), .turnedOn),
            ])
    }

    private func described(_ field: Field) -> DescribedThing {
        DescribedThing(
            PolicyThing(.field, field.number.description, title: field.title), widensWhenNew: true,
            [
                Facet(.title, .text(field.title)), Facet(.code, .verbatim(field.code)),
                Facet(
                    .dataClass, .word(.dataClass(field.dataClass)), field.dataClass == .personal ? .never : .always),
                Facet(.source, .word(.source(field.source)), .always),
                Facet(.purposes, names(of: field.purposes), .members), Facet(.reason, .text(field.reason)),
                Facet(.clause, .verbatim(field.clause.rawValue)), Facet(.keep, .retention(field.keep), .longer),
                Facet(.askedOf, names(of: field.askedOf ?? Registrant.allCases), .members),
            ])
    }

    private func described(_ recipient: Recipient) -> DescribedThing {
        DescribedThing(
            PolicyThing(.recipient, recipient.id.rawValue, title: recipient.name), widensWhenNew: true,
            [
                // Under a name of its own somebody else may stand.
                Facet(.name, .text(recipient.name), .always), Facet(.kind, .word(.recipient(recipient.kind))),
                Facet(.country, .country(recipient.country), .always),
                Facet(.fields, names(of: recipient.fields), .members),
                Facet(.documents, names(of: recipient.documents), .members),
                Facet(.purposes, names(of: recipient.purposes), .members),
                Facet(.required, .flag(recipient.required), .turnedOn), Facet(.reason, .text(recipient.reason)),
                recipient.clause.map { Facet(.clause, .verbatim($0.rawValue)) },
                recipient.notifyOnTransfer.map { Facet(.notifyOnTransfer, .flag($0), .turnedOff) },
                recipient.noticeException.map { Facet(.noticeException, .verbatim($0), .always) },
            ])
    }

    private func described(_ kind: DocumentKind) -> DescribedThing {
        DescribedThing(
            PolicyThing(.documentKind, kind.id.rawValue, title: kind.title), widensWhenNew: true,
            [
                Facet(.title, .text(kind.title)), Facet(.reason, .text(kind.reason)),
                Facet(.clause, .verbatim(kind.clause.rawValue)),
                Facet(.purposes, names(of: kind.purposes), .members),
                Facet(.compulsory, .flag(kind.compulsory), .turnedOn),
                Facet(.provesIdentity, .flag(kind.provesIdentity)),
                Facet(.printable, .flag(kind.printable), .turnedOn),
                Facet(.readableFields, names(of: kind.readableFields), .members),
                Facet(.accepted, .names(kind.accepted.map { FacetValue.Name($0.rawValue) })),
                Facet(.keep, .retention(kind.keep), .longer), Facet(.keepReason, .text(kind.keepReason ?? .empty)),
                Facet(.askedOf, names(of: kind.askedOf ?? Registrant.allCases), .members),
            ])
    }

    private func described(_ consent: ConsentItem) -> DescribedThing {
        DescribedThing(
            PolicyThing(.consent, consent.id.rawValue, title: consent.title), widensWhenNew: true,
            [
                Facet(.title, .text(consent.title)), Facet(.statement, .text(consent.statement)),
                Facet(.kind, .word(.consent(consent.kind)), .always),
                Facet(.clause, .verbatim(consent.clause.rawValue)),
                Facet(.required, .flag(consent.required), .turnedOn),
                Facet(.purposes, names(of: consent.purposes), .members),
                consent.channels.map {
                    Facet(.channels, .names($0.map { FacetValue.Name($0.rawValue, $0.way) }), .members)
                },
                consent.fields.map { Facet(.fields, names(of: $0), .members) },
                consent.recipient.map { id in
                    Facet(.recipient, .names([FacetValue.Name(id.rawValue, recipient(id)?.name)]), .members)
                },
            ])
    }

    private var describedConsentTerm: DescribedThing {
        DescribedThing(
            PolicyThing(.consentTerm),
            [Facet(.atMost, .term(consentTerm.atMost), .longer), Facet(.text, .text(consentTerm.text))])
    }

    func names(of purposes: [PurposeID]) -> FacetValue {
        .names(purposes.sorted().map { FacetValue.Name($0.rawValue, purpose($0)?.title) })
    }

    private func names(of registrants: [Registrant]) -> FacetValue {
        .names(registrants.map { FacetValue.Name($0.rawValue, $0.title) })
    }

    func names(of fields: [FieldNumber]) -> FacetValue {
        .names(fields.sorted().map { FacetValue.Name($0.description, field($0)?.title) })
    }

    func names(of documents: [DocumentKindID]) -> FacetValue {
        .names(documents.sorted().map { FacetValue.Name($0.rawValue, documentKind($0)?.title) })
    }
}

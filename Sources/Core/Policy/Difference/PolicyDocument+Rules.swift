import Primitives

extension PolicyDocument {
    /// Places, terms, limits and the like.
    var rules: [DescribedThing] {
        var things = [place, describedTerms, describedStaffing, describedContacts, describedLimits, describedOperator]
        things += deadlines.map(described)
        things += (legalRetentions ?? []).map(described)
        things += reasons.map(described)
        things += clauses.map(described)
        return things + controls.map(described)
    }

    private var place: DescribedThing {
        DescribedThing(
            PolicyThing(.place),
            [
                Facet(.region, .country(region), .always), Facet(.name, .text(regionName)),
                Facet(.lawPack, .verbatim(lawPack), .always),
                Facet(.languages, .names(languages.map { FacetValue.Name($0.rawValue) }.sorted { $0.code < $1.code })),
                Facet(.format, .number(schema)), Facet(.retiredFields, names(of: retiredFields)),
            ])
    }

    private var describedTerms: DescribedThing {
        DescribedThing(
            PolicyThing(.terms),
            [
                Facet(.draft, .term(terms.draft), .longer), Facet(.moreAsked, .term(terms.moreAsked)),
                Facet(.reminders, .terms(terms.reminders)), terms.review.map { Facet(.review, .workingTerm($0)) },
                Facet(.endedScans, .term(terms.endedScans), .longer), Facet(.objection, .term(terms.objection)),
                Facet(.codeLife, .term(terms.code), .longer), Facet(.codeTries, .number(terms.codeTries)),
                Facet(.codeResend, .term(terms.codeResend)), Facet(.codesPerHour, .number(terms.codesPerHour)),
                Facet(.invitation, .term(terms.invitation), .longer), Facet(.lease, .term(terms.lease)),
                Facet(.undo, .term(terms.undo)), Facet(.viewing, .term(terms.viewing), .longer),
                Facet(.session, .term(terms.session), .longer),
                Facet(.staffSession, .term(terms.staffSession), .longer),
                terms.receipt.map { Facet(.receipt, .retention($0), .longer) },
            ]
                + ActOfTwo.allCases.map { act in
                    terms.singleHanded.map { Facet(.wait(act), .term($0[act]), .shorter) }
                })
    }

    private func described(_ deadline: Deadline) -> DescribedThing {
        DescribedThing(
            PolicyThing(.deadline, deadline.id),
            [
                Facet(.amount, .amount(deadline.amount, deadline.unit)),
                Facet(.clause, .verbatim(deadline.clause.rawValue)),
            ])
    }

    private func described(_ one: LegalRetention) -> DescribedThing {
        DescribedThing(
            PolicyThing(.legalRetention, one.law), widensWhenNew: true,
            [
                Facet(.article, .verbatim(one.article)), Facet(.kind, .verbatim(one.trigger.rawValue), .always),
                Facet(.amount, .amount(one.years, .year), .longer), Facet(.clause, .verbatim(one.clause.rawValue)),
                Facet(.fields, names(of: one.fields), .members),
            ])
    }

    private var describedStaffing: DescribedThing {
        DescribedThing(
            PolicyThing(.staffing),
            [
                Facet(.singleHanded, .flag(staffing.singleHanded), .turnedOn),
                Facet(.secondFactor, .flag(staffing.secondFactor), .turnedOff),
                Facet(.undertaking, .text(staffing.undertaking)),
            ])
    }

    private var describedContacts: DescribedThing {
        DescribedThing(
            PolicyThing(.contacts),
            [
                Facet(.asked, names(of: contacts.asked), .members),
                Facet(.confirmAtLeast, .number(contacts.confirmAtLeast)),
            ])
    }

    private var describedLimits: DescribedThing {
        DescribedThing(
            PolicyThing(.limits),
            [
                Facet(.photoBytes, .octets(limits.photoBytes)), Facet(.pdfBytes, .octets(limits.pdfBytes)),
                Facet(.pdfPages, .number(limits.pdfPages)), Facet(.pixels, .number(limits.pixels)),
                Facet(.files, .number(limits.files)), Facet(.totalBytes, .octets(limits.totalBytes)),
            ])
    }

    private func described(_ reason: Reason) -> DescribedThing {
        DescribedThing(
            PolicyThing(.reason, reason.id.rawValue, title: reason.title),
            [Facet(.title, .text(reason.title)), Facet(.use, .word(.reason(reason.use)))])
    }

    private var describedOperator: DescribedThing {
        let record = operatorRecord
        return DescribedThing(
            PolicyThing(.operatorRecord),
            [
                Facet(.name, .text(record.name)), Facet(.kind, .word(.operator(record.kind))),
                Facet(.number, .verbatim(record.iinOrBin)), Facet(.address, .verbatim(record.address)),
                Facet(.site, .verbatim(record.site)), Facet(.email, .verbatim(record.email)),
                Facet(.telephone, .verbatim(record.telephone)),
                Facet(.placeholders, .names(record.toBeSet.sorted().map { FacetValue.Name($0) })),
            ])
    }

    private func described(_ clause: Clause) -> DescribedThing {
        let names = clause.controls.sorted().map { FacetValue.Name($0.rawValue, control($0)?.description) }
        return DescribedThing(PolicyThing(.clause, clause.id.rawValue), [Facet(.controls, .names(names))])
    }

    private func described(_ control: Control) -> DescribedThing {
        DescribedThing(
            PolicyThing(.control, control.id.rawValue, title: control.description),
            [
                Facet(.description, .text(control.description)), Facet(.built, .flag(control.built)),
                Facet(.link, .verbatim(control.link)),
            ])
    }
}

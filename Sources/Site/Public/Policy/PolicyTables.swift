import Markup
import Policy
import Primitives
import WebCore

/// Every datum that the operator may hold: its class, its purposes, why it is needed, how long it is kept.
func fieldTable(_ document: PolicyDocument) -> HTML {
    dataTable(
        .dataTableCaption,
        [
            Column(.datum), Column(.dataClass), Column(.purposes), Column(.whyNeeded), Column(.keptFor),
        ],
        hidesCaption: true,
        rows: document.fields.map { field in
            [
                .text(field.title), .text(.dataClass(field.dataClass.rawValue)),
                purposeList(field.purposes, in: document), .text(field.reason), .text(.retention(field.keep)),
            ]
        })
}

/// Everybody outside the operator's house who receives data.
func recipientTable(_ document: PolicyDocument) -> HTML {
    dataTable(
        .recipientsCaption,
        [Column(.recipient), Column(.country), Column(.whatTheyGet), Column(.purposes), Column(.ground)],
        hidesCaption: true,
        rows: document.recipients.map { recipient in
            [
                group {
                    recipient.name
                    lineBreak
                    span(.class("muted", "small")) { recipient.reason }
                },
                .text(.countryName(recipient.country)),
                listed(
                    recipient.fields.compactMap { document.field($0)?.title }
                        + recipient.documents.compactMap { document.documentKind($0)?.title }),
                purposeList(recipient.purposes, in: document),
                .text(recipient.required ? .neededForService : .onlyWithConsent),
            ]
        })
}

private func purposeList(_ purposes: [PurposeID], in document: PolicyDocument) -> HTML {
    ul(.class("plain")) {
        for purpose in purposes.compactMap(document.purpose) {
            li {
                purpose.title
                " ("
                clauseLink(purpose.clause)
                ")"
            }
        }
    }
}

private func listed(_ names: [Phrase]) -> HTML {
    ul(.class("plain")) { for name in names { li { name } } }
}

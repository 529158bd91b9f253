import Agreements
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// All services with their states.
func servicesList(_ services: [ServiceVersion]) -> HTML {
    group {
        h1 { Phrase.officeServicesTitle }
        if services.isEmpty {
            emptyState(.officeServicesNone, .officeServicesNoneWhy)
        } else {
            dataTable(
                .officeServicesTitle,
                [Column(.orderService), Column(.orderState), Column(.officeDraftRevision), Column(.officeDraftSaved)],
                hidesCaption: true,
                rows: services.map { one in
                    [
                        textLink(one.card.title, to: SitePath.officeService(one.service.rawValue)),
                        statusTag(one.state.title, one.state == .offered ? .good : .neutral),
                        .text("\(one.revision)"), .text(Phrase.moment(one.savedAt)),
                    ]
                })
        }
        actions { linkButton(.officeNewService, to: .newService) }
    }
}

/// A service to be edited: its texts side by side, what it needs, and its versions.
struct ServiceEditPage {
    /// Nil for a new one.
    let name: ServiceID?
    let policy: PolicyDocument
    let versions: [ServiceVersion]
    /// In force; nil while there is none.
    let agreement: AgreementEdition?
    let form: Form
    /// What somebody else has saved meanwhile.
    let conflicting: ServiceCard?
    let preview: ServiceCard?
    let isSaved: Bool
    let pseudonym: (SubjectID) -> String
    let token: FormToken

    private var path: SitePath { name.map { SitePath.officeService($0.rawValue) } ?? .newService }

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(.officeServicesTitle, to: .officeServices)
        h1 { name.map { Phrase.officeServiceTitle($0.rawValue) } ?? .officeNewService }
        editingNotes(form, isSaved: isSaved, theirs: conflicting.map(shown), preview: preview.map(shown))
        if let name { agreementPart(name) }
        postForm(to: path, token: token) {
            input(
                .type(.hidden), .name(ServicesController.seen.text), .value(form.text(ServicesController.seen)))
            if name == nil {
                textField(
                    ServicesController.name, .officeServiceName, hint: .officeServiceNameHint, in: form,
                    FieldTraits(width: .half, spellcheck: false))
            }
            textFields(ServicesController.title, .officeServiceTexts, in: form, rows: 2)
            textFields(
                ServicesController.description, .officeServiceDescription, hint: .officeMarkdownHint, in: form, rows: 12
            )
            textFields(ServicesController.term, .serviceTerm, in: form, rows: 2)
            needs
            actions {
                submitButton(conflicting == nil ? .officeDraftSave : .officeDraftReplace)
                submitButton(.officePreview, .secondary, name: ServicesController.preview)
                textLink(.cancel, to: .officeServices)
            }
        }
        if !versions.isEmpty {
            h2 { Phrase.officeDraftRevisions }
            versionTable
            for one in versions.dropFirst() { folded(.invariable("\(one.revision)")) { shown(one.card) } }
        }
    }

    private func shown(_ card: ServiceCard) -> HTML {
        group {
            for language in Language.allCases {
                div(.class("flow"), .lang(language)) {
                    p(.class("side-label")) { language.ownName }
                    h3 { card.title[language] }
                    Markdown(card.description[language]).html
                }
            }
            serviceContent(card, policy)
        }
    }

    @HTMLBuilder private var needs: HTML {
        textField(
            ServicesController.price, .officeServicePrice, hint: .officeServicePriceHint, in: form,
            FieldTraits(inputmode: .numeric, width: .half, isOptional: true))
        checkbox(ServicesController.isFrom, .officeServiceFrom, in: form)
        checkboxes(
            ServicesController.documents, .serviceDocuments, in: form,
            policy.documentKinds.filter { $0.askedOf != [] }.map { Choice($0.id.rawValue, $0.title) })
        checkboxes(
            ServicesController.recipients, .officeServiceRecipients, hint: .officeServiceRecipientsHint, in: form,
            policy.recipients.filter { $0.purposes.contains(.service) }.map { Choice($0.id.rawValue, $0.name) })
        radios(
            ServicesController.state, .orderState, in: form,
            ServiceVersion.State.allCases.map { Choice($0.rawValue, $0.title.beginning) })
    }

    private func agreementPart(_ name: ServiceID) -> HTML {
        p {
            textLink(.officeAgreementTitle, to: SitePath.officeAgreement(name.rawValue))
            if let agreement {
                ": "
                Phrase.serviceAgreementNumber(
                    agreement.number, .date(Day(of: agreement.inForceSince, hoursEast: 5))
                ).withinSentence
            }
        }
    }

    private var versionTable: HTML {
        dataTable(
            .officeDraftRevisions,
            [
                Column(.officeDraftRevision), Column(.orderState), Column(.officeDraftSaved),
                Column(.officePolicyProposedBy),
            ], hidesCaption: true,
            rows: versions.map { one in
                [
                    .text("\(one.revision)"), statusTag(one.state.title, .neutral), .text(Phrase.moment(one.savedAt)),
                    one.savedBy.map { person in code { pseudonym(person) } } ?? .text("–"),
                ]
            })
    }
}

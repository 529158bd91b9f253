import Agreements
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// The agreement for a service: its published texts, and the next one.
struct AgreementController: Sendable {
    let desk: OfficeDesk
    let services: ServiceDesk

    static let text = "text"
    static let last: FieldName = "last"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.officeAgreement, use: show).post(SitePath.officeAgreement, use: publish)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return try await page(nil, officer, context)
    }

    private func publish(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let name = try SitePath.officeAgreement.values(in: context)
        var form = context.form
        if form.isChecked(ServicesController.preview) {
            return try await page(form, officer, context, preview: form.phrase(Self.text).asLines)
        }
        do {
            try await services.publish(
                form.phrase(Self.text), for: ServiceID(name), after: Int(form.text(Self.last)) ?? 0,
                by: officer.actor(.administrator))
            return context.redirect(to: SitePath.officeAgreement(name).with("saved", "yes"))
        } catch ServiceRefusal.changedMeanwhile {
            return try await page(form, officer, context, isConflict: true)
        } catch let refusal as ServiceRefusal {
            guard let (field, message) = refusal.inForm else { throw PageRefusal(refusal.kind, refusal.words) }
            form.refuse(field, message)
            return try await page(form, officer, context)
        }
    }

    /// - Parameter entered: what was sent; nil shows the text in force.
    private func page(
        _ entered: Form?, _ officer: Officer, _ context: WebContext, isConflict: Bool = false, preview: Phrase? = nil
    ) async throws -> Response {
        let name = try SitePath.officeAgreement.values(in: context)
        let (versions, editions) = try await services.history(of: ServiceID(name))
        guard let version = versions.first else { throw PageRefusal(.notFound) }
        var form = entered ?? Form()
        if entered == nil, let text = editions.first?.text { form.fill(Self.text, text) }
        if entered == nil || isConflict { form.fill(Self.last, "\(editions.first?.number ?? 0)") }
        let page = AgreementPage(
            version: version, editions: editions, form: form, isConflict: isConflict, preview: preview,
            isSaved: context.path.value(of: "saved") != nil,
            pseudonym: { [desk] in shortPseudonym(desk.gate.pseudonym(of: $0)) }, token: context.formToken)
        return editingPage(
            .officeAgreementTitle, officer, at: .officeServices, switchPath: SitePath.officeAgreement(name), form,
            isConflict: isConflict, in: context
        ) { page.content }
    }
}

/// The next text of an agreement, in every language side by side, and those that are published.
struct AgreementPage {
    let version: ServiceVersion
    /// The newest first.
    let editions: [AgreementEdition]
    let form: Form
    let isConflict: Bool
    let preview: Phrase?
    let isSaved: Bool
    let pseudonym: (SubjectID) -> String
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(
            .officeServiceTitle(version.service.rawValue), to: SitePath.officeService(version.service.rawValue))
        h1 { Phrase.officeAgreementTitle }
        p(.class("lead")) { version.card.title }
        editingNotes(
            form, isSaved: isSaved, theirs: isConflict ? editions.first.map { textSides($0.text) } : nil,
            preview: preview.map(textSides))
        p { Phrase.officeAgreementLead }
        postForm(to: SitePath.officeAgreement(version.service.rawValue), token: token) {
            input(
                .type(.hidden), .name(AgreementController.last.text), .value(form.text(AgreementController.last)))
            textFields(AgreementController.text, hint: .officeMarkdownHint, in: form)
            actions {
                submitButton(isConflict ? .officeDraftReplace : .officeAgreementPublish)
                submitButton(.officePreview, .secondary, name: ServicesController.preview)
            }
        }
        if !editions.isEmpty {
            dataTable(
                .officeAgreementEditions,
                [
                    Column(.officeDraftRevision), Column(.officeDraftSaved), Column(.officePolicyProposedBy),
                    Column(.invariable("SHA-256")),
                ],
                rows: editions.map { one in
                    [
                        .text("\(one.number)"), .text(Phrase.moment(one.inForceSince)),
                        one.publishedBy.map { person in code { pseudonym(person) } } ?? .text("–"),
                        span(.class("hash", "small")) { code { one.hash.hex } },
                    ]
                })
            for one in editions { folded(.invariable("\(one.number)")) { textSides(one.text) } }
        }
    }
}

import Agreements
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// Where administrators describe services; every saving is a version, and nobody overwrites what they have not seen.
struct ServicesController: Sendable {
    let desk: OfficeDesk
    let services: ServiceDesk

    static let name: FieldName = "name"
    static let title = "title"
    static let description = "description"
    static let term = "term"
    static let price: FieldName = "price"
    static let isFrom: FieldName = "from"
    static let documents: FieldName = "documents"
    static let recipients: FieldName = "recipients"
    static let state: FieldName = "state"
    static let seen: FieldName = "seen"
    static let preview: FieldName = "preview"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeServices, use: list).get(.newService, use: begin).post(.newService, use: save)
            .get(SitePath.officeService, use: show).post(SitePath.officeService, use: save)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let content = servicesList(try await services.all())
        return context.respond(
            officePage(.officeServicesTitle, officer, at: .officeServices, switchPath: .officeServices, in: context) {
                content
            })
    }

    private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        var form = Form()
        form.fill(Self.state, ServiceVersion.State.prepared.rawValue)
        return try await page(nil, form, officer, context)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let name = ServiceID(try SitePath.officeService.values(in: context))
        guard let version = try await services.history(of: name).versions.first else { throw PageRefusal(.notFound) }
        return try await page(name, try Form(version), officer, context)
    }

    private func save(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let known = try? ServiceID(SitePath.officeService.values(in: context))
        var form = context.form
        let name = known ?? ServiceID(form.trimmed(Self.name) ?? "")
        guard let state = ServiceVersion.State(rawValue: form.text(Self.state)) else { throw PageRefusal(.invalid) }
        guard let card = form.card else {
            form.refuse(Self.price, .officeServiceWrongPrice)
            return try await page(known, form, officer, context)
        }
        if form.isChecked(Self.preview) { return try await page(known, form, officer, context, preview: card) }
        do {
            try await services.save(
                name, card, state, seen: known == nil ? nil : Bytes(hex: form.text(Self.seen)) ?? [],
                by: officer.actor(.administrator))
            return context.redirect(to: SitePath.officeService(name.rawValue).with("saved", "yes"))
        } catch ServiceRefusal.changedMeanwhile {
            return try await page(known, form, officer, context, isConflict: true)
        } catch let refusal as ServiceRefusal {
            guard let (field, message) = refusal.inForm else { throw PageRefusal(refusal.kind, refusal.words) }
            form.refuse(field, message)
            return try await page(known, form, officer, context)
        }
    }

    private func page(
        _ name: ServiceID?, _ entered: Form, _ officer: Officer, _ context: WebContext, isConflict: Bool = false,
        preview: ServiceCard? = nil
    ) async throws -> Response {
        var form = entered
        let history = try await name.asyncMap { try await services.history(of: $0) }
        let newest = history?.versions.first
        // What was shown is seen from now on; what was entered stays.
        if isConflict, let newest { form.fill(Self.seen, try newest.mark.hex) }
        let page = ServiceEditPage(
            name: name, policy: try await services.policy(), versions: history?.versions ?? [],
            agreement: history?.agreements.first, form: form, conflicting: isConflict ? newest?.card : nil,
            preview: preview, isSaved: context.path.value(of: "saved") != nil,
            pseudonym: { [desk] in shortPseudonym(desk.gate.pseudonym(of: $0)) }, token: context.formToken)
        let title = name.map { Phrase.officeServiceTitle($0.rawValue) } ?? .officeNewService
        return editingPage(
            title, officer, at: .officeServices,
            switchPath: name.map { SitePath.officeService($0.rawValue) } ?? .newService, form, isConflict: isConflict,
            in: context
        ) { page.content }
    }
}

extension Optional {
    fileprivate func asyncMap<Other>(_ transform: (Wrapped) async throws -> Other) async rethrows -> Other? {
        guard let self else { return nil }
        return try await transform(self)
    }
}

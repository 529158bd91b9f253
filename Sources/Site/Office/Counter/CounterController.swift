import Access
import Documents
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Registers somebody who stands at the counter: names and address, their consent by a code, documents, sending.
struct CounterController: Sendable {
    let desk: OfficeDesk
    let registrar: Registrar
    let intake: DocumentIntake
    let documents: DocumentAccess

    static let family: FieldName = "family"
    static let given: FieldName = "given"
    static let patronymic: FieldName = "patronymic"
    static let language: FieldName = "language"
    static let registrant: FieldName = "registrant"
    static let channel: FieldName = "channel"
    static let address: FieldName = "address"
    static let edition: FieldName = "edition"
    static let declaration: FieldName = "declaration"
    static let consent: FieldName = "consent"
    /// Which consents beyond the compulsory one are shown, and which of them are given.
    static let wished: FieldName = "wished"
    static let optional: FieldName = "optional"
    static let code: FieldName = "code"
    static let answer: FieldName = "answer"
    /// What goes on from page to page, since nothing is stored before the person agrees.
    static let carried = [family, given, patronymic, language, registrant, edition]

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.counter, use: show)
        routes.costly.storing.post(.counter, use: begin)
        routes.storing.post(SitePath.counterAgree, use: agree)
        routes.storing.post(SitePath.counterTake, use: take).post(SitePath.counterTold, use: told)
        CounterDocumentsController(counter: self).addRoutes(to: routes)
        CounterReachController(counter: self).addRoutes(to: routes)
    }

    func officer(_ context: WebContext) async throws -> Officer { try await desk.officer(.support, in: context) }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await officer(context)
        var form = Form()
        form.fill(Self.language, context.language.rawValue)
        form.fill(Self.channel, Channel.telephone.rawValue)
        form.fill(Self.registrant, Registrant.person.rawValue)
        return try await namesPage(form, officer, context)
    }

    private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await officer(context)
        var form = context.form
        let (way, language) = (
            CounterRow.Way(rawValue: form.text(Self.channel)), Language(rawValue: form.text(Self.language))
        )
        if way == nil { form.refuse(Self.channel, .counterChannelMissing) }
        if language == nil { form.refuse(Self.language, .counterLanguageMissing) }
        do {
            _ = try name(form)
        } catch RegistrationRefusal.fields(let problems) {
            for one in problems { form.refuse(FieldName(one.field), .problem(one)) }
        }
        guard let way, let language else { return try await namesPage(form, officer, context) }
        do {
            let address = try way.channel.map { ($0, try Registrar.normalised($0, form.text(Self.address))) }
            guard form.isAccepted else { return try await namesPage(form, officer, context) }
            let entry =
                if let (channel, address) = address {
                    try await registrar.assist(
                        channel, address, as: registrant(form), language: language, by: officer.actor(.support))
                } else {
                    try await registrar.assistOnPaper(
                        as: registrant(form), language: language, by: officer.actor(.support))
                }
            form.fill(Self.edition, "\(try await registrar.edition().number)")
            return try await consentPage(entry, form, officer, context)
        } catch RegistrationRefusal.fields(let problems) {
            for one in problems { form.refuse(Self.address, .problem(one)) }
        }
        return try await namesPage(form, officer, context)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let (officer, entry) = (try await officer(context), try SitePath.counterTake.values(in: context))
        try await registrar.takeOver(entry, by: officer.actor(.support))
        return context.redirect(to: SitePath.counterEntry(entry))
    }

    private func told(_ request: Request, _ context: WebContext) async throws -> Response {
        let (officer, entry) = (try await officer(context), try SitePath.counterTold.values(in: context))
        try await registrar.told(entry, by: officer.actor(.support))
        return context.redirect(to: .counter)
    }

    private func agree(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await officer(context)
        let actor = officer.actor(.support)
        let entry = try await registrar.counterEntry(try SitePath.counterAgree.values(in: context), by: actor)
        var form = context.form
        let name = try name(form)
        guard let language = Language(rawValue: form.text(Self.language)) else { throw PageRefusal(.invalid) }
        do {
            if form.isChecked(Self.answer, value: "again") {
                try await registrar.sendCounterCodeAgain(entry.id, by: actor)
                return try await consentPage(entry, form, officer, context)
            }
            let beginning = Registrar.Beginning(
                Applicant(registrant(form), name: name), isDeclared: form.isChecked(Self.declaration),
                isAgreed: form.isChecked(Self.consent),
                optional: Set(form.texts(Self.optional).map { ConsentID($0) }), language: language,
                edition: Int(form.text(Self.edition)) ?? 0, submission: [])
            if entry.way == .paper {
                try await registrar.sign(entry.id, to: beginning, by: actor)
            } else {
                try await registrar.agree(entry.id, code: form.text(Self.code), to: beginning, by: actor)
            }
            return context.redirect(to: SitePath.counterEntry(entry.id))
        } catch RegistrationRefusal.fields(let problems) {
            for one in problems { form.refuse(FieldName(one.field), .counterNotTicked) }
        } catch RegistrationRefusal.otherEdition {
            form.fill(Self.edition, "\(try await registrar.edition().number)")
            // What was agreed to was another text.
            for name in [Self.declaration, Self.consent, Self.optional] { form.fill(name, all: []) }
            form.refuse(Self.consent, entry.way == .paper ? .counterPaperChanged : .policyChangedMeanwhile)
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(Self.code, .wrongCode(left))
        } catch AccessRefusal.tooSoon, AccessRefusal.tooManyCodes {
            form.refuse(Self.code, .counterCodeLater)
        }
        return try await consentPage(entry, form, officer, context)
    }

    /// What the form says, of those who register themselves.
    private func registrant(_ form: Form) -> Registrant {
        Registrant(rawValue: form.text(Self.registrant)).flatMap { $0.needsRepresentative ? nil : $0 } ?? .person
    }

    private func name(_ form: Form) throws -> PersonName {
        try PersonName(
            family: form.text(Self.family), given: form.text(Self.given), patronymic: form.text(Self.patronymic))
    }

    private func namesPage(_ form: Form, _ officer: Officer, _ context: WebContext) async throws -> Response {
        let edition = try await registrar.edition()
        let waiting = CounterWaiting(
            queue: try await registrar.counterQueue(), staff: officer.actor(.support).person, token: context.formToken)
        return context.respond(
            officePage(.counterTitle, officer, at: .counter, isNarrow: true, switchPath: .counter, in: context) {
                CounterNames(
                    ways: CounterRow.Way.all(under: edition.document),
                    registrants: edition.document.registrants.filter { !$0.needsRepresentative },
                    optional: edition.offeredConsents.filter { !$0.required }, form: form, token: context.formToken
                ).content
                waiting.content
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func consentPage(
        _ entry: CounterRow, _ form: Form, _ officer: Officer, _ context: WebContext
    ) async throws -> Response {
        let edition = try await registrar.edition()
        guard let language = Language(rawValue: form.text(Self.language)) else { throw PageRefusal(.invalid) }
        let page = CounterConsent(
            entry: entry, edition: edition, wording: registrar.wording(edition, language, registrant(form)),
            language: language,
            personName: try name(form).shown, form: form, token: context.formToken)
        return context.respond(
            officePage(.counterTitle, officer, at: .counter, isNarrow: true, switchPath: .counter, in: context) {
                page.content
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

extension CounterRow.Way {
    /// In which ways people agree at the counter under a policy.
    fileprivate static func all(under policy: PolicyDocument) -> [Self] {
        policy.contacts.channels.map(Self.init) + (policy.documentKind(.consentPaper) == nil ? [] : [.paper])
    }
}

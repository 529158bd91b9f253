import Access
import Consents
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The first step: names and consent, stored together or not at all.
struct BeginController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.costly.storing.post(.registerConsent, use: consent)
        routes.storing.post(.registerName, use: names)
        routes.get(.register, use: start)
            .get(.registerName, use: showNames)
            .get(.registerConsent, use: showNames)
            .get(.registerChange, use: showChange).post(.registerChange, use: change)
            .get(.registerChangeConsent, use: showChange).post(.registerChangeConsent, use: changeConsent)
    }

    private func start(_ request: Request, _ context: WebContext) async throws -> Response {
        let edition = try await rooms.registrar.edition()
        let isBegun = context.sitting?.subject != nil
        return context.respond(StartPage(policy: edition.document, isBegun: isBegun).page)
    }

    private func showNames(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(NamesPage(form: context.form, token: context.formToken).page)
    }

    private func names(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = context.form
        guard form.isChecked(.answer, value: "again") == false else {
            return context.respond(NamesPage(form: form, token: context.formToken).page)
        }
        do {
            let name = try PersonName(form: form)
            form.fill(.submission, rooms.randomness.bytes(16).hex)
            return try await consentPage(name, form, context)
        } catch RegistrationRefusal.fields(let problems) {
            form.refuse(problems)
            return context.respond(
                NamesPage(form: form, token: context.formToken).page, status: .unprocessableContent)
        }
    }

    private func consent(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = context.form
        let name = try PersonName(form: form)
        switch form.text(.answer) {
        case "no": return context.respond(DeclinePage(form: form, token: context.formToken).page)
        case "end": return context.redirect(to: .ended.with("kept", "nothing"))
        case "back": return try await consentPage(name, form, context)
        default: break
        }
        do {
            let begun = try await rooms.registrar.begin(
                try beginning(name, form, context))
            var response = context.redirect(to: .contactsStep)
            SessionCookie.give(SessionCookie.account, begun.token, .registration, on: &response)
            return response
        } catch RegistrationRefusal.fields(let problems) {
            form.refuse(problems)
            return try await consentPage(name, form, context, status: .unprocessableContent)
        } catch RegistrationRefusal.otherEdition {
            form.refuse(.consent, .policyChangedMeanwhile)
            return try await consentPage(name, form, context, status: .conflict)
        }
    }

    private func beginning(_ name: PersonName, _ form: Form, _ context: WebContext) throws -> Registrar.Beginning {
        guard let edition = Int(form.text(.edition)), let submission = Bytes(hex: form.text(.submission)),
            submission.count == 16
        else { throw PageRefusal(.invalid) }
        return Registrar.Beginning(
            name: name, isDeclared: form.isChecked(.declaration), isAgreed: form.isChecked(.consent),
            optional: Set(form.texts(.optional).map { ConsentID($0) }), language: context.language,
            edition: edition, submission: context.visitMark + submission, holder: context.sitting?.subject)
    }

    private func consentPage(
        _ name: PersonName, _ form: Form, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let edition = try await rooms.registrar.edition()
        let wording = rooms.registrar.wording(edition, context.language)
        return context.respond(
            ConsentPage(
                edition: edition, wording: wording, personName: name.shown, form: form, token: context.formToken
            ).page, status: status)
    }
}

extension BeginController {
    private func showChange(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard try await rooms.registration(of: own).state == .draft else { return context.redirect(to: .account) }
        let registrant = try await rooms.registrant(of: own)
        var form = Form()
        if registrant == .organisation {
            let record = try await rooms.read([.organisationName, .organisationBIN], of: own)
            form.fill(.organisation, record[.organisationName]?.reveal() ?? "")
            form.fill(.bin, record[.organisationBIN]?.reveal() ?? "")
        } else {
            let name = try await rooms.name(of: own)
            form.fill(.family, name.family ?? "")
            form.fill(.given, name.given ?? "")
            form.fill(.patronymic, name.patronymic ?? "")
        }
        return context.respond(
            NamesPage(form: form, token: context.formToken, isChange: true, registrant: registrant).page)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let registrant = try await rooms.registrant(of: try context.own())
        var form = context.form
        do {
            return try await changePage(try Applicant(registrant, form: form), form, context)
        } catch RegistrationRefusal.fields(let problems) {
            form.refuse(problems)
            return context.respond(
                NamesPage(form: form, token: context.formToken, isChange: true, registrant: registrant).page,
                status: .unprocessableContent)
        }
    }

    private func changeConsent(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        let name = try Applicant(try await rooms.registrant(of: own), form: form)
        guard form.text(.answer) != "no" else { return context.redirect(to: .end) }
        guard form.isChecked(.consent) else {
            form.refuse(.consent, .mustAgree)
            return try await changePage(name, form, context, status: .unprocessableContent)
        }
        do {
            try await rooms.registrar.correctNames(
                name, language: context.language, shown: Int(form.text(.edition)) ?? 0, of: own.subject,
                session: own.digest)
        } catch RegistrationRefusal.otherEdition {
            form.refuse(.consent, .policyChangedMeanwhile)
            return try await changePage(name, form, context, status: .conflict)
        }
        return context.redirect(to: .checkStep)
    }

    private func changePage(
        _ applicant: Applicant, _ form: Form, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let edition = try await rooms.registrar.edition()
        let page = ConsentPage(
            edition: edition, wording: rooms.registrar.wording(edition, context.language, applicant.registrant),
            personName: applicant.shown, form: form, token: context.formToken, isChange: true,
            registrant: applicant.registrant)
        return context.respond(page.page, status: status)
    }
}

extension PersonName {
    init(form: Form) throws(RegistrationRefusal) {
        try self.init(
            family: form.text(.family), given: form.text(.given), patronymic: form.text(.patronymic))
    }
}

extension Form {
    /// Puts each problem beside its field.
    mutating func refuse(_ problems: [FieldProblem]) {
        for problem in problems { refuse(FieldName(problem.field), .problem(problem)) }
    }
}

import Access
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The first step of everybody who does not register for themselves and of age: those who act for others, sole proprietors,
/// and those from 14 to 17.
struct BeginForController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.costly.storing.post(SitePath.registerForConsent, use: consent)
        routes.storing.post(SitePath.registerFor, use: names)
        routes.get(SitePath.registerFor, use: show).get(SitePath.registerForConsent, use: show)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let registrant = try await registrant(in: context)
        guard try await mayBegin(registrant, context) else {
            return context.respond(
                RegisterFirstPage(registrant: registrant, isBegun: context.sitting?.subject != nil).page)
        }
        return context.respond(try await page(registrant, context.form, context))
    }

    /// Who registers, as the address says and the policy in force allows.
    private func registrant(in context: WebContext) async throws -> Registrant {
        guard let registrant = Registrant(rawValue: try SitePath.registerFor.values(in: context)),
            registrant != .person, try await rooms.registrar.edition().document.registrants.contains(registrant)
        else { throw PageRefusal(.notFound) }
        return registrant
    }

    private func mayBegin(_ registrant: Registrant, _ context: WebContext) async throws -> Bool {
        guard registrant.isRepresented else { return true }
        guard let session = context.sitting?.session else { return false }
        return try await rooms.registrar.mayRepresent(session)
    }

    private func page(_ registrant: Registrant, _ form: Form, _ context: WebContext) async throws -> Page {
        NamesPage(
            form: form, token: context.formToken, registrant: registrant,
            policy: try await rooms.registrar.edition().document
        ).page
    }

    private func names(_ request: Request, _ context: WebContext) async throws -> Response {
        let registrant = try await registrant(in: context)
        guard try await mayBegin(registrant, context) else { return context.redirect(to: .register) }
        var form = context.form
        do {
            let applicant = try Applicant(registrant, form: form)
            _ = day(registrant, &form)
            if form.isAccepted {
                form.fill(.submission, rooms.randomness.bytes(16).hex)
                return try await consentPage(applicant, form, context)
            }
        } catch RegistrationRefusal.fields(let problems) {
            form.refuse(problems)
            _ = day(registrant, &form)
        }
        return context.respond(try await page(registrant, form, context), status: .unprocessableContent)
    }

    /// The last day of the authority; what is wrong with it is said beside the field.
    private func day(_ registrant: Registrant, _ form: inout Form) -> Day? {
        guard registrant.isRepresented else { return nil }
        let today = Day(of: rooms.time.now, hoursEast: 5)
        guard let entered = form.trimmed(.until) else {
            form.refuse(.until, .authorityUntilMissing(registrant))
            return nil
        }
        guard let day = Day(entered), day >= today else {
            form.refuse(.until, .authorityUntilWrong)
            return nil
        }
        guard registrant.mayBeRepresented(until: day, from: today) else {
            form.refuse(.until, .authorityUntilTooFar(registrant))
            return nil
        }
        return day
    }

    private func consent(_ request: Request, _ context: WebContext) async throws -> Response {
        let registrant = try await registrant(in: context)
        var form = context.form
        let applicant = try Applicant(registrant, form: form)
        if form.text(.answer) == "no" { return context.redirect(to: .ended.with("kept", "nothing")) }
        let until = day(registrant, &form)
        guard form.isAccepted else {
            return context.respond(try await page(registrant, form, context), status: .unprocessableContent)
        }
        do {
            let begun = try await rooms.registrar.begin(try beginning(applicant, until, form, context))
            var response = context.redirect(to: .contactsStep)
            if registrant.isRepresented { OwnSessionCookie.keep(request, in: context, on: &response) }
            SessionCookie.give(
                SessionCookie.account, begun.token, registrant.isRepresented ? .account : .registration, on: &response)
            return response
        } catch RegistrationRefusal.fields(let problems) {
            for problem in problems {
                form.refuse(
                    FieldName(problem.field), problem.problem == .notDeclared ? .mustDeclareThis : .problem(problem))
            }
            return try await consentPage(applicant, form, context, status: .unprocessableContent)
        } catch RegistrationRefusal.otherEdition {
            form.refuse(.consent, .policyChangedMeanwhile)
            return try await consentPage(applicant, form, context, status: .conflict)
        } catch RepresentationRefusal.registerFirst {
            return context.redirect(to: SitePath.registerFor(registrant.rawValue))
        }
    }

    private func beginning(
        _ applicant: Applicant, _ until: Day?, _ form: Form, _ context: WebContext
    ) throws -> Registrar.Beginning {
        guard let edition = Int(form.text(.edition)), let submission = Bytes(hex: form.text(.submission)),
            submission.count == 16
        else { throw PageRefusal(.invalid) }
        let isRepresented = applicant.registrant.isRepresented
        return Registrar.Beginning(
            applicant, isDeclared: form.isChecked(.declaration), isAgreed: form.isChecked(.consent),
            optional: Set(form.texts(.optional).map { ConsentID($0) }), language: context.language,
            edition: edition, submission: context.visitMark + submission,
            holder: isRepresented ? nil : context.sitting?.subject,
            representing: isRepresented ? context.sitting.map { Representing(by: $0.session, until: until) } : nil)
    }

    private func consentPage(
        _ applicant: Applicant, _ form: Form, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let edition = try await rooms.registrar.edition()
        let wording = rooms.registrar.wording(edition, context.language, applicant.registrant)
        let page = ConsentPage(
            edition: edition, wording: wording, personName: applicant.shown, form: form, token: context.formToken,
            registrant: applicant.registrant)
        return context.respond(page.page, status: status)
    }
}

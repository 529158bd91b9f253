import Access
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// Enters a request of somebody of whom no registration is known, as it came on paper, by e-mail, by telephone or at a visit.
struct EnterOutsideController: Sendable {
    let desk: OfficeDesk

    static let family: FieldName = "family"
    static let given: FieldName = "given"
    static let patronymic: FieldName = "patronymic"
    static let address: FieldName = "address"
    static let language: FieldName = "language"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.enterOutside, use: show).post(.enterOutside, use: enter)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = Form()
        form.fill(EnterRequestController.day, Day(of: desk.time.now, hoursEast: 5).description)
        return page(form, officer, context)
    }

    private func enter(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = context.form
        guard let incoming = incoming(&form) else { return page(form, officer, context) }
        do {
            let id = try await desk.rights.enter(incoming, actor: officer.actor(.responsible))
            return context.redirect(to: SitePath.outsideInOffice(id))
        } catch RightsRefusal.wrongDay {
            form.refuse(EnterRequestController.day, .officeReceivedOnWrong)
        } catch RightsRefusal.longWords {
            form.refuse(EnterRequestController.words, .requestLongWords)
        } catch RightsRefusal.noSuchKind {
            form.refuse(EnterRequestController.kind, .officeRequestKindMissing)
        }
        return page(form, officer, context)
    }

    /// What was entered; nil when something of it cannot be accepted, which then stands in the form.
    private func incoming(_ form: inout Form) -> RightsDesk.OutsideIncoming? {
        var (name, address): (PersonName?, (Channel, String, String)?)
        do throws(RegistrationRefusal) {
            name = try PersonName(
                family: form.text(Self.family), given: form.text(Self.given), patronymic: form.text(Self.patronymic))
        } catch {
            if case .fields(let problems) = error {
                for one in problems { form.refuse(FieldName(one.field), .problem(one)) }
            }
        }
        if let entered = form.trimmed(Self.address) {
            let channel: Channel = entered.contains("@") ? .email : .telephone
            address = (try? Registrar.normalised(channel, entered)).map { (channel, $0.shown, $0.compared) }
            if address == nil { form.refuse(Self.address, .notAnAddress) }
        }
        let language = Language(rawValue: form.text(Self.language))
        if language == nil { form.refuse(Self.language, .counterLanguageMissing) }
        let receipt = EnterRequestController.receipt(in: &form)
        guard let (kind, way, day) = receipt, let name, let language, form.isAccepted else { return nil }
        return RightsDesk.OutsideIncoming(
            kind, words: form.trimmed(EnterRequestController.words), by: way, on: day, name: name, address: address,
            language: language)
    }

    private func page(_ form: Form, _ officer: Officer, _ context: WebContext) -> Response {
        context.respond(
            officePage(
                .officeEnterOutside, officer, at: .officeRequests, isNarrow: true, switchPath: .enterOutside,
                in: context
            ) {
                errorSummary(form)
                backLink(.officeEnterRequest, to: .enterRequest)
                h1 { Phrase.officeEnterOutside }
                p(.class("lead")) { Phrase.officeEnterOutsideLead }
                postForm(to: .enterOutside, token: context.formToken) {
                    EnterRequestController.kindField(in: form, desk.rights.law)
                    textField(Self.family, .familyName, in: form, FieldTraits(spellcheck: false))
                    textField(Self.given, .givenName, in: form, FieldTraits(spellcheck: false))
                    textField(
                        Self.patronymic, .patronymic, in: form, FieldTraits(isOptional: true, spellcheck: false))
                    textField(
                        Self.address, .emailOrTelephone, hint: .officeOutsideAddressHint, in: form,
                        FieldTraits(isOptional: true, spellcheck: false))
                    radios(
                        Self.language, .counterLanguage, in: form,
                        Language.allCases.map { Choice($0.rawValue, .invariable($0.ownName)) })
                    EnterRequestController.receiptFields(in: form)
                    actions { submitButton(.officeEnterRequest) }
                }
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

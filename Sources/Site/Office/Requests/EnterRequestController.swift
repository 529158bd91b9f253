import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// Enters a request that did not come through the account, with the day of its receipt.
struct EnterRequestController: Sendable {
    let desk: OfficeDesk

    static let caseNumber: FieldName = "case"
    static let kind: FieldName = "kind"
    static let way: FieldName = "way"
    static let day: FieldName = "day"
    static let words: FieldName = "words"
    static let evidence: FieldName = "evidence"
    /// Stands for no evidence among the choices.
    private static let unseen = "none"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.enterRequest, use: show).post(.enterRequest, use: enter)
    }

    /// Day and way of receipt, kind and words, as whoever enters a request is asked for them.
    static func kindField(in form: Form, _ law: LawPack) -> HTML {
        selectField(
            kind, .officeRequestKind, in: form, options: law.requests.map { Choice($0.id.rawValue, $0.title) })
    }

    @HTMLBuilder static func receiptFields(in form: Form) -> HTML {
        radios(
            way, .requestWay, in: form,
            RequestRow.Way.byStaff.map { Choice($0.rawValue, $0.title.beginning) })
        textField(day, .officeReceivedOn, in: form, FieldTraits(.date, width: .half))
        textArea(words, .requestWords, in: form)
    }

    /// What was entered of it; what cannot be accepted is said in the form.
    static func receipt(in form: inout Form) -> (kind: RequestKind, way: RequestRow.Way, day: Day)? {
        let entered = RequestKind(rawValue: form.text(kind))
        let came = RequestRow.Way(rawValue: form.text(way)).flatMap { RequestRow.Way.byStaff.contains($0) ? $0 : nil }
        let received = Day(form.text(day))
        if entered == nil { form.refuse(kind, .officeRequestKindMissing) }
        if came == nil { form.refuse(way, .officeRequestWayMissing) }
        if received == nil { form.refuse(day, .officeReceivedOnWrong) }
        if form.trimmed(words) == nil { form.refuse(words, .requestNoWords) }
        guard let entered, let came, let received else { return nil }
        return (entered, came, received)
    }

    private static func evidenceField(in form: Form) -> HTML {
        radios(
            evidence, .officeIdentitySeen, in: form,
            [
                Choice(OutsideRequestRow.Evidence.original.rawValue, OutsideRequestRow.Evidence.original.title),
                Choice(OutsideRequestRow.Evidence.certified.rawValue, OutsideRequestRow.Evidence.certified.title),
                Choice(OutsideRequestRow.Evidence.contact.rawValue, .officeIdentityLetter),
                Choice(unseen, .officeIdentityUnseen),
            ])
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = Form()
        form.fill(Self.day, Day(of: desk.time.now, hoursEast: 5).description)
        return page(form, officer, context)
    }

    private func enter(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = context.form
        if form.trimmed(Self.caseNumber) == nil { form.refuse(Self.caseNumber, .officeNoSuchCase) }
        let receipt = Self.receipt(in: &form)
        let seen = OutsideRequestRow.Evidence(rawValue: form.text(Self.evidence))
        if seen == nil, form.text(Self.evidence) != Self.unseen { form.refuse(Self.evidence, .officeIdentityMissing) }
        guard let (kind, way, day) = receipt, form.isAccepted else { return page(form, officer, context) }
        do {
            let reference = try await desk.rights.enter(
                kind, words: form.trimmed(Self.words), by: way, on: day,
                of: (form.trimmed(Self.caseNumber) ?? "").uppercased(), evidence: seen,
                actor: officer.actor(.responsible))
            return context.redirect(to: SitePath.officeRequest(reference.caseID, reference.number))
        } catch RightsRefusal.noCase {
            form.refuse(Self.caseNumber, .officeNoSuchCase)
        } catch RightsRefusal.wrongDay {
            form.refuse(Self.day, .officeReceivedOnWrong)
        } catch RightsRefusal.noEvidence {
            form.refuse(Self.evidence, .officeIdentityOtherWay)
        } catch RightsRefusal.contactDiffers {
            form.refuse(Self.evidence, .officeIdentityNoAddress)
        } catch RightsRefusal.longWords {
            form.refuse(Self.words, .requestLongWords)
        } catch RightsRefusal.tooMany {
            form.refuse(Self.caseNumber, .officeTooManyRequests)
        }
        return page(form, officer, context)
    }

    private func page(_ form: Form, _ officer: Officer, _ context: WebContext) -> Response {
        let law = desk.rights.law
        return context.respond(
            officePage(
                .officeEnterRequest, officer, at: .officeRequests, isNarrow: true, switchPath: .enterRequest,
                in: context
            ) {
                errorSummary(form)
                backLink(.officeToQueue, to: .officeRequests)
                h1 { Phrase.officeEnterRequest }
                p(.class("lead")) { Phrase.officeEnterRequestLead }
                p { textLink(.officeEnterOutside, to: .enterOutside) }
                postForm(to: .enterRequest, token: context.formToken) {
                    textField(
                        Self.caseNumber, .officeCaseOfPerson, in: form, FieldTraits(width: .half, spellcheck: false))
                    Self.kindField(in: form, law)
                    Self.receiptFields(in: form)
                    Self.evidenceField(in: form)
                    actions { submitButton(.officeEnterRequest) }
                }
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

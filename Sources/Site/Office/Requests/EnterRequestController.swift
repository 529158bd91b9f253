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

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.enterRequest, use: show).post(.enterRequest, use: enter)
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
        let (kind, way) = (RequestKind(rawValue: form.text(Self.kind)), RequestRow.Way(rawValue: form.text(Self.way)))
        let day = Day(form.text(Self.day))
        if form.trimmed(Self.caseNumber) == nil { form.refuse(Self.caseNumber, .officeNoSuchCase) }
        if kind == nil { form.refuse(Self.kind, .officeRequestKindMissing) }
        if way.map({ RequestRow.Way.byStaff.contains($0) }) != true { form.refuse(Self.way, .officeRequestWayMissing) }
        if day == nil { form.refuse(Self.day, .officeReceivedOnWrong) }
        if form.trimmed(Self.words) == nil { form.refuse(Self.words, .requestNoWords) }
        guard let kind, let way, let day, form.isAccepted else { return page(form, officer, context) }
        do {
            let reference = try await desk.rights.enter(
                kind, words: form.trimmed(Self.words), by: way, on: day,
                of: (form.trimmed(Self.caseNumber) ?? "").uppercased(), actor: officer.actor(.responsible))
            return context.redirect(to: SitePath.officeRequest(reference.caseID, reference.number))
        } catch RightsRefusal.noCase {
            form.refuse(Self.caseNumber, .officeNoSuchCase)
        } catch RightsRefusal.wrongDay {
            form.refuse(Self.day, .officeReceivedOnWrong)
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
                postForm(to: .enterRequest, token: context.formToken) {
                    textField(
                        Self.caseNumber, .officeCaseOfPerson, in: form, FieldTraits(width: .half, spellcheck: false))
                    selectField(
                        Self.kind, .officeRequestKind, in: form,
                        options: law.requests.map { Choice($0.id.rawValue, $0.title) })
                    radios(
                        Self.way, .requestWay, in: form,
                        RequestRow.Way.byStaff.map {
                            Choice($0.rawValue, $0.title.beginning)
                        })
                    textField(Self.day, .officeReceivedOn, in: form, FieldTraits(.date, width: .half))
                    textArea(Self.words, .requestWords, in: form)
                    actions { submitButton(.officeEnterRequest) }
                }
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

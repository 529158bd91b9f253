import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// Puts down in a person's thread what was said on the telephone, by a messenger or at a visit: one short form.
struct NoteController: Sendable {
    let desk: OfficeDesk

    static let caseNumber: FieldName = "case"
    static let way: FieldName = "way"
    static let direction: FieldName = "direction"
    static let words: FieldName = "words"
    static let waits: FieldName = "waits"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.noteMessage, use: show).post(.noteMessage, use: note)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        var form = Form()
        form.fill(Self.caseNumber, context.path.value(of: "case") ?? "")
        form.fill(Self.way, ThreadWay.telephone.rawValue)
        form.fill(Self.direction, ThreadDirection.incoming.rawValue)
        return page(form, officer, context)
    }

    private func note(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        var form = context.form
        let way = ThreadWay(rawValue: form.text(Self.way)).flatMap { ThreadWay.byHand.contains($0) ? $0 : nil }
        let direction = ThreadDirection(rawValue: form.text(Self.direction))
        if form.trimmed(Self.caseNumber) == nil { form.refuse(Self.caseNumber, .officeNoSuchCase) }
        if way == nil { form.refuse(Self.way, .officeNoteWayMissing) }
        if direction == nil { form.refuse(Self.direction, .officeNoteDirectionMissing) }
        if form.trimmed(Self.words) == nil { form.refuse(Self.words, .officeNoteMissing) }
        guard let way, let direction, form.isAccepted else { return page(form, officer, context) }
        do {
            let id = try await desk.threads.note(
                form.trimmed(Self.words), by: way, direction, asksAnswer: form.isChecked(Self.waits),
                of: (form.trimmed(Self.caseNumber) ?? "").uppercased(), actor: officer.actor(.support))
            return context.redirect(to: SitePath.officeThread(id))
        } catch ThreadsRefusal.noCase {
            form.refuse(Self.caseNumber, .officeNoSuchCase)
        } catch ThreadsRefusal.longWords {
            form.refuse(Self.words, .requestLongWords)
        } catch ThreadsRefusal.tooMany {
            form.refuse(Self.words, .threadFull)
        }
        return page(form, officer, context)
    }

    private func page(_ form: Form, _ officer: Officer, _ context: WebContext) -> Response {
        context.respond(
            officePage(
                .officeNoteVerb, officer, at: .officeThreads, isNarrow: true, switchPath: .noteMessage, in: context
            ) {
                errorSummary(form)
                backLink(.officeToQueue, to: .officeThreads)
                h1 { Phrase.officeNoteVerb }
                p(.class("lead")) { Phrase.officeNoteLead }
                actions { linkButton(.officeFindTitle, to: .findPerson, .secondary) }
                postForm(to: .noteMessage, token: context.formToken) {
                    textField(
                        Self.caseNumber, .officeCaseOfPerson, in: form, FieldTraits(width: .half, spellcheck: false))
                    radios(
                        Self.way, .requestWay, in: form,
                        ThreadWay.byHand.map { Choice($0.rawValue, $0.title.beginning) })
                    radios(
                        Self.direction, .officeNoteDirection, in: form,
                        ThreadDirection.allCases.map { Choice($0.rawValue, $0.title.beginning) })
                    textArea(Self.words, .officeNoteWords, in: form)
                    checkbox(Self.waits, .officeNoteWaits, in: form)
                    actions { submitButton(.officeNoteVerb) }
                }
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

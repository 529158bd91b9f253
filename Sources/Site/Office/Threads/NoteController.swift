import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// Puts down what was said on the telephone, by a messenger or at a visit: one short form, of which the words alone have to be
/// filled in. With the number of a registration it goes into that person's thread, else it is one of somebody without an account.
struct NoteController: Sendable {
    let desk: OfficeDesk

    static let caseNumber: FieldName = "case"
    static let way: FieldName = "way"
    static let direction: FieldName = "direction"
    static let words: FieldName = "words"
    static let address: FieldName = "address"
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
        return page(form, takesStrangers: try await desk.threads.takesStrangers(), officer, context)
    }

    private func note(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let takesStrangers = try await desk.threads.takesStrangers()
        var form = context.form
        let way = ThreadWay(rawValue: form.text(Self.way)).flatMap { ThreadWay.byHand.contains($0) ? $0 : nil }
        let direction = ThreadDirection(rawValue: form.text(Self.direction))
        let (number, address) = (form.trimmed(Self.caseNumber), form.trimmed(Self.address))
        if form.trimmed(Self.words) == nil { form.refuse(Self.words, .officeNoteMissing) }
        if number == nil, !takesStrangers { form.refuse(Self.caseNumber, .officeNoSuchCase) }
        if way == nil { form.refuse(Self.way, .officeNoteWayMissing) }
        if number != nil, address != nil { form.refuse(Self.address, .officeNoteEither) }
        if direction == nil { form.refuse(Self.direction, .officeNoteDirectionMissing) }
        guard let way, let direction, form.isAccepted else {
            return page(form, takesStrangers: takesStrangers, officer, context)
        }
        let (words, waits) = (form.trimmed(Self.words), form.isChecked(Self.waits))
        do {
            let id =
                if let number {
                    try await desk.threads.note(
                        words, by: way, direction, asksAnswer: waits, of: number.uppercased(),
                        actor: officer.actor(.support))
                } else {
                    try await desk.threads.noteStranger(
                        words, by: way, direction, asksAnswer: waits, address: address, actor: officer.actor(.support))
                }
            return context.redirect(to: SitePath.officeThread(id))
        } catch ThreadsRefusal.noCase {
            form.refuse(Self.caseNumber, .officeNoSuchCase)
        } catch ThreadsRefusal.notAnAddress {
            form.refuse(Self.address, .notAnAddress)
        } catch ThreadsRefusal.longWords {
            form.refuse(Self.words, .requestLongWords)
        } catch ThreadsRefusal.tooMany {
            form.refuse(Self.words, .threadFull)
        }
        return page(form, takesStrangers: takesStrangers, officer, context)
    }

    private func page(
        _ form: Form, takesStrangers: Bool, _ officer: Officer, _ context: WebContext
    ) -> Response {
        context.respond(
            officePage(
                .officeNoteVerb, officer, at: .officeThreads, isNarrow: true, switchPath: .noteMessage, in: context
            ) {
                errorSummary(form)
                backLink(.officeToQueue, to: .officeThreads)
                h1 { Phrase.officeNoteVerb }
                p(.class("lead")) { Phrase.officeNoteLead }
                postForm(to: .noteMessage, token: context.formToken) {
                    textArea(Self.words, .officeNoteWords, in: form, isFirst: form.isAccepted)
                    // Next to the words stands what changes most: from there Enter sends the form, filled in or not.
                    textField(
                        Self.caseNumber, .officeCaseOfPerson, hint: takesStrangers ? .officeNoteCaseHint : nil,
                        in: form, FieldTraits(width: .half, isOptional: takesStrangers, spellcheck: false))
                    radios(
                        Self.way, .requestWay, in: form,
                        ThreadWay.byHand.map { Choice($0.rawValue, $0.title.beginning) })
                    if takesStrangers {
                        textField(
                            Self.address, .questionAddress, hint: .officeNoteAddressHint, in: form,
                            FieldTraits(isOptional: true, spellcheck: false))
                    }
                    radios(
                        Self.direction, .officeNoteDirection, in: form,
                        ThreadDirection.allCases.map { Choice($0.rawValue, $0.title.beginning) })
                    checkbox(Self.waits, .officeNoteWaits, in: form)
                    actions {
                        submitButton(.officeNoteVerb)
                        linkButton(.officeFindTitle, to: .findPerson, .secondary)
                    }
                }
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

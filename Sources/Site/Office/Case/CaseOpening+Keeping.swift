import Hummingbird
import Identification
import Markup
import Permits
import Primitives
import Registration
import WebCore

extension CaseOpening {
    /// Does what a form with words in it asks. When the case has slipped out of the reviewer's hands meanwhile, nothing is
    /// done and the words come back: in their place where nobody else has taken the case, which is the reviewer's again
    /// then; otherwise to be copied.
    ///
    /// - Parameter typed: the fields for words, with what they are called.
    func keeping(
        _ typed: [(name: FieldName, label: Phrase)], of number: String, _ officer: Officer, _ request: Request,
        _ context: WebContext, act: () async throws -> Response
    ) async throws -> Response {
        let refusal: ReviewRefusal
        do {
            return try await act()
        } catch ReviewRefusal.notHeld {
            refusal = .notHeld
        } catch ReviewRefusal.notNow {
            refusal = .notNow
        } catch ReviewRefusal.own {
            refusal = .own
        }
        let words = typed.compactMap { field in
            context.form.trimmed(field.name).map { KeptWords(label: field.label, text: $0) }
        }
        let standing = try await desk.review.standing(of: number, for: officer.person)
        // A form that was sent twice has been heard once.
        guard !words.isEmpty, standing.registration.pending?.by != officer.person else {
            return context.redirect(to: SitePath.officeCase(number))
        }
        if refusal == .notHeld, !standing.registration.isSetAside,
            try await desk.review.take(number, by: officer.person)
        {
            return try await respond(
                number, officer, request, context, form: context.form, isTakenAgain: true)
        }
        return closed(number, standing, officer, context, kept: words)
    }

    /// The page of a case that the reviewer does not hold.
    func closed(
        _ number: String, _ standing: CaseStanding, _ officer: Officer, _ context: WebContext, kept: [KeptWords] = []
    ) -> Response {
        let page = ClosedCasePage(
            standing: standing, officer: officer, now: desk.time.now, token: context.formToken, kept: kept,
            pseudonym: { [desk] in shortPseudonym(desk.gate.pseudonym(of: $0)) })
        return context.respond(
            officePage(
                .officeCaseTitle(number), officer, at: .queue, isNarrow: true,
                switchPath: SitePath.officeCase(number), in: context
            ) { page.content },
            status: kept.isEmpty ? .ok : .conflict)
    }
}

/// What a reviewer wrote in vain.
struct KeptWords: Sendable {
    let label: Phrase
    let text: String
}

import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// Takes a letter that came by mail, as one message file, into a thread.
struct LetterController: Sendable {
    let desk: OfficeDesk
    let letters: LetterDesk

    static let file: FieldName = "letter"
    /// The file, and the form around it.
    private static let bodyLimit = Letter.mostOctets + 65_536

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.takeLetter, use: show)
        routes.costly.post(.takeLetter, use: take)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        page(Form(), try await desk.officer(.support, in: context), context)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let sent: SmallUpload
        do {
            sent = try await context.smallUpload(request, file: Self.file, upTo: Self.bodyLimit)
        } catch let refusal as PageRefusal where refusal.kind == .tooLarge {
            var form = Form()
            form.refuse(Self.file, .letterProblem(.largeLetter))
            return page(form, officer, context)
        }
        var form = sent.form
        guard !sent.octets.isEmpty else {
            form.refuse(Self.file, .officeLetterMissing)
            return page(form, officer, context)
        }
        do {
            let taken = try await letters.take(sent.octets, by: officer.actor(.support))
            guard taken.wasThere || taken.filesLeft > 0 else {
                return context.redirect(to: SitePath.officeThread(taken.thread))
            }
            return page(form, officer, context, taken)
        } catch let refusal as ThreadsRefusal {
            form.refuse(Self.file, .letterProblem(refusal))
        }
        return page(form, officer, context)
    }

    private func page(
        _ form: Form, _ officer: Officer, _ context: WebContext, _ taken: LetterDesk.Taken? = nil
    ) -> Response {
        context.respond(
            officePage(
                .officeLetterVerb, officer, at: .officeThreads, isNarrow: true, switchPath: .takeLetter, in: context
            ) {
                errorSummary(form)
                backLink(.officeToQueue, to: .officeThreads)
                h1 { Phrase.officeLetterVerb }
                if let taken {
                    panel(.notice, taken.wasThere ? .officeLetterThere : .officeLetterFilesLeft(taken.filesLeft)) {
                        p { textLink(.officeThreadOpen, to: SitePath.officeThread(taken.thread)) }
                    }
                }
                p(.class("lead")) { Phrase.officeLetterLead }
                p { Phrase.officeLetterSender }
                uploadForm(to: .takeLetter, token: context.formToken) {
                    div(.class("drop"), .data("data-drop")) {
                        fileField(
                            Self.file, .officeLetterFile, hint: .officeLetterHint, in: form,
                            accept: ".eml,message/rfc822")
                    }
                    actions { submitButton(.officeLetterTake) }
                }
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

extension Phrase {
    /// Why a letter is not taken; the file stays with whoever sent it.
    fileprivate static func letterProblem(_ refusal: ThreadsRefusal) -> Phrase {
        switch refusal {
        case .largeLetter: .officeLetterLarge
        case .nestedLetter: .officeLetterNested
        case .costlyLetter: .officeLetterCostly
        case .noSender: .officeLetterNoSender
        case .noWords: .officeLetterNoWords
        case .longLetter: .officeLetterLong
        case .tooMany: .threadFull
        case .lettersUnread: .officeLetterUnread
        default: .officeLetterNone
        }
    }
}

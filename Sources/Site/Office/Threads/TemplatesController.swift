import Hummingbird
import Markup
import Permits
import Primitives
import Threads
import WebCore

/// The texts from which staff answer, in three languages; staff edit them.
struct TemplatesController: Sendable {
    let desk: OfficeDesk

    static let id: FieldName = "id"
    static let name: FieldName = "name"
    static let delete: FieldName = "delete"

    static func words(_ language: Language) -> FieldName { FieldName("words-\(language.rawValue)") }

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.replyTemplates, use: show).post(.replyTemplates, use: keep)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let templates = try await desk.threads.templates()
        var form = Form()
        if let chosen = templates.first(where: { $0.id.description == context.path.value(of: "id") }) {
            form.fill(Self.id, chosen.id.description)
            form.fill(Self.name, chosen.name)
            for language in Language.allCases { form.fill(Self.words(language), chosen.words[language]) }
        }
        return page(form, templates, officer, context)
    }

    private func keep(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        var form = context.form
        let id = Identifier<ReplyTemplate>(form.text(Self.id))
        if form.isChecked(Self.delete), let id {
            try await desk.threads.delete(id)
            return context.redirect(to: .replyTemplates)
        }
        if form.trimmed(Self.name) == nil { form.refuse(Self.name, .officeTemplateNameMissing) }
        var words: [Language: String] = [:]
        for language in Language.allCases {
            words[language] = form.trimmed(Self.words(language))
            if words[language] == nil { form.refuse(Self.words(language), .officeTemplateWordsMissing) }
        }
        if form.isAccepted {
            do {
                try await desk.threads.keep(id, name: form.trimmed(Self.name), words)
                return context.redirect(to: .replyTemplates)
            } catch ThreadsRefusal.longWords {
                form.refuse(Self.name, .officeTemplateTooLong)
            } catch ThreadsRefusal.tooManyTemplates {
                form.refuse(Self.name, .officeTemplatesTooMany)
            }
        }
        return page(form, try await desk.threads.templates(), officer, context)
    }

    private func page(
        _ form: Form, _ templates: [ReplyTemplate], _ officer: Officer, _ context: WebContext
    ) -> Response {
        let isKept = !form.text(Self.id).isEmpty
        return context.respond(
            officePage(
                .officeTemplatesTitle, officer, at: .officeThreads, isNarrow: true, switchPath: .replyTemplates,
                in: context
            ) {
                errorSummary(form)
                backLink(.officeToQueue, to: .officeThreads)
                h1 { Phrase.officeTemplatesTitle }
                p(.class("lead")) { Phrase.officeTemplatesLead }
                if templates.isEmpty {
                    emptyState(.officeTemplatesEmpty, .officeTemplatesEmptyWhy)
                } else {
                    ul {
                        for template in templates {
                            li {
                                a(.href(.replyTemplates.with("id", template.id.description)), .noTranslation) {
                                    template.name
                                }
                            }
                        }
                    }
                }
                h2 { isKept ? Phrase.officeTemplateChange : .officeTemplateNew }
                postForm(to: .replyTemplates, token: context.formToken) {
                    if isKept { input(.type(.hidden), .name(Self.id.text), .value(form.text(Self.id))) }
                    textField(Self.name, .officeTemplateName, in: form)
                    for language in Language.allCases {
                        textArea(
                            Self.words(language), .officeTemplateWords(language), in: form, language: language)
                    }
                    actions {
                        submitButton(.officeTemplateKeep)
                        if isKept { submitButton(.officeTemplateDelete, .danger, name: Self.delete) }
                    }
                }
            }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

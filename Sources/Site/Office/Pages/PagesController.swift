import Hummingbird
import Markup
import Pages
import Permits
import Primitives
import WebCore

/// Where administrators write the texts of the site's own pages.
struct PagesController: Sendable {
    let desk: OfficeDesk
    let pages: PageDesk

    static let text = "text"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officePages, use: list).get(SitePath.officePage, use: show)
            .post(SitePath.officePage, use: save)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        var rows: [[HTML]] = []
        for page in SitePage.allCases {
            let shown = try await pages.shown(page)
            rows.append([
                textLink(page.title, to: SitePath.officePage(page.rawValue)),
                statusTag(shown == nil ? .officePageByDefault : .officePageWritten, shown == nil ? .neutral : .good),
                .text(shown.map { Phrase.moment($0.savedAt) } ?? .invariable("–")),
            ])
        }
        return context.respond(
            officePage(.officePagesTitle, officer, at: .officePages, switchPath: .officePages, in: context) {
                h1 { Phrase.officePagesTitle }
                p(.class("lead")) { Phrase.officePagesLead }
                dataTable(
                    .officePagesTitle, [Column(.officePageName), Column(.orderState), Column(.officeDraftSaved)],
                    hidesCaption: true, rows: rows)
            })
    }

    private func place(_ context: WebContext) throws -> SitePage {
        guard let page = SitePage(rawValue: try SitePath.officePage.values(in: context)) else {
            throw PageRefusal(.notFound)
        }
        return page
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return try await page(try place(context), nil, officer, context)
    }

    private func save(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let place = try place(context)
        var form = context.form
        let text = form.phrase(Self.text)
        if form.isChecked(ServicesController.preview) {
            return try await page(place, form, officer, context, preview: text.asLines)
        }
        do {
            try await pages.save(
                place, text, seen: Bytes(hex: form.text(ServicesController.seen)) ?? [],
                by: officer.actor(.administrator))
            return context.redirect(to: SitePath.officePage(place.rawValue).with("saved", "yes"))
        } catch PageTextRefusal.changedMeanwhile {
            return try await page(place, form, officer, context, isConflict: true)
        } catch PageTextRefusal.incomplete(let language) {
            form.refuse(fieldName(Self.text, in: language), .officePageIncomplete)
        } catch PageTextRefusal.tooLong {
            form.refuse(fieldName(Self.text, in: .ru), .officeServiceTooLong)
        } catch PageTextRefusal.notAdministrator {
            throw PageRefusal(.forbidden, .publicationNotAdministrator)
        }
        return try await page(place, form, officer, context)
    }

    /// - Parameter entered: what was sent; nil shows what was saved last.
    private func page(
        _ place: SitePage, _ entered: Form?, _ officer: Officer, _ context: WebContext, isConflict: Bool = false,
        preview: Phrase? = nil
    ) async throws -> Response {
        let revisions = try await pages.revisions(of: place)
        var form = entered ?? Form()
        if entered == nil, let text = revisions.first?.text { form.fill(Self.text, text) }
        if entered == nil || isConflict {
            form.fill(ServicesController.seen, try PageText.mark(of: revisions.first?.text).hex)
        }
        let page = PageEditPage(
            page: place, revisions: revisions, form: form, isConflict: isConflict, preview: preview,
            isSaved: context.path.value(of: "saved") != nil,
            pseudonym: { [desk] in shortPseudonym(desk.gate.pseudonym(of: $0)) }, token: context.formToken)
        return editingPage(
            place.title, officer, at: .officePages, switchPath: SitePath.officePage(place.rawValue), form,
            isConflict: isConflict, in: context
        ) { page.content }
    }
}

/// The text of a page in every language side by side, and its versions.
struct PageEditPage {
    let page: SitePage
    /// The newest first.
    let revisions: [PageText]
    let form: Form
    let isConflict: Bool
    let preview: Phrase?
    let isSaved: Bool
    let pseudonym: (SubjectID) -> String
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(.officePagesTitle, to: .officePages)
        h1 { page.title }
        editingNotes(
            form, isSaved: isSaved, theirs: isConflict ? revisions.first.map { textSides($0.text) } : nil,
            preview: preview.map(textSides))
        p { Phrase.officePageEmptyHint }
        postForm(to: SitePath.officePage(page.rawValue), token: token) {
            input(
                .type(.hidden), .name(ServicesController.seen.text), .value(form.text(ServicesController.seen)))
            textFields(PagesController.text, hint: .officeMarkdownHint, in: form)
            actions {
                submitButton(isConflict ? .officeDraftReplace : .officeDraftSave)
                submitButton(.officePreview, .secondary, name: ServicesController.preview)
                textLink(.cancel, to: .officePages)
            }
        }
        if !revisions.isEmpty {
            dataTable(
                .officeDraftRevisions,
                [Column(.officeDraftRevision), Column(.officeDraftSaved), Column(.officePolicyProposedBy)],
                rows: revisions.map { one in
                    [
                        .text("\(one.revision)"), .text(Phrase.moment(one.savedAt)),
                        one.savedBy.map { person in code { pseudonym(person) } } ?? .text("–"),
                    ]
                })
            for one in revisions.dropFirst() where !one.isEmpty {
                folded(.invariable("\(one.revision)")) { textSides(one.text) }
            }
        }
    }
}

extension SitePage {
    var title: Phrase {
        switch self {
        case .home: .officePageHome
        case .contacts: .contactsTitle
        case .help: .helpTitle
        }
    }
}

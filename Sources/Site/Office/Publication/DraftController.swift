import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Publication
import WebCore

/// Where administrators draft the next edition: its files, and the texts of its clauses side by side.
struct DraftController: Sendable {
    let desk: OfficeDesk

    private var drafts: DraftDesk { desk.publication.drafts }

    /// What the page showed, to tell whether somebody has saved the same place since.
    static let seen: FieldName = "seen"
    static let text: FieldName = "text"
    static let upload: FieldName = "upload"
    /// A file, percent-encoded or not, with the fields around it.
    private static let bodyLimit = DraftDesk.longest * 2 + 65_536

    static func text(_ language: Language) -> FieldName {
        switch language {
        case .ru: "text-ru"
        case .kk: "text-kk"
        case .en: "text-en"
        }
    }

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeDraft, use: show)
            .post(.beginDraft, use: begin)
            .post(.proposeDraft, use: propose)
            .get(SitePath.draftClause, use: clause)
            .post(SitePath.draftClause, use: saveClause)
            .get(SitePath.draftFile, use: file)
            .post(SitePath.draftFile, use: saveFile)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let page = DraftPage(standing: try await drafts.standing(), desk: desk, token: context.formToken)
        return context.respond(framed(.officeDraftTitle, officer, .officeDraft, context) { page.content })
    }

    private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        try await explained { try await drafts.begin(by: officer.actor(.administrator)) }
        return context.redirect(to: .officeDraft)
    }

    private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        guard let hash = Bytes(hex: context.form.text(PublicationController.hash)) else { throw PageRefusal(.invalid) }
        try await explained { try await drafts.propose(hash, by: officer.actor(.administrator)) }
        return context.redirect(to: .officePolicy)
    }

    // A clause, in all languages.

    private func clause(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let clause = ClauseID(try SitePath.draftClause.values(in: context))
        return context.respond(try await clausePage(clause, nil, officer, context))
    }

    private func saveClause(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let clause = ClauseID(try SitePath.draftClause.values(in: context))
        var form = context.form
        let texts = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { (PolicyFolder.textFile($0), form.text(Self.text($0))) })
        do {
            try await drafts.save(
                .clause(clause), texts, seen: Bytes(hex: form.text(Self.seen)) ?? [],
                by: officer.actor(.administrator))
            return context.redirect(to: SitePath.draftClause(clause.rawValue).with("saved", "yes"))
        } catch DraftRefusal.heading(let language) {
            form.refuse(Self.text(language), .officeDraftHeading)
            return context.respond(try await clausePage(clause, form, officer, context), status: .unprocessableContent)
        } catch DraftRefusal.changedMeanwhile {
            return context.respond(
                try await clausePage(clause, form, officer, context, isConflict: true), status: .conflict)
        } catch let refusal as DraftRefusal { throw PageRefusal(refusal.kind, .draft(refusal)) }
    }

    /// - Parameter form: what was entered and could not be saved; nil shows what the draft holds.
    private func clausePage(
        _ clause: ClauseID, _ entered: Form?, _ officer: Officer, _ context: WebContext, isConflict: Bool = false
    ) async throws -> Page {
        guard let standing = try await drafts.standing(),
            let mark = DraftDesk.mark(of: .clause(clause), in: standing.folder)
        else { throw PageRefusal(.notFound) }
        var form = entered ?? Form()
        if entered == nil {
            for language in Language.allCases {
                form.fill(Self.text(language), standing.folder.text(of: clause, in: language) ?? "")
            }
        }
        if isConflict || entered == nil { form.fill(Self.seen, mark.hex) }
        let page = DraftClausePage(
            clause: clause, standing: standing, form: form, isConflict: isConflict,
            isSaved: context.path.value(of: "saved") != nil, token: context.formToken)
        return framed(.officeDraftClause(clause.rawValue), officer, SitePath.draftClause(clause.rawValue), context) {
            page.content
        }
    }

    // A whole file.

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return context.respond(try await filePage(try SitePath.draftFile.values(in: context), nil, officer, context))
    }

    private func saveFile(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let name = try SitePath.draftFile.values(in: context)
        let sent = try await context.smallUpload(request, file: Self.upload, upTo: Self.bodyLimit)
        var form = sent.form
        if !sent.octets.isEmpty {
            guard let text = String(validating: sent.octets, as: UTF8.self) else {
                form.refuse(Self.upload, .officeDraftNoText)
                return context.respond(try await filePage(name, form, officer, context), status: .unprocessableContent)
            }
            form.fill(Self.text, text)
        }
        do {
            try await drafts.save(
                .file(name), [name: form.text(Self.text)], seen: Bytes(hex: form.text(Self.seen)) ?? [],
                by: officer.actor(.administrator))
            return context.redirect(to: SitePath.draftFile(name).with("saved", "yes"))
        } catch DraftRefusal.changedMeanwhile {
            return context.respond(
                try await filePage(name, form, officer, context, isConflict: true), status: .conflict)
        } catch DraftRefusal.tooLong {
            form.refuse(Self.text, .officeDraftTooLong)
            return context.respond(try await filePage(name, form, officer, context), status: .unprocessableContent)
        } catch let refusal as DraftRefusal { throw PageRefusal(refusal.kind, .draft(refusal)) }
    }

    private func filePage(
        _ name: String, _ entered: Form?, _ officer: Officer, _ context: WebContext, isConflict: Bool = false
    ) async throws -> Page {
        guard let standing = try await drafts.standing(),
            let mark = DraftDesk.mark(of: .file(name), in: standing.folder)
        else { throw PageRefusal(.notFound) }
        var form = entered ?? Form()
        if entered == nil { form.fill(Self.text, standing.folder.files[name] ?? "") }
        if isConflict || entered == nil { form.fill(Self.seen, mark.hex) }
        let page = DraftFilePage(
            name: name, standing: standing, revisions: try await drafts.revisions(of: name), form: form,
            isConflict: isConflict, isSaved: context.path.value(of: "saved") != nil,
            pseudonym: { [desk] in shortPseudonym(desk.gate.pseudonym(of: $0)) }, token: context.formToken)
        return framed(.officeDraftFile(name), officer, SitePath.draftFile(name), context) { page.content }
    }

    private func framed(
        _ title: Phrase, _ officer: Officer, _ path: SitePath, _ context: WebContext,
        @HTMLBuilder content: () -> HTML
    ) -> Page {
        officePage(
            title, officer, at: .officePolicy, switchPath: path, styles: differenceStyles + ["draft.css"], in: context,
            content: content)
    }

    private func explained(_ act: () async throws -> Void) async throws {
        do { try await act() } catch let refusal as PublicationRefusal {
            throw PageRefusal(refusal.kind, .publication(refusal))
        } catch let refusal as DraftRefusal {
            throw PageRefusal(refusal.kind, .draft(refusal))
        }
    }
}

extension Phrase {
    fileprivate static func draft(_ refusal: DraftRefusal) -> Phrase {
        switch refusal {
        case .notAdministrator: .publicationNotAdministrator
        case .notFound: .officeDraftNotFound
        case .changedMeanwhile: .officeDraftConflict
        case .heading: .officeDraftHeading
        case .tooLong: .officeDraftTooLong
        }
    }
}

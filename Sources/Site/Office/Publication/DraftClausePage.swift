import Markup
import Policy
import Primitives
import Publication
import WebCore

/// A clause of the draft: its text in every language side by side, and how it differs from the edition in force.
struct DraftClausePage {
    let clause: ClauseID
    let standing: DraftDesk.Standing
    let form: Form
    /// Somebody else has saved it meanwhile: theirs is shown beside what was entered.
    let isConflict: Bool
    let isSaved: Bool
    let token: FormToken

    @HTMLBuilder var content: HTML {
        backLink(.officeDraftTitle, to: .officeDraft)
        errorSummary(form)
        h1 { Phrase.officeDraftClause(clause.rawValue) }
        if isSaved, form.isAccepted, !isConflict { panel(.success, .officeDraftSavedNow) }
        if isConflict { conflict }
        if !found.isEmpty { draftFindings(found, in: standing.folder) }
        postForm(to: SitePath.draftClause(clause.rawValue), token: token) {
            input(.type(.hidden), .name(DraftController.seen.text), .value(form.text(DraftController.seen)))
            div(.class("draft-sides")) {
                for language in Language.allCases {
                    textArea(
                        DraftController.text(language), .invariable(language.ownName), in: form, rows: 14,
                        language: language)
                }
            }
            actions {
                submitButton(isConflict ? .officeDraftReplace : .officeDraftSave)
                textLink(.cancel, to: .officeDraft)
            }
        }
        neighbours
        if let change {
            section(.class("flow"), .ariaLabelledBy("changes")) {
                h2(.id("changes")) { Phrase.officeDraftChanges(standing.inForce.number) }
                textChange(change, in: Language.allCases)
            }
        }
    }

    private var conflict: HTML {
        panel(.warning, .officeDraftConflictTitle) {
            p { Phrase.officeDraftConflict }
            div(.class("draft-sides")) {
                for language in Language.allCases {
                    div {
                        p(.class("side-label")) { language.ownName }
                        div(.class("side-text"), .lang(language)) {
                            standing.folder.text(of: clause, in: language) ?? ""
                        }
                    }
                }
            }
        }
    }

    /// What the check says of this clause's text.
    private var found: [Diagnostic] {
        standing.diagnostics.filter { standing.folder.clause(at: $0.line, of: $0.file) == clause }
    }

    private var change: TextChange? { standing.difference?.texts.first { $0.id == .clause(clause) } }

    private var neighbours: HTML {
        let all = standing.folder.clauses
        guard let place = all.firstIndex(of: clause) else { return .empty }
        return nav(.class("draft-next"), .ariaLabel(.officeDraftClauses)) {
            if place > 0 {
                a(.href(SitePath.draftClause(all[place - 1].rawValue)), .rel("prev")) {
                    icon(.back)
                    Phrase.clause(all[place - 1].rawValue)
                }
            }
            if place + 1 < all.count {
                a(.href(SitePath.draftClause(all[place + 1].rawValue)), .rel("next")) {
                    Phrase.clause(all[place + 1].rawValue)
                }
            }
        }
    }
}

/// A whole file of the draft, to be edited or exchanged.
struct DraftFilePage {
    let name: String
    let standing: DraftDesk.Standing
    let revisions: [DraftFile]
    let form: Form
    let isConflict: Bool
    let isSaved: Bool
    let pseudonym: (SubjectID) -> String
    let token: FormToken

    @HTMLBuilder var content: HTML {
        backLink(.officeDraftTitle, to: .officeDraft)
        errorSummary(form)
        h1 { Phrase.officeDraftFile(name) }
        if isSaved, form.isAccepted, !isConflict { panel(.success, .officeDraftSavedNow) }
        if isConflict { conflict }
        let found = standing.diagnostics.filter { $0.file == name }
        if !found.isEmpty { draftFindings(found, in: standing.folder) }
        uploadForm(to: SitePath.draftFile(name), token: token) {
            input(.type(.hidden), .name(DraftController.seen.text), .value(form.text(DraftController.seen)))
            div(.class("draft-file")) {
                textArea(DraftController.text, .officeDraftText, in: form, rows: 30)
            }
            fileField(
                DraftController.upload, .officeDraftUpload, hint: .officeDraftUploadHint, in: form,
                accept: ".yml,.md,text/plain")
            actions {
                submitButton(isConflict ? .officeDraftReplace : .officeDraftSave)
                textLink(.cancel, to: .officeDraft)
            }
        }
        dataTable(
            .officeDraftRevisions,
            [Column(.officeDraftRevision), Column(.officeDraftSaved), Column(.officePolicyProposedBy)],
            rows: revisions.map { file in
                [
                    .text("\(file.revision)"), .text(Phrase.moment(file.savedAt)),
                    file.savedBy.map { person in code { pseudonym(person) } } ?? .text("–"),
                ]
            })
    }

    private var conflict: HTML {
        panel(.warning, .officeDraftConflictTitle) {
            p { Phrase.officeDraftConflict }
            div(.class("side-text", "draft-theirs")) {
                for run in TextRun.between(standing.folder.files[name] ?? "", form.text(DraftController.text)) {
                    switch run.kind {
                    case .same:
                        HTML.text(
                            run.text.count > 400 ? "\(run.text.prefix(200))\n…\n\(run.text.suffix(200))" : run.text)
                    case .removed: del { run.text }
                    case .added: ins { run.text }
                    }
                }
            }
        }
    }
}

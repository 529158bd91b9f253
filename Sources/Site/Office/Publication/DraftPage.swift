import Markup
import Policy
import Primitives
import Publication
import WebCore

/// The draft of the next edition: what its check says, its parts to be edited, and what it would change.
struct DraftPage {
    /// nil while none was begun.
    let standing: DraftDesk.Standing?
    let desk: OfficeDesk
    let token: FormToken

    @HTMLBuilder var content: HTML {
        backLink(.officePolicyTitle, to: .officePolicy)
        h1 { Phrase.officeDraftTitle }
        if let standing {
            p(.class("lead")) { Phrase.officeDraftLead }
            draftFindings(standing.diagnostics, in: standing.folder)
            proposal(standing)
            section(.class("flow"), .ariaLabelledBy("clauses")) {
                h2(.id("clauses")) { Phrase.officeDraftClauses }
                clauses(standing)
            }
            section(.class("flow"), .ariaLabelledBy("files")) {
                h2(.id("files")) { Phrase.officeDraftFiles }
                p { Phrase.officeDraftFilesLead }
                files(standing)
            }
            if let difference = standing.difference {
                section(.class("flow"), .ariaLabelledBy("changes")) {
                    h2(.id("changes")) { Phrase.officeDraftChanges(standing.inForce.number) }
                    differenceView(difference, in: Language.allCases)
                }
            }
        } else {
            emptyState(.officeDraftNone, .officeDraftNoneWhy) {
                postForm(to: .beginDraft, token: token) { actions { submitButton(.officeDraftBegin) } }
            }
        }
    }

    @HTMLBuilder private func proposal(_ standing: DraftDesk.Standing) -> HTML {
        if standing.isProposed {
            panel(.notice, .officeDraftProposed) { p { textLink(.officePolicyTitle, to: .officePolicy) } }
        } else if let change = standing.change {
            postForm(to: .proposeDraft, token: token) {
                p { Phrase.officePolicyProposeMeans }
                input(.type(.hidden), .name(PublicationController.hash.text), .value(change.hash.hex))
                actions { submitButton(.officePolicyPropose) }
            }
        }
    }

    private func clauses(_ standing: DraftDesk.Standing) -> HTML {
        let changed = Set(
            (standing.difference?.texts ?? []).compactMap { change in
                if case .clause(let clause) = change.id { clause } else { nil }
            })
        return ul(.class("draft-clauses")) {
            for clause in standing.folder.clauses {
                li {
                    a(.href(SitePath.draftClause(clause.rawValue))) { Phrase.clause(clause.rawValue) }
                    if changed.contains(clause) {
                        " "
                        statusTag(.changesChanged, .neutral)
                    }
                }
            }
        }
    }

    private func files(_ standing: DraftDesk.Standing) -> HTML {
        dataTable(
            .officeDraftFiles, [Column(.officeDraftName), Column(.officeDraftRevision), Column(.officeDraftSaved)],
            hidesCaption: true,
            rows: standing.files.map { file in
                [
                    a(.href(SitePath.draftFile(file.name))) { file.name }, .text("\(file.revision)"),
                    .text(Phrase.moment(file.savedAt)),
                ]
            })
    }
}

/// What the check found, errors first, each with a way to where it is mended.
func draftFindings(_ diagnostics: [Diagnostic], in folder: PolicyFolder) -> HTML {
    let errors = diagnostics.filter { $0.severity == .error }
    let warnings = diagnostics.filter { $0.severity == .warning }
    func list(_ found: [Diagnostic]) -> HTML {
        ul(.class("plain", "findings-list")) {
            for one in found {
                li {
                    place(one, in: folder)
                    " "
                    one.says.words
                    if let article = one.article { " [\(article)]" }
                }
            }
        }
    }
    return section(.class("flow"), .ariaLabelledBy("check")) {
        h2(.id("check")) { Phrase.officeDraftCheck }
        if errors.isEmpty {
            panel(.success, .officeDraftNoErrors)
        } else {
            panel(.danger, .officeDraftErrors(errors.count)) { list(errors) }
        }
        if !warnings.isEmpty { panel(.warning, .officeDraftWarnings(warnings.count)) { list(warnings) } }
    }
}

/// File and line, as a link to the clause or the file where it stands.
private func place(_ one: Diagnostic, in folder: PolicyFolder) -> HTML {
    let label = "\(one.file):\(one.line)"
    if let clause = folder.clause(at: one.line, of: one.file) {
        return a(.class("nowrap"), .href(SitePath.draftClause(clause.rawValue))) { label }
    }
    guard PolicyFolder.own.contains(one.file), folder.files[one.file] != nil else { return code { label } }
    return a(.class("nowrap"), .href(SitePath.draftFile(one.file))) { label }
}

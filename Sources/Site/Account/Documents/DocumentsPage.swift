import Documents
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// A card for each kind of document: why it is asked, what has come, where to send it.
struct DocumentsPage {
    let policy: PolicyDocument
    var registrant = Registrant.person
    let rows: [DocumentRow]
    /// Since when the state of the registration lasts: what came later can be exchanged.
    let since: Instant
    let isDraft: Bool
    /// Not enough addresses are confirmed yet.
    let lacksConfirmation: Bool
    let viewing: ViewingID?
    let form: Form
    let token: FormToken

    /// The identifier of the text that says which files are taken.
    private static let limits = "upload-limits"

    static func file(_ kind: DocumentKindID) -> FieldName { FieldName("file-\(kind)") }

    var page: Page {
        Page(
            .documentsTitle, for: .person, section: .register, switchPath: .documentsStep, scripts: ["upload.js"],
            styles: ["documents.css"]
        ) {
            if isDraft { registerSteps(.documents, lacking: lacksConfirmation ? [.contacts] : []) }
            errorSummary(form)
            h1 { Phrase.documentsTitle }
            p(.class("lead")) { isDraft ? Phrase.documentsLead : .documentsAgainLead }
            p(.class("muted"), .id(Self.limits)) {
                Phrase.uploadLimits(
                    policy.limits.photoBytes, policy.limits.pdfBytes, policy.limits.pdfPages, policy.limits.files)
            }
            for kind in shownKinds { card(kind) }
            actions {
                linkButton(isDraft ? .next : .toAccount, to: isDraft ? .checkStep : .account)
            }
            if isDraft { waysOut }
        }
    }

    /// Compulsory kinds first; when more was asked, only what can be sent now.
    private var shownKinds: [DocumentKind] {
        let asked = policy.documentKinds(of: registrant)
        let kinds = asked.filter(\.compulsory) + asked.filter { !$0.compulsory }
        return isDraft ? kinds : kinds.filter { takes($0) || rows(of: $0).contains(where: isOpen) }
    }

    private func card(_ kind: DocumentKind) -> HTML {
        let files = rows(of: kind)
        return documentCard(
            DocumentCard(
                id: "kind-\(kind.id)", heading: kind.title,
                reason: Phrase.whyAsked(kind.reason, .clause(kind.clause.rawValue)), state: state(of: kind, files),
                isOptional: !kind.compulsory,
                isFolded: !kind.compulsory && files.isEmpty && form.error(of: Self.file(kind.id)) == nil)
        ) {
            if kind.provesIdentity, files.isEmpty { scanExample }
        } received: {
            for file in files { received(file) }
        } upload: {
            if takes(kind) { uploadPart(kind, files) }
        }
    }

    private func uploadPart(_ kind: DocumentKind, _ files: [DocumentRow]) -> HTML {
        let upload = fileForm(kind, replacing: nil)
        guard !files.contains(where: \.state.counts) || files.contains(where: { $0.state == .askedAgain }) else {
            return folded(.addAnother, isOpen: form.error(of: Self.file(kind.id)) != nil) { upload }
        }
        return upload
    }

    /// - Parameter replacing: the one file that a new one is to replace; several new ones can be sent otherwise.
    func fileForm(_ kind: DocumentKind, replacing: DocumentID?) -> HTML {
        let name = replacing.map { FieldName("replace-\($0)") } ?? Self.file(kind.id)
        return uploadFrame(kind.id, in: "kind-\(kind.id)") {
            uploadForm(to: SitePath.documentKind(kind.id.rawValue), token: token) {
                if let replacing {
                    input(.type(.hidden), .name(FieldName.replacing.text), .value(replacing.description))
                }
                fileChoices(
                    name, in: form, accept: acceptedFiles, isMultiple: replacing == nil, limits: Self.limits)
                div(.class("actions", "plain-send")) { submitButton(.sendFile, .secondary) }
            }
        }
    }

    func rows(of kind: DocumentKind) -> [DocumentRow] {
        rows.filter { $0.kind == kind.id && $0.state != .receiving && $0.state != .replaced }
    }

    func kind(_ id: DocumentKindID) -> DocumentKind? { policy.documentKind(id) }

    /// Whether the person may exchange or take out a file.
    func isOpen(_ row: DocumentRow) -> Bool {
        guard row.createdAt >= since else { return false }
        return row.state == .received || row.state == .ready || row.state == .refused
    }

    private func takes(_ kind: DocumentKind) -> Bool {
        let same = rows(of: kind)
        return isDraft || same.contains { $0.state == .askedAgain }
            || (kind.compulsory && !same.contains { $0.state.counts })
    }
}

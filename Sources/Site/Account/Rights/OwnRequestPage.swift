import Documents
import Markup
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// A request with its countdown, what proves it, what is proposed on it and, in the end, the answer.
struct OwnRequestPage {
    let request: OwnRequest
    let files: [DocumentRow]
    /// Of the person's documents; nil when no file has pages.
    let viewing: ViewingID?
    let law: LawPack
    let policy: PolicyDocument
    /// What was done just now.
    let done: String?
    let form: Form
    let token: FormToken

    private var standing: RequestStanding { request.standing }
    private var row: RequestRow { standing.request }
    private var number: Int { row.reference.number }

    var page: Page {
        let title = law.title(of: row.kind)
        return Page(
            title, for: .person, switchPath: SitePath.accountRequest(number),
            scripts: row.kind == .correction ? ["upload.js"] : [],
            styles: row.kind == .correction ? ["documents.css"] : [], tabs: accountTabs(.accountRights)
        ) {
            errorSummary(form)
            backLink(.toRights, to: .accountRights)
            h1 { title }
            news
            p(.class("marks")) {
                strong(.class("number"), .noTranslation) { row.reference.description }
                " "
                statusTag(row.state.title, row.state.tone)
                if row.state.isOpen, let due = standing.due { deadlineBadge(due) }
            }
            for one in request.corrections { correction(one) }
            summaryList(summary)
            if row.state.isOpen, let term = row.term { countedDays(term) }
            if let words = request.texts[.words] { text(.requestWords, words) }
            if let answer = request.texts[.answer] { text(.requestAnswer, answer) }
            if row.state == .refused { p(.class("muted")) { Phrase.complaint } }
            if !files.isEmpty {
                section(.class("card")) {
                    h2 { Phrase.proofSent }
                    for one in files { file(one) }
                }
            }
            if let limits = request.proofLimits { sending(limits) }
            if row.state.isOpen {
                postForm(to: SitePath.accountRequestWithdraw(number), token: token) {
                    actions { submitButton(.withdrawRequestVerb, .secondary) }
                }
            }
        }
    }

    @HTMLBuilder private var news: HTML {
        switch done {
        case "1": panel(.success, .requestMade)
        case "accepted": panel(.success, .correctionDone)
        case "rejected": panel(.success, .correctionTurnedDown)
        default: HTML.empty
        }
    }

    private var summary: [SummaryRow] {
        var rows = [
            SummaryRow(.requestReceived, .text(Phrase.date(row.receivedOn))),
            SummaryRow(.requestWay, .text(row.way.title)),
        ]
        if row.state.isOpen, let due = standing.due {
            rows.append(SummaryRow(.requestDue, .text(Phrase.dateWithWeekday(due.day).beginning)))
        }
        if let closed = row.closedAt { rows.append(SummaryRow(.requestClosedAt, .text(Phrase.moment(closed)))) }
        if let ground = law.refusalGrounds.first(where: { $0.id == row.ground }) {
            rows.append(SummaryRow(.requestGround, .text(ground.title)))
            rows.append(SummaryRow(.requestArticle, ground.article))
        }
        return rows
    }

    private func text(_ heading: Phrase, _ words: PersonalData<String>) -> HTML {
        section(.class("card")) {
            h2 { heading }
            for line in words.reveal().split(separator: "\n", omittingEmptySubsequences: true) {
                p(.noTranslation) { String(line) }
            }
        }
    }
}

extension OwnRequestPage {
    private func title(_ field: FieldNumber) -> Phrase { policy.field(field)?.title ?? .invariable("\(field)") }

    /// What is proposed beside what stands there, for the person to say yes or no; one that was decided in a line.
    @HTMLBuilder private func correction(_ one: RequestCorrection) -> HTML {
        if let value = one.value {
            panel(.warning, .correctionProposed(title(one.row.field))) {
                p { Phrase.correctionLead }
                summaryList([
                    SummaryRow(.correctionNow, shown(one.current)),
                    SummaryRow(.correctionThen, shown(value)),
                ])
                postForm(to: SitePath.accountRequestCorrection(number), token: token) {
                    input(.type(.hidden), .name(FieldName.proposal.text), .value(one.row.id.description))
                    actions {
                        submitButton(.acceptProposal, name: .answer, value: "yes")
                        submitButton(.rejectProposal, .secondary, name: .answer, value: "no")
                    }
                }
            }
        } else {
            p {
                title(one.row.field)
                " "
                statusTag(
                    .correctionState(isAccepted: one.row.state == .accepted),
                    one.row.state == .accepted ? .good : .neutral)
            }
        }
    }

    private func shown(_ value: PersonalData<String>?) -> HTML {
        guard let text = value?.reveal(), !text.isEmpty else { return .text(.officeNotGiven) }
        return strong(.noTranslation) { text }
    }

    private func file(_ file: DocumentRow) -> HTML {
        let name = file.pages > 0 ? Phrase.pageCount(file.pages) : .fileWord
        return receivedFile(
            name, size: .size(file.length ?? 0), thumbnail: image(of: file, 1, "thumbnail")?.address
        ) {
            if file.state == .received { beingRead(SitePath.accountRequest(number)) }
            if let refusal = file.refusal {
                p { statusTag(.documentState(file.state), .refused) }
                p { Phrase.file(refusal) }
            }
            if file.pages > 0 {
                ul(.class("plain", "row")) {
                    for page in 1..<(file.pages + 1) {
                        if let image = image(of: file, page, "image") {
                            li { textLink(.pageNumber(page), to: image) }
                        }
                    }
                }
            }
        }
    }

    private func image(of file: DocumentRow, _ page: Int, _ size: String) -> SitePath? {
        guard let viewing, file.pages > 0 else { return nil }
        return SitePath.accountPage(viewing, file.id, page, size)
    }

    private func sending(_ limits: UploadLimits) -> HTML {
        section(.class("card"), .id("request-files"), .ariaLabelledBy("request-files-title"), .tabindex(-1)) {
            h2(.id("request-files-title")) { Phrase.requestProofTitle }
            p { Phrase.requestProofLead }
            if let kept = request.proofKept { p { Phrase.proofKept(.term(kept)) } }
            p(.class("muted"), .id("request-files-limits")) {
                Phrase.uploadLimits(limits.photoBytes, limits.pdfBytes, limits.pdfPages, limits.files)
            }
            sendingSlot("request-files", signIn: .signIn)
            uploadFrame(.proof, in: "request-files", request: number) {
                uploadForm(to: SitePath.accountRequestFiles(number), token: token) {
                    fileChoices(
                        FileForms.file, in: form, accept: acceptedFiles, isMultiple: true,
                        limits: "request-files-limits")
                    div(.class("actions", "plain-send")) { submitButton(.sendFile, .secondary) }
                }
            }
        }
    }
}

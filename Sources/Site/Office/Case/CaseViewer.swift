import Permits
import Identification
import Registration
import Documents
import Markup
import Policy
import Primitives
import WebCore

/// The scans of a case, page by page, under the viewer's watermark.
struct CaseViewer {
    let page: CasePage

    var content: HTML {
        group {
            if page.open.documents.isEmpty { emptyState(.officeNoDocuments, .officeNoDocumentsWhy) }
            for (index, document) in page.open.documents.enumerated() { card(document, isFirst: index == 0) }
            p(.class("print-only")) { Phrase.officeNoPrint }
        }
    }

    private func card(_ document: DocumentRow, isFirst: Bool) -> HTML {
        let id = "document-\(document.id.description.prefix(8))"
        let pages = page.open.pages[document.id] ?? []
        return section(.class("card", "scan"), .ariaLabelledBy("\(id)-title")) {
            div(.class("card-head")) {
                h2(.id("\(id)-title")) {
                    page.policy.documentKind(document.kind)?.title ?? .invariable(document.kind.rawValue)
                }
                tag(document)
            }
            if !document.hints.isEmpty || !page.open.twins(of: document).isEmpty { hints(document) }
            if page.isDecidable || page.row.state == .moreAsked, document.state != .replaced {
                bar(document, isFirst: isFirst)
            }
            div(.class("viewer", "no-print"), .data("data-viewer")) {
                tools(hasSeveral: pages.count > 1)
                if pages.count > 1 { thumbnails(document, pages, id) }
                div(.class("sheets")) {
                    for sheet in pages { self.sheet(document, sheet, of: pages.count, "\(id)-\(sheet.number)") }
                }
            }
        }
    }

    private func tag(_ document: DocumentRow) -> HTML {
        switch document.state {
        case .approved: statusTag(.officeDocumentApproved, .good)
        case .askedAgain: statusTag(.officeDocumentAsked, .due)
        case .replaced: statusTag(.officeDocumentReplaced, .neutral)
        default: statusTag(.officeDocumentReady, .accent)
        }
    }

    private func hints(_ document: DocumentRow) -> HTML {
        div(.class("marks")) {
            for twin in page.open.twins(of: document) {
                chip(
                    .officeSameFile(page.policy.documentKind(twin.kind)?.title ?? .invariable(twin.kind.rawValue)), .due
                )
            }
            for hint in document.hints {
                chip(
                    .officePageHint(hint.code.rawValue),
                    source: hint.page.map { .officePage($0, of: document.pages) },
                    hint.code.concernsPicture ? .due : .neutral)
            }
        }
    }

    private func bar(_ document: DocumentRow, isFirst: Bool) -> HTML {
        let reason = DocumentController.reason(document.id)
        let isApproved = document.state == .approved
        return div(.class("document-bar")) {
            if page.isDecidable {
                postForm(to: SitePath.reviewDocument(page.number), token: page.token) {
                    input(.type(.hidden), .name(DocumentController.document.text), .value(document.id.description))
                    submitButton(
                        isApproved ? .officeUnapproveDocument : .officeApproveDocument, .secondary,
                        name: DocumentController.approved, value: isApproved ? "no" : "yes")
                }
            }
            details(.class("manage"), Attribute.open.when(page.form.error(of: reason) != nil)) {
                summary(Attribute.ariaKeyShortcuts("r").when(isFirst)) { Phrase.officeAskAgain }
                postForm(to: SitePath.askAgain(page.number), token: page.token) {
                    input(.type(.hidden), .name(DocumentController.document.text), .value(document.id.description))
                    selectField(
                        reason, .officeReason, in: page.form,
                        options: page.policy.reasons.filter { $0.use == .ask }
                            .map { Choice($0.id.rawValue, $0.title) })
                    submitButton(.officeAskSend, .secondary)
                }
            }
        }
    }

    private func tools(hasSeveral: Bool) -> HTML {
        div(.class("tools", "js-only")) {
            tool("zoom-in", .officeZoomIn, "+")
            tool("zoom-out", .officeZoomOut, "-")
            tool("rotate", .officeRotate, "]")
            tool("fit", .officeFit, "0")
            if hasSeveral { tool("compare", .officeCompare, nil) }
        }
    }

    private func tool(_ action: String, _ words: Phrase, _ keys: StaticString?) -> HTML {
        button(
            .type(.button), .class("tool"), .data("data-tool", action), keys.map { .ariaKeyShortcuts($0) } ?? .none
        ) { words }
    }

    private func thumbnails(_ document: DocumentRow, _ pages: [PageRow], _ id: String) -> HTML {
        ol(.class("thumbnails"), .ariaLabel(.officeDocuments)) {
            for sheet in pages {
                li {
                    a(.href(.fragment("\(id)-\(sheet.number)")), .data("data-thumbnail")) {
                        img(
                            .src(path(document, sheet, .thumbnail).address), .width(72), .height(72),
                            .alt(.officePage(sheet.number, of: pages.count)))
                    }
                }
            }
        }
    }

    private func sheet(_ document: DocumentRow, _ sheet: PageRow, of count: Int, _ id: String) -> HTML {
        figure(.class("sheet"), .id(id), .tabindex(0), .data("data-sheet")) {
            leaf(
                path(document, sheet, .image), width: sheet.width, height: sheet.height,
                .officePage(sheet.number, of: count), for: page.officer, at: page.now)
            figcaption(.class("muted", "small")) { Phrase.officePage(sheet.number, of: count) }
        }
    }

    private func path(_ document: DocumentRow, _ sheet: PageRow, _ size: PageRow.Size) -> SitePath {
        SitePath.pageImage(page.number, document.id.description, sheet.number, size.rawValue)
    }
}

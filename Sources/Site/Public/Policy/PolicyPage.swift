import Markup
import Policy
import Primitives
import WebCore

/// An edition of the policy, ready to be read.
package struct PolicyPage: Sendable {
    let edition: Edition
    /// False at the permanent address of an edition that ended.
    let isInForce: Bool
    /// Clauses that were declared void (clause 5.3), and those under them.
    let void: [ClauseID: VoidClause]

    package init(edition: Edition, isInForce: Bool, void: [VoidClause] = []) {
        self.edition = edition
        self.isInForce = isInForce
        let under = edition.document.clauses.map(\.id).flatMap { id in
            void.filter { id.isUnder($0.clause) }.map { (id, $0) }
        }
        self.void = Dictionary(void.map { ($0.clause, $0) } + under, uniquingKeysWith: { first, _ in first })
    }

    package var page: Page { frame { content } }

    /// The page around a content that may have been rendered before.
    func frame(@HTMLBuilder _ content: () -> HTML) -> Page {
        Page(
            edition.document.title, width: .policy, for: .everyone, section: .policy, styles: ["policy.css"],
            content: content)
    }

    @HTMLBuilder var content: HTML {
        h1 { edition.document.title }
        editionBar
        p(.class("muted", "no-print")) { Phrase.enforcementNote }
        if !isInForce {
            panel(.warning, .editionEnded) { p { textLink(.toEditionInForce, to: .policy) } }
        }
        if !void.isEmpty {
            panel(.warning, .voidClausesTitle) {
                p { Phrase.voidClausesMeaning }
                ul(.class("plain")) {
                    for id in edition.document.clauses.map(\.id) where void[id] != nil {
                        li { a(.href(.fragment(id.rawValue))) { Phrase.clause(id.rawValue) } }
                    }
                }
            }
        }
        div(.class("policy-layout")) {
            contents
            article(.class("policy-text")) {
                for (index, chapter) in edition.document.chapters.enumerated() {
                    chapterSection(chapter, id: chapterID(index))
                }
                section(.ariaLabelledBy("data")) {
                    h2(.id("data")) { Phrase.dataTableTitle }
                    fieldTable(edition.document)
                    p(.class("no-print")) { textLink(.dataKeepingTitle, to: .dataKeeping) }
                }
                section(.ariaLabelledBy("recipients")) {
                    h2(.id("recipients")) { Phrase.recipientsTitle }
                    recipientTable(edition.document)
                }
            }
        }
    }

    private var editionBar: HTML {
        div(.class("edition-bar")) {
            span { strong { Phrase.editionNumber(edition.number) } }
            span {
                Phrase.inForceSince
                " "
                time(.datetime(edition.inForceSince.description)) { Phrase.moment(edition.inForceSince) }
            }
            if let manner = edition.manner { span { manner.words } }
            span(.class("fingerprint")) {
                "SHA-256 "
                code(.noTranslation) { edition.hash.hex }
            }
            span(.class("no-print")) {
                textLink(.permanentAddress, to: SitePath.edition(edition.number))
                textLink(.certificateLink, to: SitePath.certificate(edition.number))
                if edition.number > 1 {
                    textLink(.changesLink, to: SitePath.changesBetween(edition.number - 1, edition.number))
                }
                textLink(.editionsTitle, to: .editions)
            }
        }
    }

    private var contents: HTML {
        nav(.class("contents"), .ariaLabelledBy("contents-title")) {
            h2(.id("contents-title"), .class("small")) { Phrase.contents }
            ol {
                for (index, chapter) in edition.document.chapters.enumerated() {
                    li { a(.href(.fragment(chapterID(index)))) { chapter.title } }
                }
                li { a(.href(.fragment("data"))) { Phrase.dataTableTitle } }
                li { a(.href(.fragment("recipients"))) { Phrase.recipientsTitle } }
            }
        }
    }

    private func chapterID(_ index: Int) -> String { "chapter-\(index)" }

    private func chapterSection(_ chapter: Chapter, id: String) -> HTML {
        section(.ariaLabelledBy(id)) {
            h2(.id(id)) { chapter.title }
            let clauses = chapter.clauses.compactMap(edition.document.clause)
            for (index, clause) in clauses.enumerated() {
                // What is enforced in the same way is told once in a chapter.
                let same = clauses[..<index].first { $0.controls == clause.controls && void[$0.id] == nil }
                clauseRow(clause, controls: controls(of: clause), same: same?.id, void: void[clause.id])
            }
        }
    }

    private func controls(of clause: Clause) -> [Control] { clause.controls.compactMap(edition.document.control) }
}

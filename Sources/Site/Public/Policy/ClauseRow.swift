import Markup
import Policy
import Primitives
import WebCore

/// A clause under its number, which is its permanent anchor, with what enforces it in the margin.
///
/// - Parameter same: an earlier clause beside which the same controls stand.
func clauseRow(_ clause: Clause, controls: [Control], same: ClauseID?, void: VoidClause?) -> HTML {
    div(void == nil ? .class("clause") : .class("clause", "void"), .id(clause.id.rawValue)) {
        div(.class("clause-text")) {
            a(.class("clause-number"), .href(.fragment(clause.id.rawValue)), .ariaLabel(.clause(clause.id.rawValue))) {
                clause.id.rawValue
            }
            div(.class("flow")) {
                HTML.perLanguage { Markdown(clause.text[$0]).html }
            }
        }
        if let void {
            voidNote(void)
        } else if !controls.isEmpty {
            aside(.class("clause-note"), .ariaLabel(.howEnforced(clause.id.rawValue))) {
                if let same { p { a(.href(.fragment(same.rawValue))) { Phrase.enforcedAs(same.rawValue) } } }
                for control in same == nil ? controls : [] {
                    p {
                        control.description
                        if !control.link.isEmpty {
                            " "
                            a(.class("no-print"), .href(Address.page(control.segments))) {
                                Phrase.seeControl
                                span(.class("visually-hidden")) { ": \(control.link)" }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Since when a clause is void, why, and the ledger's proof of it.
private func voidNote(_ void: VoidClause) -> HTML {
    aside(.class("clause-note", "void-note"), .ariaLabel(.voidClause(void.clause.rawValue))) {
        p { statusTag(.void, .due) }
        p { Phrase.voidSince(void.since) }
        if let content = void.content { p { content.reason } }
        p {
            Phrase.voidDeclared
            " "
            time(.datetime(void.declaredAt.description)) { Phrase.moment(void.declaredAt) }
        }
        if void.content != nil {
            p(.class("no-print")) {
                textLink(.voidProof, to: SitePath.voidNotice(void.edition, void.clause.rawValue))
            }
        }
    }
}

/// The number of a clause as a link to it on the policy's page.
func clauseLink(_ clause: ClauseID) -> HTML {
    a(.class("nowrap"), .href(SitePath.policy.address(fragment: clause.rawValue))) { Phrase.clause(clause.rawValue) }
}

extension Phrase {
    fileprivate static let void = Phrase(ru: "недействителен", kk: "жарамсыз", en: "void")
}

extension Control {
    /// The parts of the link between its slashes.
    var segments: [String] { link.split(separator: "/").map(String.init) }
}

import Markup
import Policy
import Primitives
import WebCore

/// A clause under its number, which is its permanent anchor, with what enforces it in the margin.
///
/// - Parameter same: an earlier clause beside which the same controls stand.
func clauseRow(_ clause: Clause, controls: [Control], same: ClauseID?, voidSince: Day?) -> HTML {
    div(voidSince == nil ? .class("clause") : .class("clause", "void"), .id(clause.id.rawValue)) {
        div(.class("clause-text")) {
            a(.class("clause-number"), .href(.fragment(clause.id.rawValue)), .ariaLabel(.clause(clause.id.rawValue))) {
                clause.id.rawValue
            }
            div(.class("flow")) {
                HTML.perLanguage { Markdown(clause.text[$0]).html }
            }
        }
        if let day = voidSince {
            p(.class("clause-note")) { statusTag(.voidSince(day), .due) }
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

/// The number of a clause as a link to it on the policy's page.
func clauseLink(_ clause: ClauseID) -> HTML {
    a(.class("nowrap"), .href(SitePath.policy.address(fragment: clause.rawValue))) { Phrase.clause(clause.rawValue) }
}

extension Control {
    /// The parts of the link between its slashes.
    var segments: [String] { link.split(separator: "/").map(String.init) }
}

import Markup
import Primitives

/// The foot of every page: who the operator is, whose the site is (clause 1.1), which edition is in force.
func siteFooter(in context: WebContext) -> HTML {
    let identity = context.site.frame.operator
    return footer(.class("site-footer")) {
        div(.class("bar")) {
            div {
                p(.class("footer-name")) { identity.name }
                reach(identity)
                p(.class("muted")) { Phrase.exclusiveRights(identity.name) }
            }
            ul(.class("plain")) {
                if let edition = context.site.frame.edition {
                    li { textLink(.editionLine(edition), to: .policy) }
                }
                li { textLink(.editionsTitle, to: .editions) }
                li { textLink(.servicesTitle, to: .services) }
                li { textLink(.helpTitle, to: .help) }
                li { textLink(.operatorTitle, to: .operator) }
                li { textLink(.verifyTitle, to: .verify) }
            }
        }
    }
}

private func reach(_ identity: OperatorIdentity) -> HTML {
    p(.class("reach")) {
        if !identity.telephone.isEmpty {
            a(.class("nowrap"), .href(.telephone(identity.telephoneE164))) { identity.telephone }
        }
        if !identity.email.isEmpty { a(.href(.mail(identity.email))) { identity.email } }
        if !identity.site.isEmpty { span(.noTranslation) { identity.site } }
    }
}

import Markup
import Primitives

/// The whole document around a page.
package func layout(_ page: Page, in context: WebContext) -> HTML {
    html(.pageLanguage, .class("no-js")) {
        documentHead(page, in: context)
        body(page.width.attribute) {
            a(.class("skip"), .href(.fragment("main"))) { Phrase.skipToContent }
            if context.site.frame.isDemo { demoBanner }
            siteHeader(page, in: context)
            if !page.tabs.isEmpty { tabList(page.tabs) }
            main(.id("main"), .class("page"), .tabindex(-1)) {
                if page.audience == .everyone { editionNotice(in: context) }
                page.content
                p(.class("offline"), .role("status"), .data("data-offline", Phrase.offline)) { .empty }
            }
            siteFooter(in: context)
        }
    }
}

private func documentHead(_ page: Page, in context: WebContext) -> HTML {
    let site = context.site
    let path = page.switchPath ?? context.path
    return head {
        meta(.charset("utf-8"))
        meta(.metaName("viewport"), .content("width=device-width, initial-scale=1"))
        meta(.metaName("color-scheme"), .content("light dark"))
        meta(.metaName("format-detection"), .content("telephone=no"))
        if page.audience == .person { meta(.metaName("robots"), .content("noindex")) }
        title(page.title.followed(by: " · ", site.frame.operator.name))
        for name in ["site.css"] + page.styles {
            link(.rel("stylesheet"), .href(site.assets.address(of: name)))
        }
        link(.rel("stylesheet"), .media("print"), .href(site.assets.address(of: "print.css")))
        link(.rel("icon"), .mediaType("image/svg+xml"), .href(site.assets.address(of: "icon.svg")))
        if page.audience == .everyone {
            for language in Language.allCases {
                link(.rel("alternate"), .hreflang(language), .href(path.address(in: language)))
            }
            link(.rel("alternate"), .mediaType("application/atom+xml"), .href(SitePath.policyFeed))
        }
        script(site.assets.address(of: "app.js"))
        for name in page.scripts { script(site.assets.address(of: name)) }
    }
}

/// One line on the page with which a visit begins; a browser that has seen it for this edition puts it away.
private func editionNotice(in context: WebContext) -> HTML {
    guard context.arrival != nil, context.session == nil, let edition = context.site.frame.edition else {
        return .empty
    }
    return p(.class("muted", "small"), .data("data-edition-notice", "\(edition.number)")) {
        Phrase.acceptedByUse(edition.number)
        " "
        textLink(.acceptedByUseMore, to: .policy)
    }
}

private let demoBanner = aside(.class("demo"), .ariaLabel(.demoMode)) {
    details {
        summary {
            strong { Phrase.demoMode }
            " "
            Phrase.demoShort
        }
        p { Phrase.demoExplanation }
    }
}

private func tabList(_ tabs: [PageTab]) -> HTML {
    nav(.class("tabs"), .ariaLabel(.sectionNavigation)) {
        ul {
            for tab in tabs {
                li {
                    a(.href(tab.path), .ariaCurrent("page").when(tab.isCurrent)) {
                        tab.label
                        if let count = tab.count { span(.class("count")) { count } }
                    }
                }
            }
        }
    }
}

extension Page.Width {
    fileprivate var attribute: Attribute {
        switch self {
        case .reading: .class("reading")
        case .wide: .class("wide")
        case .policy: .class("policy")
        case .office: .class("office")
        }
    }
}

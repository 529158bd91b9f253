import Markup
import Primitives

/// The head of every page in one line: whose site it is, where one can go, in which language.
///
/// Where there is no room the navigation is folded into a menu, which needs no script; styles show one of the two.
func siteHeader(_ page: Page, in context: WebContext) -> HTML {
    header(.class("site-header")) {
        div(.class("bar")) {
            brand(context.site.frame.operator)
            nav(.class("main-nav"), .ariaLabel(.mainNavigation)) {
                navigation(page, in: context)
            }
            languageSwitch(page.switchPath ?? context.path)
            if let session = context.session { sessionLine(session, token: context.formToken) }
            menu(page, in: context)
        }
    }
}

/// The operator's name, or the short address of the site where the name has no room.
private func brand(_ identity: OperatorIdentity) -> HTML {
    a(.class("brand"), .href(SitePath.home)) {
        ornament
        if identity.site.isEmpty {
            span { identity.name }
        } else {
            span(.class("when-wide")) { identity.name }
            span(.class("when-narrow"), .noTranslation) { identity.shortSite }
        }
    }
}

private func menu(_ page: Page, in context: WebContext) -> HTML {
    details(.class("menu"), .data("data-closes")) {
        summary {
            icon(.menu)
            Phrase.menu
        }
        nav(.ariaLabel(.mainNavigation)) {
            navigation(page, in: context)
            if let session = context.session { sessionLine(session, token: context.formToken) }
        }
    }
}

private func navigation(_ page: Page, in context: WebContext) -> HTML {
    ul {
        navigationItem(.navPolicy, to: .policy, isCurrent: page.section == .policy)
        navigationItem(.navContacts, to: .contacts, isCurrent: page.section == .contacts)
        if context.session == nil {
            navigationItem(.navSignIn, to: .signIn, isCurrent: false)
        }
    }
}

private func navigationItem(_ label: Phrase, to path: SitePath, isCurrent: Bool) -> HTML {
    li {
        a(.href(path), .ariaCurrent("true").when(isCurrent)) { label }
    }
}

private func languageSwitch(_ path: SitePath) -> HTML {
    nav(.class("languages"), .ariaLabel(.languageSwitch)) {
        HTML.perLanguage { current in
            ul {
                for language in [Language.kk, .ru, .en] {
                    li {
                        a(
                            .href(path.address(in: language)), .lang(language), .hreflang(language),
                            .ariaCurrent("true").when(language == current)
                        ) {
                            span(.class("whole")) { language.ownName }
                            span(.class("short"), .ariaHidden) { String(language.ownName.prefix(3)) }
                        }
                    }
                }
            }
        }
    }
}

private func sessionLine(_ session: SessionLine, token: FormToken) -> HTML {
    div(.class("session-line")) {
        a(.href(session.home)) { session.label }
        postForm(to: session.signOut, token: token) {
            button(.type(.submit), .class("link-button")) { Phrase.signOut }
        }
    }
}

extension OperatorIdentity {
    /// The site's address as it is said: `example.kz`.
    fileprivate var shortSite: String { site.hasPrefix("www.") ? String(site.dropFirst(4)) : site }
}

extension Language {
    /// The language's name in itself.
    package var ownName: String {
        switch self {
        case .ru: "Русский"
        case .kk: "Қазақша"
        case .en: "English"
        }
    }
}

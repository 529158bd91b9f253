import Markup
import Primitives

/// The head of every page: whose site it is, where one can go, in which language.
func siteHeader(_ page: Page, in context: WebContext) -> HTML {
    header(.class("site-header")) {
        div(.class("bar")) {
            a(.class("brand"), .href(SitePath.home)) {
                ornament
                span { context.site.settings.operator.name }
            }
            nav(.class("main-nav"), .ariaLabel(.mainNavigation)) {
                ul {
                    navigationItem(.navPolicy, to: .policy, isCurrent: page.section == .policy)
                    navigationItem(.navContacts, to: .contacts, isCurrent: page.section == .contacts)
                    if context.session == nil {
                        navigationItem(.navSignIn, to: .signIn, isCurrent: false)
                    }
                }
            }
            languageSwitch(page.switchPath ?? context.path)
            if let session = context.session { sessionLine(session, token: context.formToken) }
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
                        ) { language.ownName }
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

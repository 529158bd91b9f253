import Markup
import Primitives

/// A page ready to be shown: what stands between header and footer, and how it is framed.
package struct Page: Sendable {
    /// The name of the page for the browser; the operator's name is put behind it.
    package var title: Phrase
    package var width: Width
    package var audience: Audience
    /// The entry of the header's navigation to which the page belongs.
    package var section: Section?
    /// Where the language switch leads when it is not this very page, as after a form was sent.
    package var switchPath: SitePath?
    /// Small scripts by their names in the assets; the page works without them.
    package var scripts: [String]
    /// Styles beside those of every page, by their names in the assets.
    package var styles: [String]
    /// A second list of links below the header, as in the account and the office.
    package var tabs: [PageTab]
    package var content: HTML

    /// How wide the page's column is.
    package enum Width: Sendable {
        /// 680 px: forms and texts.
        case reading
        /// 1,080 px: tables and pages with a margin.
        case wide
        /// A text with contents on the left and notes in the margin.
        case policy
        /// Up to 1,440 px in panes.
        case office
    }

    /// Who may see the page, which decides whether it is kept and indexed.
    package enum Audience: Sendable, Hashable {
        case everyone
        /// One person or the staff; stored nowhere.
        case person
    }

    /// Entries of the header's navigation.
    package enum Section: Sendable, Hashable { case policy, contacts, verify, register }

    package init(
        _ title: Phrase, width: Width = .reading, for audience: Audience, section: Section? = nil,
        switchPath: SitePath? = nil, scripts: [String] = [], styles: [String] = [], tabs: [PageTab] = [],
        @HTMLBuilder content: () -> HTML
    ) {
        self.title = title
        self.width = width
        self.audience = audience
        self.section = section
        self.switchPath = switchPath
        self.scripts = scripts
        self.styles = styles
        self.tabs = tabs
        self.content = content()
    }
}

/// A link of the second navigation.
package struct PageTab: Sendable {
    package let label: Phrase
    package let path: SitePath
    package let isCurrent: Bool
    /// How many wait there; nil where nothing is counted.
    package let count: Int?

    package init(_ label: Phrase, to path: SitePath, isCurrent: Bool = false, count: Int? = nil) {
        self.label = label
        self.path = path
        self.isCurrent = isCurrent
        self.count = count
    }
}

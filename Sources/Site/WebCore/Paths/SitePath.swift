import Hummingbird
import Markup
import Primitives

/// A page of the site without its language: one value for the route and for every link to it.
package struct SitePath: Hashable, Sendable {
    package let segments: [String]
    /// State of the page that stands in its address; never anything personal.
    package let query: [QueryItem]

    /// A name and a value in an address.
    package struct QueryItem: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package init(_ segments: String...) {
        self.segments = segments
        query = []
    }

    init(segments: [String], query: [QueryItem] = []) {
        self.segments = segments
        self.query = query
    }

    /// The same page with one more name and value.
    package func with(_ name: String, _ value: String) -> SitePath {
        SitePath(segments: segments, query: query + [QueryItem(name: name, value: value)])
    }

    /// The first value under a name; nil when it is not there.
    package func value(of name: String) -> String? { query.first { $0.name == name }?.value }

    /// The address in the language of the page on which it is written.
    package var address: Address { address() }

    /// The address of an element of the page or of the page in a given language.
    package func address(fragment: String? = nil, in language: Language? = nil) -> Address {
        .page(segments, query: query.map { ($0.name, $0.value) }, fragment: fragment, in: language)
    }

    /// What the router matches, inside the group of a language.
    var pattern: RouterPath { RouterPath(segments.joined(separator: "/")) }
}

extension Attribute {
    /// A page of this site.
    package static func href(_ path: SitePath) -> Attribute { .href(path.address) }

    /// The page that takes what is entered.
    package static func action(_ path: SitePath) -> Attribute { .action(path.address) }
}

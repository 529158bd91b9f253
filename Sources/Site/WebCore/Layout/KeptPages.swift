import Hummingbird
import Markup
import Primitives
import Synchronization

/// Pages for everyone as they went out last: what is read most is not rendered and hashed for each visitor.
package final class KeptPages: Sendable {
    /// What the octets of a page hang on.
    struct Key: Hashable {
        let name: [Bytes]
        let path: SitePath
        let language: Language
        let frame: Int
        let isArrival: Bool
    }

    /// Enough for the editions that are read, in all languages.
    private static let limit = 64

    private let kept = Mutex<[Key: WrittenPage]>([:])

    package init() {}

    subscript(key: Key) -> WrittenPage? { kept.withLock { $0[key] } }

    func keep(_ page: WrittenPage, as key: Key) {
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeAll() }
            kept[key] = page
        }
    }
}

extension WebContext {
    /// A page for everyone that is the same for the same name, address and language as long as the frame is.
    ///
    /// - Parameter name: of the content, such as the digest of an edition.
    package func respond(
        from pages: KeptPages, _ name: [Bytes], to request: Request, _ make: () -> Page
    ) -> Response {
        // Addresses with a query are as many as somebody makes up.
        guard session == nil, path.query.isEmpty else { return respond(make(), to: request) }
        let key = KeptPages.Key(
            name: name, path: path, language: language, frame: site.policy.revision, isArrival: arrival != nil)
        if let kept = pages[key] { return offer(kept, revision: key.frame, to: request) }
        let page = make()
        let octets = layout(page, in: self).document(in: language)
        guard isForEveryone(page) else { return respond(page, to: request) }
        let written = WrittenPage(octets, compress: site.compress)
        pages.keep(written, as: key)
        return offer(written, revision: key.frame, to: request)
    }

    /// Answers with a page that others may be given too.
    private func offer(_ written: WrittenPage, revision: Int, to request: Request) -> Response {
        // A page has one address only; others are as many as somebody makes up.
        if request.head.path == path.address.text(in: language) {
            slot?.take(OfferedAnswer(page: written, revision: revision, site: site, arrival: arrival))
        }
        return answer(written, to: request)
    }
}

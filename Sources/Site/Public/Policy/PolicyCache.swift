import Markup
import Policy
import Primitives
import Synchronization

/// Editions rendered once: they never change, and they are what is read most.
final class PolicyCache: Sendable {
    private struct Key: Hashable {
        let hash: Bytes
        let number: Int
        let isInForce: Bool
        let language: Language
    }

    /// Enough for an edition in force and a few earlier ones, in all languages.
    private static let limit = 24

    private let rendered = Mutex<[Key: HTML]>([:])

    /// The content of the page, rendered in `language`; made when it is not there yet.
    func content(of page: PolicyPage, in language: Language) -> HTML {
        let key = Key(
            hash: page.edition.hash, number: page.edition.number, isInForce: page.isInForce, language: language)
        // A page with void clauses changes without its edition.
        guard page.voidSince.isEmpty else { return page.content }
        if let ready = rendered.withLock({ $0[key] }) { return ready }
        let fresh = page.content.prerendered(in: language)
        rendered.withLock { cache in
            if cache.count >= PolicyCache.limit { cache.removeAll() }
            cache[key] = fresh
        }
        return fresh
    }
}

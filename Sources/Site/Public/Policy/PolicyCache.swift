import Markup
import Policy
import Primitives
import Synchronization

/// What was rendered once: editions never change, and they are what is read most.
final class PolicyCache: Sendable {
    private struct Key: Hashable {
        let what: [Bytes]
        let numbers: [Int]
        let isInForce: Bool
        let language: Language
    }

    /// Enough for an edition in force and a few earlier ones, in all languages.
    private static let limit = 24

    private let rendered = Mutex<[Key: HTML]>([:])

    /// The content of the page, rendered in `language`; made when it is not there yet.
    func content(of page: PolicyPage, in language: Language) -> HTML {
        // Clauses become void one after the other, and none ceases to be.
        content(
            Key(
                what: [page.edition.hash], numbers: [page.edition.number, page.void.count], isInForce: page.isInForce,
                language: language)
        ) { page.content }
    }

    /// The same for two editions that are compared; who asks for others' differences again and again is answered cheaply.
    func content(of page: ChangesPage, in language: Language) -> HTML {
        content(
            Key(
                what: [page.old.hash, page.new.hash], numbers: [page.old.number, page.new.number] + page.numbers,
                isInForce: false, language: language)
        ) { page.content }
    }

    private func content(_ key: Key, _ make: () -> HTML) -> HTML {
        if let ready = rendered.withLock({ $0[key] }) { return ready }
        let fresh = make().prerendered(in: key.language)
        rendered.withLock { cache in
            if cache.count >= PolicyCache.limit { cache.removeAll() }
            cache[key] = fresh
        }
        return fresh
    }
}

import Primitives

/// Why nothing was hashed or compared.
package enum PasswordError: Refusal, Hashable {
    /// Too many passwords are waiting for their turn.
    case busy
    /// The machine could not give the memory that one hash takes.
    case noMemory

    package var kind: RefusalKind { .unavailable }
}

/// Why a password may not be chosen; the reason is told to the person.
package enum PasswordRefusal: Refusal, Hashable {
    /// Fewer characters than the rule asks for.
    case tooShort(minimum: Int)
    /// More octets of UTF-8 than are hashed.
    case tooLong(maximumOctets: Int)
    /// Little is left of it without words, rows of keys and repetitions that everybody tries first.
    case common
    /// Little is left of it without the site's or the person's own name or address.
    case aboutYou

    package var kind: RefusalKind { .invalid }
}

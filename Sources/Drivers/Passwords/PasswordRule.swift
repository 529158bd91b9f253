/// What a password must be to be chosen, after NIST SP 800-63B: long, of any characters, and not what everybody tries.
package struct PasswordRule: Sendable {
    /// The fewest characters, counted as Unicode code points after NFKC.
    package static let minimumLength = 15
    /// The fewest different characters that must be left beside what is easy to guess.
    static let fewestFreeCharacters = 5

    private let site: [String]

    /// - Parameter site: names an attacker would try here: the operator, the product, the host.
    package init(site: [String]) {
        self.site = site
    }

    /// Takes a password that a person wants to set.
    ///
    /// - Parameter person: names and addresses of this person; each is refused as a part that counts.
    package func accept(_ entered: String, person: [String]) throws(PasswordRefusal) -> Password {
        guard let password = Password(entered) else { throw .tooLong(maximumOctets: Password.maximumOctets) }
        guard password.length >= Self.minimumLength else { throw .tooShort(minimum: Self.minimumLength) }
        var guessable = GuessableParts(of: password.text)
        guessable.coverRowsAndRuns()
        guessable.cover(words: CommonWords.all)
        guard guessable.freeCharacters >= Self.fewestFreeCharacters else { throw .common }
        guessable.cover(words: Self.parts(of: site + person))
        guard guessable.freeCharacters >= Self.fewestFreeCharacters else { throw .aboutYou }
        return password
    }

    /// Whole names and the words in them: `aru.k@example.kz` gives itself, `example` and nothing shorter than four.
    private static func parts(of names: [String]) -> [String] {
        names.flatMap { name in
            [name] + name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        .filter { $0.count >= 4 }
    }
}

import Crypto
import Primitives

/// What the certificate of a publication says; the entry about it in the ledger holds its SHA-256. It names no person.
package struct CertificateContent: Codable, Hashable, Sendable {
    /// `saqta-certificate-1`
    package let schema: String
    package let `operator`: Publisher
    /// The title of the policy.
    package let title: Phrase
    /// The number of the edition.
    package let edition: Int
    /// RFC 3339, UTC.
    package let inForceSince: String
    /// SHA-256 of the edition's canonical form, hexadecimal.
    package let sha256: String
    package let texts: [Text]
    /// nil for editions from before it was kept.
    package let manner: Manner?
    /// nil where nobody proposed it, as when the server published by itself.
    package let proposed: Half?
    package let published: Half
    /// nil where it was not published single-handed.
    package let singleHanded: SingleHanded?
    /// When it was certified, where that was later than the publication; RFC 3339, UTC.
    package let certifiedAt: String?

    /// Whose policy it is.
    package struct Publisher: Codable, Hashable, Sendable {
        package let name: Phrase
        package let iinOrBin: String
        package let site: String
    }

    /// The text in one language.
    package struct Text: Codable, Hashable, Sendable {
        package let language: Language
        /// SHA-256 of the Markdown, hexadecimal.
        package let sha256: String
    }

    /// Who put it in force.
    package struct Manner: Codable, Hashable, Sendable {
        /// A ``PublicationManner``.
        package let code: String
        package let words: Phrase
    }

    /// One half of the act of two.
    package struct Half: Codable, Hashable, Sendable {
        /// The role in which somebody did it; nil for the server by itself.
        package let role: RoleID?
        /// RFC 3339, UTC.
        package let at: String
    }

    /// One person did both halves.
    package struct SingleHanded: Codable, Hashable, Sendable {
        /// The mark.
        package let words: Phrase
        /// The wait between the halves that the policy asked for, in seconds; nil for editions from before it was kept.
        package let waitSeconds: Int?
        /// How long it was, in whole seconds.
        package let keptSeconds: Int?
    }

    /// - Parameters:
    ///   - role: of who published; nil for the server by itself.
    ///   - proposal: the first half; nil where there was none.
    ///   - certified: when, where that is later.
    package init(_ edition: Edition, by role: RoleID?, after proposal: FirstHalf? = nil, certified: Instant? = nil) {
        let policy = edition.document
        let since = edition.inForceSince
        schema = Self.schema
        `operator` = Publisher(
            name: policy.operatorRecord.name, iinOrBin: policy.operatorRecord.iinOrBin,
            site: policy.operatorRecord.site)
        title = policy.title
        self.edition = edition.number
        inForceSince = since.description
        sha256 = edition.hash.hex
        texts = policy.languages.map { Text(language: $0, sha256: policy.textHash(in: $0).hex) }
        manner = edition.manner.map { Manner(code: $0.rawValue, words: $0.words) }
        proposed = proposal.map { Half(role: $0.role, at: $0.at.description) }
        published = Half(role: role, at: since.description)
        singleHanded =
            edition.manner == .singleHanded
            ? SingleHanded(
                words: .singleHanded, waitSeconds: proposal?.wait?.seconds,
                keptSeconds: proposal.map { (since - $0.at).seconds }) : nil
        certifiedAt = certified?.description
    }

    /// The first half of the act of two.
    package struct FirstHalf: Sendable {
        let role: RoleID
        let at: Instant
        /// How long one person alone had to wait then.
        let wait: Term?

        package init(by role: RoleID, at: Instant, wait: Term?) {
            self.role = role
            self.at = at
            self.wait = wait
        }
    }

    private static let schema = "saqta-certificate-1"
}

extension CertificateContent {
    /// JSON after RFC 8785.
    package func canonical() throws -> Bytes { try CanonicalJSON.encode(self) }

    /// SHA-256 of it, as the entry holds it.
    package func digest() throws -> Bytes { Bytes(SHA256.hash(data: try canonical())) }
}

extension Phrase {
    /// The mark of an act of two of which one person did both halves, wherever it is shown.
    package static let singleHanded = Phrase(ru: "в одиночку", kk: "жалғыз өзі", en: "single-handed")
}

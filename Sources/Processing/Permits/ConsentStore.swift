import Policy
import Primitives
import Storage

/// One act of giving or withdrawing a consent. Rows are only added.
package struct ConsentRow: Sendable {
    package let id: Identifier<ConsentRow>
    package let consent: ConsentID
    /// False when the row withdraws it.
    package let isGiven: Bool
    package let edition: Int
    package let language: Language
    /// SHA-256 of the exact text shown.
    package let textHash: Bytes
    /// The exact text shown, sealed; where there is a wording, what stands in its gap.
    let text: Bytes
    /// What of the text is the same for everybody; nil in rows of earlier programmes, and where the text is lost.
    let wording: KeptWording?
    package let at: Instant
    /// When it ends by itself; nil for a withdrawal, and in rows of earlier programmes.
    package let endsAt: Instant?
    /// In which way it was given or withdrawn; nil in rows of earlier programmes.
    package let manner: ConsentManner?

    /// The exact text shown, to be opened for a permit; what is opened fits ``textHash``.
    package var shown: SealedItem {
        SealedItem(
            text, label: "consent \(id)", in: .record, filling: wording.map { Gap(wording: $0.text, hash: textHash) })
    }
}

/// A consent that is in force.
package struct StandingConsent: Sendable, Hashable {
    /// Under which it was given.
    package let edition: Int
    package let since: Instant
    /// When it ends by itself.
    package let until: Instant?
}

/// How a consent was given or withdrawn. The raw values stand in the database.
package enum ConsentManner: String, Sendable, CaseIterable {
    /// With the first form of a registration.
    case form
    /// In the account.
    case account
    /// Through a connected programme.
    case programme
    /// By staff, at the person's word.
    case staff
    /// On a request that came by another way than the account, withdrawn by whoever answers for the data.
    case request
    /// At the counter: by a code on a device of the person's own, which staff entered.
    case counter
    /// At the counter: signed on paper, of which a picture is among the person's documents.
    case paper
    /// Taken from the ledger after a restore of older data; the text that was shown is lost.
    case ledger

    /// What the entry tells of a consent that staff entered.
    var note: [String: String] {
        switch self {
        case .counter: ["with": "code"]
        case .paper: ["with": "paper"]
        case .request: ["with": "request"]
        default: [:]
        }
    }

    init(_ actor: Actor) {
        self =
            if actor.client != nil { .programme } else if actor.role == .visitor { .form } else if actor.isOwn {
                .account
            } else { .staff }
    }
}

/// The history of consents, in an open transaction.
package struct ConsentStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// All rows of a person, the oldest first.
    package func history(of subject: SubjectID) throws(StorageError) -> [ConsentRow] {
        let rows = try transaction.rows(
            """
            SELECT c.id, c.consent, c.given, c.edition, c.language, c.text_hash, c.text, c.at, c.ends_at, c.manner,
                   c.wording, w.text
            FROM consent c LEFT JOIN consent_wording w ON w.digest = c.wording
            WHERE c.subject_id = \(subject) ORDER BY c.at, c.id
            """)
        return try rows.map { row throws(StorageError) in
            let wording = try row.bytesIfAny(10)
            return ConsentRow(
                id: try row.identifier(0), consent: ConsentID(try row.text(1)), isGiven: try row.bool(2),
                edition: Int(try row.int(3)), language: Language(rawValue: try row.text(4)) ?? .ru,
                textHash: try row.bytes(5), text: try row.bytes(6),
                wording: try wording.map { digest throws(StorageError) in
                    KeptWording(digest: digest, text: try row.textIfAny(11) ?? "")
                }, at: try row.instant(7),
                endsAt: try row.instantIfAny(8), manner: try row.textIfAny(9).flatMap(ConsentManner.init))
        }
    }

    /// The consents in force, and the edition under which each was given. What was shown is not read.
    package func inForce(of subject: SubjectID, at now: Instant, under book: PolicyBook) throws -> [ConsentID: Int] {
        try standing(of: subject, at: now, under: book).mapValues(\.edition)
    }

    /// The consents in force.
    package func standing(
        of subject: SubjectID, at now: Instant, under book: PolicyBook
    ) throws -> [ConsentID: StandingConsent] {
        try standing(try askStanding(of: subject), at: now, under: book)
    }

    /// Asks for what the consents in force are made out from, with what is asked next.
    func askStanding(of subject: SubjectID) throws(StorageError) -> Asked {
        try transaction.ask(
            "SELECT consent, given, edition, at, ends_at FROM consent WHERE subject_id = \(subject) ORDER BY at, id")
    }

    /// What ``askStanding(of:)`` asked for.
    ///
    /// One whose term is over has ended by itself (Law 94-V, art. 8(4)(3)). Earlier programmes kept no end: it is that of
    /// the edition under which it was given.
    func standing(
        _ asked: Asked, at now: Instant, under book: PolicyBook
    ) throws -> [ConsentID: StandingConsent] {
        let rows = try asked.rows()
        var found: [ConsentID: StandingConsent] = [:]
        for row in rows {
            let consent = ConsentID(try row.text(0))
            guard try row.bool(1) else {
                found[consent] = nil
                continue
            }
            let (edition, since) = (Int(try row.int(2)), try row.instant(3))
            let end = try row.instantIfAny(4) ?? book.end(of: edition, givenAt: since, in: transaction)
            found[consent] =
                end.map { $0 > now } == false
                ? nil : StandingConsent(edition: edition, since: since, until: end)
        }
        return found
    }

    /// The newest edition under which a person has ever given a consent, withdrawn since or not; nil when never.
    package func newestGiven(_ consent: ConsentID, of subject: SubjectID) throws(StorageError) -> Int? {
        try transaction.row(
            """
            SELECT MAX(edition) FROM consent
            WHERE subject_id = \(subject) AND consent = \(consent.rawValue) AND given = 1
            """)?.intIfAny(0).map(Int.init)
    }

    /// When a consent was withdrawn; nil where the newest row of it gives it, and where there is none.
    package func withdrawnAt(_ consent: ConsentID, of subject: SubjectID) throws(StorageError) -> Instant? {
        let newest = try transaction.row(
            """
            SELECT given, at FROM consent WHERE subject_id = \(subject) AND consent = \(consent.rawValue)
            ORDER BY at DESC, id DESC LIMIT 1
            """)
        guard let newest, try !newest.bool(0) else { return nil }
        return try newest.instant(1)
    }

    /// Adds a row. It is later than the person's newest one whatever the clock says, so that none is overtaken.
    func append(_ row: ConsentRow, of subject: SubjectID) throws(StorageError) {
        let newest = try transaction.row("SELECT MAX(at) FROM consent WHERE subject_id = \(subject)")?.instantIfAny(0)
        let at = newest.map { max(row.at, $0 + Span(microseconds: 1)) } ?? row.at
        let end = row.endsAt.map { $0 + (at - row.at) }
        try transaction.send(
            """
            INSERT INTO consent
                (subject_id, id, consent, given, edition, language, text_hash, text, at, ends_at, manner, wording)
            VALUES (\(subject), \(row.id), \(row.consent.rawValue), \(row.isGiven), \(row.edition),
                    \(row.language.rawValue), \(row.textHash), \(row.text), \(at), \(end),
                    \(row.manner?.rawValue), \(row.wording?.digest))
            """)
    }
}

import Permits
import Policy
import Primitives
import Storage

/// The texts of pages, written by the operator's administrators.
package struct PageDesk: Sendable {
    let gate: Gate
    let isAdministrator: @Sendable (Actor, any Transaction) throws -> Bool
    let time: TimeSource

    /// The longest text, in octets.
    package static let longest = 65_536

    /// - Parameter isAdministrator: whether somebody may write, asked in the transaction of the change.
    package init(
        gate: Gate, isAdministrator: @escaping @Sendable (Actor, any Transaction) throws -> Bool, time: TimeSource
    ) {
        self.gate = gate
        self.isAdministrator = isAdministrator
        self.time = time
    }

    /// What a page shows; nil where nothing was written, or it was taken back.
    package func shown(_ page: SitePage) async throws -> PageText? {
        let newest = try await revisions(of: page, limit: 1).first
        return newest?.isEmpty == false ? newest : nil
    }

    /// The newest revisions of a page, the newest first.
    package func revisions(of page: SitePage, limit: Int = 20) async throws -> [PageText] {
        try await gate.look { try Self.revisions(of: page, limit: limit, in: $0) }
    }

    /// Saves the text of a page as its next revision; nothing in any language gives back what the page shows by itself.
    ///
    /// - Parameter seen: ``PageText/mark(of:)`` of the text as it was shown.
    /// - Throws: ``PageTextRefusal``; nothing is saved then.
    package func save(_ page: SitePage, _ text: Phrase, seen: Bytes, by actor: Actor) async throws {
        let text = try Self.checked(text)
        let now = time.now
        try await gate.perform { [self] transaction in
            guard try isAdministrator(actor, transaction) else { throw PageTextRefusal.notAdministrator }
            let held = try Self.revisions(of: page, limit: 1, in: transaction).first
            guard try PageText.mark(of: held?.text) == seen else { throw PageTextRefusal.changedMeanwhile }
            guard held?.text != text else { return }
            let revision = (held?.revision ?? 0) + 1
            let content = String(decoding: try CanonicalJSON.encode(text), as: UTF8.self)
            let added = try transaction.run(
                """
                INSERT INTO site_page (name, revision, content, saved_by, saved_at)
                VALUES (\(page.rawValue), \(revision), \(content), \(actor.person), \(now)) ON CONFLICT DO NOTHING
                """)
            guard added == 1 else { throw PageTextRefusal.changedMeanwhile }
            try gate.appendOperation(
                "save_page", by: actor,
                note: ["page": page.rawValue, "revision": "\(revision)", "text": try PageText.mark(of: text).hex],
                in: transaction)
        }
    }

    private static func checked(_ text: Phrase) throws(PageTextRefusal) -> Phrase {
        let lines = Phrase(ru: text.ru.asLines, kk: text.kk.asLines, en: text.en.asLines)
        let missing = Language.allCases.filter { lines[$0].allSatisfy(\.isWhitespace) }
        if missing.count == Language.allCases.count { return Phrase(ru: "", kk: "", en: "") }
        if let first = missing.first { throw .incomplete(first) }
        guard Language.allCases.allSatisfy({ lines[$0].utf8.count <= longest }) else { throw .tooLong }
        return lines
    }

    private static func revisions(
        of page: SitePage, limit: Int, in transaction: any Transaction
    ) throws -> [PageText] {
        try transaction.rows(
            """
            SELECT revision, content, saved_by, saved_at FROM site_page
            WHERE name = \(page.rawValue) ORDER BY revision DESC LIMIT \(limit)
            """
        ).map { row in
            PageText(
                page: page, revision: Int(try row.int(0)),
                text: try CanonicalJSON.decode(Phrase.self, from: Bytes(try row.text(1).utf8)),
                savedBy: try row.identifierIfAny(2), savedAt: try row.instant(3))
        }
    }
}

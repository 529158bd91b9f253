import Permits
import Primitives
import Storage

/// A text from which staff answer, in every language; nothing personal in it.
package struct ReplyTemplate: Sendable, Hashable {
    package let id: Identifier<ReplyTemplate>
    /// How staff call it.
    package let name: String
    package let words: Phrase

    package init(id: Identifier<ReplyTemplate>, name: String, words: Phrase) {
        self.id = id
        self.name = name
        self.words = words
    }

    /// How long name and text may be, in characters.
    package static let longestName = 80
    /// How many there may be.
    static let most = 100
}

extension ThreadDesk {
    /// All templates, by name.
    package func templates() async throws -> [ReplyTemplate] {
        try await gate.look { transaction in
            try transaction.rows("SELECT id, name, ru, kk, en FROM reply_template").map {
                row throws(StorageError) in
                ReplyTemplate(
                    id: try row.identifier(0), name: try row.text(1),
                    words: Phrase(ru: try row.text(2), kk: try row.text(3), en: try row.text(4)))
            }.sorted { ($0.name, $0.id.bytes.hex) < ($1.name, $1.id.bytes.hex) }
        }
    }

    /// Keeps a template, new or changed.
    ///
    /// - Parameter id: nil for a new one.
    /// - Throws: ``ThreadsRefusal/incompleteTemplate``, ``ThreadsRefusal/longWords``, ``ThreadsRefusal/noTemplate``,
    ///   ``ThreadsRefusal/tooManyTemplates``.
    @discardableResult
    package func keep(
        _ id: Identifier<ReplyTemplate>?, name: String?, _ words: [Language: String]
    ) async throws -> Identifier<ReplyTemplate> {
        guard let name, let ru = words[.ru], let kk = words[.kk], let en = words[.en] else {
            throw ThreadsRefusal.incompleteTemplate
        }
        guard name.count <= ReplyTemplate.longestName,
            [ru, kk, en].allSatisfy({ $0.count <= ThreadMessage.mostCharacters })
        else { throw ThreadsRefusal.longWords }
        let (new, now) = (Identifier<ReplyTemplate>(from: randomness), time.now)
        return try await gate.perform { transaction in
            if let id {
                let changed = try transaction.run(
                    """
                    UPDATE reply_template SET name = \(name), ru = \(ru), kk = \(kk), en = \(en), at = \(now)
                    WHERE id = \(id)
                    """)
                guard changed == 1 else { throw ThreadsRefusal.noTemplate }
                return id
            }
            guard try transaction.count("SELECT count(*) FROM reply_template") < ReplyTemplate.most else {
                throw ThreadsRefusal.tooManyTemplates
            }
            try transaction.run(
                """
                INSERT INTO reply_template (id, name, ru, kk, en, at)
                VALUES (\(new), \(name), \(ru), \(kk), \(en), \(now))
                """)
            return new
        }
    }

    package func delete(_ id: Identifier<ReplyTemplate>) async throws {
        try await gate.perform { try $0.run("DELETE FROM reply_template WHERE id = \(id)") }
    }
}

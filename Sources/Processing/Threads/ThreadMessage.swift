import Permits
import Policy
import Primitives
import Storage

/// Something written in a thread, as its row tells without a key.
package struct ThreadMessage: Sendable {
    package let id: Identifier<ThreadMessage>
    package let way: ThreadWay
    package let direction: ThreadDirection
    /// Put down by staff, not written by the person.
    package let isByStaff: Bool
    package let at: Instant
    /// Sealed under the person's key.
    let words: Bytes

    /// How long one may be, in characters.
    package static let mostCharacters = 4_000

    /// What is bound into the sealed words.
    static func label(of id: Identifier<ThreadMessage>) -> String { "thread message \(id)" }

    var sealed: SealedItem { SealedItem(words, label: Self.label(of: id), in: .threads) }

    static func field(isByStaff: Bool) -> FieldNumber { isByStaff ? .replyWords : .messageWords }
}

/// Something written in a thread, opened.
package struct OpenMessage: Sendable {
    package let message: ThreadMessage
    package let words: PersonalData<String>

    static func opened(_ messages: [ThreadMessage], _ words: [PersonalData<Bytes>]) -> [OpenMessage] {
        zip(messages, words).map { OpenMessage(message: $0, words: $1.map { String(decoding: $0, as: UTF8.self) }) }
    }
}

extension ThreadMessage {
    init(row: Row) throws(StorageError) {
        guard let way = ThreadWay(rawValue: try row.text(1)),
            let direction = ThreadDirection(rawValue: try row.text(2))
        else { throw .unexpected("thread message row") }
        self.init(
            id: try row.identifier(0), way: way, direction: direction, isByStaff: try row.bool(3),
            at: try row.instant(4), words: try row.bytes(5))
    }
}

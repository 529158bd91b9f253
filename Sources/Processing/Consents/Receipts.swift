import Crypto
import Ledger
import Permits
import Policy
import Primitives
import Storage

/// Makes receipts: when asked for, with a proof from the next checkpoint.
package struct Receipts: Sendable {
    let gate: Gate
    let ledger: LedgerReader
    let operatorAddress: String?
    /// The kinds of the documents that a person has sent and that are not destroyed.
    let documentsHeld: @Sendable (SubjectID, any Transaction) throws -> [DocumentKindID]
    let time: TimeSource
    /// Waits until the sequencer has worked once more.
    let nextCheckpoint: @Sendable () async throws -> Void

    package init(
        gate: Gate, ledger: LedgerReader, operatorAddress: String?,
        documentsHeld: @escaping @Sendable (SubjectID, any Transaction) throws -> [DocumentKindID], time: TimeSource,
        nextCheckpoint: @escaping @Sendable () async throws -> Void
    ) {
        self.gate = gate
        self.ledger = ledger
        self.operatorAddress = operatorAddress
        self.documentsHeld = documentsHeld
        self.time = time
        self.nextCheckpoint = nextCheckpoint
    }

    /// A receipt of all that a person has given and withdrawn, the oldest first, in their language.
    ///
    /// - Parameter record: the number of their registration.
    package func receipt(of subject: SubjectID, record: String, language: Language, session: Bytes) async throws
        -> Receipt
    {
        let actor = Actor.subject(subject, session: session)
        let rows = try await gate.look { try ConsentStore($0).history(of: subject) }
        let texts = try await gate.read(Ask(.takeReceipt, by: actor, on: subject, for: .rights)) { _ in
            rows.map(\.shown)
        }
        let (person, documents, edition, editions) = try await gate.look { [gate, documentsHeld] transaction in
            (
                try SubjectStore(transaction).find(subject),
                try documentsHeld(subject, transaction), try gate.book.inForce(in: transaction),
                try Set(rows.map(\.edition)).reduce(into: [Int: Edition]()) { editions, number in
                    editions[number] = try gate.book.edition(number, in: transaction)
                }
            )
        }
        let content = ReceiptContent(
            of: person?.registrant ?? .person, record: record, language: language, at: time.now, edition: edition,
            address: edition.document.operatorRecord.postalAddress(configured: operatorAddress),
            consents: zip(rows, texts).map { ($0, String(decoding: $1.reveal(), as: UTF8.self)) }, editions: editions,
            fields: try person?.fieldsHeld ?? [], documents: documents)
        let digest = Bytes(SHA256.hash(data: try content.canonical()))

        let sealer = try await gate.sealer(for: subject)
        let id = try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(.takeReceipt, by: actor, on: subject, for: .rights, caseID: record), sealer: sealer, in: transaction
            )
            return try permit.note(digest: digest, in: transaction)
        }
        let (entry, opening) = try await gate.evidence(of: id, about: subject)
        return Receipt(
            content: content, entry: entry, opening: opening, subject: subject,
            proof: try await ledger.proof(of: id, nextCheckpoint))
    }
}

import Documents
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Files of threads: they come as scans do, sealed and looked at by the imaging process, and are shown as pictures of pages.
package struct ThreadFiles: Sendable {
    let registrar: Registrar
    let time: TimeSource
    let randomness: Randomness

    package init(registrar: Registrar, time: TimeSource, randomness: Randomness) {
        self.registrar = registrar
        self.time = time
        self.randomness = randomness
    }

    /// Whether a thread takes files, as this room tells the documents room: one of somebody with an account, that is open.
    @Sendable package static func standing(
        of subject: SubjectID, in thread: CorrespondenceID, _ transaction: any Transaction
    ) throws -> UploadStanding {
        guard let row = try row(thread, of: subject, transaction), row.takesFiles else {
            return UploadStanding(.closed, since: Instant(microseconds: 0), caseID: nil)
        }
        return UploadStanding(.thread, since: row.createdAt, caseID: row.caseID)
    }

    /// A file has come: the operator has to answer the person's, and the person is told of the operator's. The entry is that
    /// of the document.
    @Sendable package func arrived(
        _ file: DocumentRow, by actor: Actor, _ sealer: Sealer, _ transaction: any Transaction
    ) throws {
        guard let thread = file.thread, let row = try Self.row(thread, of: file.subject, transaction) else { return }
        let (now, store) = (time.now, ThreadStore(transaction))
        guard file.isByStaff else {
            return try store.update(
                row, .waiting, since: row.state == .waiting ? row.since : now, lastAt: now, isUnread: row.isUnread)
        }
        try store.update(row, row.state, since: row.since, lastAt: now, isUnread: true)
        let registrations = RegistrationStore(transaction)
        guard let registration = try registrations.find(row.subject) else { return }
        try registrar.tell(
            .messageWaits, about: registration, contacts: try registrations.contacts(of: row.subject), sealer: sealer,
            id: Identifier(from: randomness), in: transaction)
    }

    private static func row(
        _ thread: CorrespondenceID, of subject: SubjectID, _ transaction: any Transaction
    ) throws(StorageError) -> ThreadRow? {
        try ThreadStore(transaction).all(of: subject).first { $0.correspondence == thread }
    }
}

extension ThreadRow {
    /// What the documents room calls it.
    package var correspondence: CorrespondenceID { CorrespondenceID(of: id.bytes) }

    /// Whether files may be sent in it.
    package var takesFiles: Bool { purpose == .contact && (state == .waiting || state == .answered) }
}

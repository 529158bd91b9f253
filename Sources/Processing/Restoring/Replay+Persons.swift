import Access
import Consents
import Documents
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import Staffing
import Storage

extension Replay {
    /// Does again what an entry says of a person.
    ///
    /// - Returns: on how much of theirs, most often on one thing; 0 when it is so already, or cannot be.
    func doAgain(_ placed: PlacedEntry, on subject: SubjectID) async throws -> Int {
        let sealer: Sealer
        do {
            sealer = try await gate.sealer(for: subject)
        } catch let refusal as GateRefusal where refusal.reason == .noSubject {
            return 0
        }
        let (entry, now) = (placed.entry, time.now)
        return try await gate.perform { [gate, consents, erasure, terms] transaction in
            try transaction.lock(subject, .exclusive)
            if entry.act == Act.withdrawConsent.rawValue, !entry.switchesNotices {
                let withdrawn = try gate.withdrawAgain(
                    placed, of: subject, sealer: sealer, text: Self.lostText, in: transaction)
                guard let withdrawn else { return 0 }
                let given = try gate.book.edition(withdrawn.edition, in: transaction)
                if let item = given?.document.consent(withdrawn.consent) {
                    try consents.follow(
                        item, try gate.book.inForce(in: transaction), subject, at: entry.at, in: transaction)
                }
                return 1
            }
            if entry.act == Act.archive.rawValue {
                return try gate.archiveAgain(placed, of: subject, sealer: sealer, steps: erasure, in: transaction)
                    ? 1 : 0
            }
            if entry.givesMain {
                return try gate.keepAgain(placed, of: subject, sealer: sealer, in: transaction) ? 1 : 0
            }
            if Act(rawValue: entry.act).map(Self.losing.contains) ?? false {
                return try loseAgain(placed, of: subject, sealer: sealer, in: transaction)
            }
            let isDone =
                switch entry.act {
                case Act.hold.rawValue: try HoldStore(transaction).holdAgain(placed, of: subject, at: now)
                case Act.releaseHold.rawValue: try HoldStore(transaction).releaseAgain(entry, of: subject)
                case Act.block.rawValue, Act.unblock.rawValue:
                    try RequestStore(transaction).blockAgain(
                        entry.act == Act.block.rawValue, subject, since: entry.at,
                        isOwn: entry.role == RoleID.subject.rawValue, request: entry.note["request"].flatMap { Int($0) }
                    )
                case Act.endRepresentation.rawValue:
                    try RepresentationStore(transaction).endAgain(
                        entry.note["representation"].flatMap { Identifier($0) },
                        entry.note["kind"].flatMap { RepresentationRow.Kind(rawValue: $0) }, of: subject, at: entry.at)
                case Act.request.rawValue:
                    try RequestStore(transaction).receiveAgain(entry, of: subject, terms: terms) { id in
                        let language = try Self.language(of: subject, in: transaction)
                        return try sealer.seal(Self.lostWords[language], as: .words, of: id)
                    }
                case Act.objection.rawValue:
                    try RegistrationStore(transaction).objectAgain(
                        entry, of: subject, under: gate.book, calendars: terms.calendars
                    ) { number in
                        let language = try Self.language(of: subject, in: transaction)
                        return try sealer.seal(Self.lostReasons[language], as: .objection, of: number)
                    }
                case Act.confirmContact.rawValue:
                    try entry.note["channel"].flatMap(Channel.init(rawValue:)).map { channel in
                        try AddressBook(gate).remove(channel.field, of: subject, in: transaction)
                        return try RegistrationStore(transaction).endReplaced(channel, of: subject, before: entry.at)
                    } ?? false
                case Act.withdrawConsent.rawValue: try EditionNotices.stopAgain(subject, at: now, in: transaction)
                case Act.revokeRole.rawValue:
                    try entry.note["role"].map {
                        try StaffStore(transaction).takeAgain(RoleID($0), from: subject, at: now)
                    } ?? false
                default: try StaffStore(transaction).takeAgain(nil, from: subject, at: now)
                }
            if isDone { try gate.appendReplayed(placed, of: subject, sealer: sealer, in: transaction) }
            return isDone ? 1 : 0
        }
    }

    /// - Returns: how many documents or fields were destroyed, or values found that are not corrected any more.
    private func loseAgain(
        _ placed: PlacedEntry, of subject: SubjectID, sealer: Sealer, in transaction: any Transaction
    ) throws -> Int {
        let entry = placed.entry
        switch entry.act {
        case Act.destroyField.rawValue:
            return try gate.destroyAgain(placed, of: subject, sealer: sealer, in: transaction) { field in
                try RegistrationStore(transaction).forget(field, of: subject)
            }
        case Act.acceptCorrection.rawValue:
            // The value is in no ledger; the data that know of it have a row that ties the entry to its person.
            return try LedgerStore(transaction).owner(of: entry.id) == nil ? 1 : 0
        default:
            let destroyed = try DocumentStore(transaction).destroyAgain(entry, of: subject, at: time.now)
            if destroyed > 0 { try gate.appendReplayed(placed, of: subject, sealer: sealer, in: transaction) }
            return destroyed
        }
    }

    private static func language(of subject: SubjectID, in transaction: any Transaction) throws -> Language {
        try SubjectStore(transaction).find(subject)?.language ?? .ru
    }

    /// Stands in place of the text that the person was shown.
    private static let lostText = Phrase(
        ru:
            "Отзыв восстановлен по журналу: данные возвращены из более старой резервной копии. Показанный тогда текст не сохранился, его SHA-256 указан ниже.",
        kk:
            "Кері қайтарып алу журнал бойынша қалпына келтірілді: деректер ескірек резервтік көшірмеден алынған. Сонда көрсетілген мәтін сақталмаған, оның SHA-256 мәні төменде.",
        en:
            "The withdrawal was restored from the ledger: the data were put back from an older backup. The text shown then is lost; its SHA-256 stands below."
    )

    /// Stands in place of the words that a person wrote in a request.
    private static let lostWords = Phrase(
        ru:
            "Обращение восстановлено по журналу: данные возвращены из более старой резервной копии, текст обращения не сохранился. Его нужно узнать у заявителя заново.",
        kk:
            "Өтініш журнал бойынша қалпына келтірілді: деректер ескірек резервтік көшірмеден алынған, өтініш мәтіні сақталмаған. Оны өтініш берушіден қайта сұрау керек.",
        en:
            "This request was restored from the ledger: the data were put back from an older backup, and its text is lost. It has to be asked for again."
    )

    /// Stands in place of the words that a person wrote with an objection.
    private static let lostReasons = Phrase(
        ru:
            "Возражение восстановлено по журналу: данные возвращены из более старой резервной копии, его слова не сохранились. Их нужно узнать у заявителя заново.",
        kk:
            "Қарсылық журнал бойынша қалпына келтірілді: деректер ескірек резервтік көшірмеден алынған, оның сөздері сақталмаған. Оларды өтініш берушіден қайта сұрау керек.",
        en:
            "This objection was restored from the ledger: the data were put back from an older backup, and its words are lost. They have to be asked for again."
    )
}

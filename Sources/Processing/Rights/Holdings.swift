import Documents
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage

/// What is held about a person, as the rows tell, still sealed.
struct Holdings: Sendable {
    let registration: RegistrationRow
    let language: Language
    let edition: Edition
    let fields: [FieldNumber]
    let documents: [DocumentRow]
    let consents: [ConsentRow]
    let requests: [(row: RequestRow, texts: [(text: RequestText, sealed: SealedItem)])]
    let texts: [(kind: CaseText, sealed: SealedItem)]
    let block: SubjectBlock?
    /// Of the other rooms.
    let others: [Holding]

    /// What the machine reads off documents and keeps with them.
    static let read: [FieldNumber] = [.readIIN, .readDocumentNumber, .readBirthDate, .readExpiryDate, .readNames]

    /// - Throws: ``RightsRefusal/noCase``.
    init(
        of subject: SubjectID, rooms: [HoldingStep], editions: PolicyBook, in transaction: any Transaction
    ) throws {
        let registrations = RegistrationStore(transaction)
        guard let registration = try registrations.find(subject),
            let person = try SubjectStore(transaction).find(subject)
        else { throw RightsRefusal.noCase }
        let store = RequestStore(transaction)
        self.registration = registration
        language = person.language
        edition = try editions.inForce(in: transaction)
        fields = try person.fieldsHeld
        documents = try DocumentStore(transaction).all(of: subject)
        consents = try ConsentStore(transaction).history(of: subject)
        requests = try store.all(of: subject).reversed().map { ($0, try store.texts(of: $0)) }
        texts = try registrations.texts(CaseText.allCases, of: registration)
        block = try store.block(of: subject)
        others = try rooms.flatMap { try $0(subject, transaction) }
    }

    /// Those that were received whole and are still there.
    var whole: [DocumentRow] { documents.filter { $0.blob != nil && $0.digest != nil } }

    /// All fields that are opened.
    var named: [FieldNumber] {
        fields + requests.flatMap(\.texts).map(\.text.field) + texts.map(\.kind.field)
            + others.compactMap(\.text?.field)
    }

    /// All kinds of document that are opened.
    var kinds: [DocumentKindID] { Set(documents.map(\.kind)).sorted() }

    /// All texts that are opened, in the order in which ``content(record:texts:readings:leftOut:history:at:)`` takes them.
    var sealed: [SealedItem] {
        consents.map(\.shown)
            + requests.flatMap(\.texts).map(\.sealed) + texts.map(\.sealed) + others.compactMap(\.text?.sealed)
    }

    /// What the documents are called in the archive, in the order in which they came.
    var names: [DocumentID: String] {
        let names = whole.enumerated().map { index, document in
            let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
            return (document.id, "documents/\(number)-\(document.kind).\(document.type?.rawValue ?? "bin")")
        }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    /// The content of a copy.
    ///
    /// - Parameter opened: the texts of ``sealed``, opened.
    func content(
        record: OpenRecord, texts opened: [String], readings: [DocumentID: PersonalData<DocumentReading>],
        leftOut: [String: String], history: [LedgerEntry], at now: Instant
    ) -> CopyContent {
        var opened = opened[...]
        func next() -> String { opened.popFirst() ?? "" }
        let consents = consents.map { CopyContent.Consent($0, text: next()) }
        let requests = requests.map { request in
            CopyContent.Request(
                request.row, Dictionary(uniqueKeysWithValues: request.texts.map { ($0.text, next()) }))
        }
        let texts = texts.map { CopyContent.Text(kind: $0.kind.rawValue, text: next()) }
        let others = others.map { one in
            (one.kind, one.text == nil ? one.facts : one.facts.merging(["text": next()]) { $1 })
        }
        let names = names
        return CopyContent(
            madeAt: now.description, operator: CopyContent.Operator(edition.document),
            registration: CopyContent.Registration(registration), language: language.rawValue,
            fields: fields.compactMap { field in
                guard let value = record[field]?.reveal(), let known = edition.document.field(field) else { return nil }
                return CopyContent.Field(number: field.rawValue, code: known.code, title: known.title.en, value: value)
            },
            readings: documents.flatMap { document in
                (readings[document.id]?.reveal().values ?? []).map { value in
                    CopyContent.Reading(
                        document: document.id.description, field: value.field.rawValue, value: value.text)
                }
            },
            texts: texts, consents: consents, requests: requests,
            block: block.map { CopyContent.Block(since: $0.since.description, own: $0.isOwn) },
            documents: documents.map { CopyContent.Document($0, file: names[$0.id]) },
            history: history.map(CopyContent.Act.init),
            other: Dictionary(grouping: others, by: \.0).mapValues { $0.map(\.1) }, leftOut: leftOut)
    }
}

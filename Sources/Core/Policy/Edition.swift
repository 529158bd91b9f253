import Crypto
import Primitives

extension PolicyDocument {
    /// The form that is hashed: JSON after RFC 8785, clause texts included.
    package func canonical() throws -> Bytes { try CanonicalJSON.encode(self) }
}

/// Who put an edition in force (clause 5.4). The raw values stand in the database and in entries.
package enum PublicationManner: String, Sendable, CaseIterable {
    /// The first edition, by the first start of the server.
    case installation
    /// A start of the server, in demo mode.
    case demo
    /// One person proposed it, another published it.
    case twoPersons = "two_persons"
    /// One person, who works alone, did both.
    case singleHanded = "single_handed"
}

/// A policy that was published: in force from an instant until the next edition.
package struct Edition: Sendable {
    /// Counts from 1.
    package let number: Int
    /// SHA-256 of the document's canonical form.
    package let hash: Bytes
    package let inForceSince: Instant
    package let document: PolicyDocument
    /// How it came into force; nil for editions from before that was kept.
    package private(set) var manner: PublicationManner?
    /// Clauses of it that were declared void: nothing may rest on them any more (clause 5.3).
    package private(set) var void: Set<ClauseID> = []
    /// These, and all clauses under them.
    private var covered: Set<ClauseID> = []
    private let permissions: [Question: [Permission]]
    private let indices: [ClauseID: Int]

    /// - Throws: `EncodingError` when the document has no canonical form.
    package init(
        number: Int, inForceSince: Instant, document: PolicyDocument, manner: PublicationManner? = nil
    ) throws {
        self.number = number
        self.inForceSince = inForceSince
        self.document = document
        self.manner = manner
        hash = Bytes(SHA256.hash(data: try document.canonical()))
        permissions = Edition.permissions(of: document)
        indices = Dictionary(document.clauses.indices.map { (document.clauses[$0].id, $0) }, uniquingKeysWith: min)
    }

    /// Reads an edition back from the canonical form that was stored at its publication.
    ///
    /// - Throws: `DecodingError` when `canonical` is of another format.
    package init(
        number: Int, inForceSince: Instant, canonical: Bytes, manner: PublicationManner? = nil
    ) throws {
        let document = try CanonicalJSON.decode(PolicyDocument.self, from: canonical)
        try self.init(number: number, inForceSince: inForceSince, document: document, manner: manner)
    }

    /// The same edition, published in another way than was thought when it was made ready.
    package func published(_ manner: PublicationManner) -> Edition {
        var edition = self
        edition.manner = manner
        return edition
    }

    /// The same edition, of which some clauses were declared void.
    package func declaring(void clauses: Set<ClauseID>) -> Edition {
        guard void != clauses else { return self }
        var edition = self
        edition.void = clauses
        edition.covered = clauses.union(
            document.clauses.map(\.id).filter { id in clauses.contains(where: id.isUnder) })
        return edition
    }

    /// Whether a clause was declared void, or one above it.
    package func isVoid(_ clause: ClauseID) -> Bool { covered.contains(clause) }

    /// What was declared void: the clause itself, or the one above it; nil where it holds.
    package func declared(over clause: ClauseID) -> ClauseID? {
        isVoid(clause) ? void.filter { clause == $0 || clause.isUnder($0) }.min() : nil
    }

    /// The Markdown of a clause; nil when there is no such clause.
    package func text(of clause: ClauseID, in language: Language) -> String? {
        indices[clause].map { document.clauses[$0].text[language] }
    }

    /// Whether `role` may do `act` to `datum` for `purpose`, and on what ground; nil means no.
    package func permission(role: RoleID, act: Act, datum: Datum, purpose: PurposeID) -> Permission? {
        let grounds = permissions[Question(role: role, act: act, datum: datum, purpose: purpose)]
        return void.isEmpty ? grounds?.first : grounds?.first { $0.reliesOn.isDisjoint(with: covered) }
    }

    /// The void clause for whose want `role` may not do `act`; nil where it may, or where it never might.
    package func voidClause(stopping act: Act, role: RoleID, datum: Datum, purpose: PurposeID) -> ClauseID? {
        let question = Question(role: role, act: act, datum: datum, purpose: purpose)
        guard permission(role: role, act: act, datum: datum, purpose: purpose) == nil else { return nil }
        return permissions[question]?.first?.reliesOn.compactMap { declared(over: $0) }.min()
    }

    /// What may be agreed to: every consent that the policy asks for but those whose clause is void.
    package var offeredConsents: [ConsentItem] { document.askedConsents.filter { !isVoid($0.clause) } }

    /// The void clauses, and those under them, that a document says again in the same words: with its publication they would
    /// hold again.
    package func revived(by document: PolicyDocument) -> [ClauseID] {
        document.clauses.filter { isVoid($0.id) && $0.text == self.document.clause($0.id)?.text }.map(\.id)
    }

    /// What is allowed now and will not be once `clause` is void.
    package func stopped(by clause: ClauseID) -> [StoppedActs] {
        let without = declaring(void: void.union([clause]))
        var data: [StoppedActs.Place: [Act: Set<Datum>]] = [:]
        for question in permissions.keys {
            func allows(_ edition: Edition) -> Bool {
                edition.permission(
                    role: question.role, act: question.act, datum: question.datum, purpose: question.purpose) != nil
            }
            guard allows(self), !allows(without) || without.hasFewerRecipients(than: self, question) else { continue }
            data[StoppedActs.Place(role: question.role, purpose: question.purpose), default: [:]][
                question.act, default: []
            ].insert(question.datum)
        }
        return data.flatMap { place, acts in
            Dictionary(grouping: acts.keys) { acts[$0] ?? [] }.map { data, acts in
                StoppedActs(place: place, acts: acts.sorted { $0.rawValue < $1.rawValue }, data: data)
            }
        }.sorted {
            ($0.place.role, $0.place.purpose, $0.acts[0].rawValue) < (
                $1.place.role, $1.place.purpose, $1.acts[0].rawValue
            )
        }
    }

    /// Every field that `role` may touch by `act` for `purpose`, in the order of their numbers.
    package func fields(role: RoleID, act: Act, purpose: PurposeID) -> [FieldNumber] {
        document.fields.map(\.number)
            .filter { permission(role: role, act: act, datum: .field($0), purpose: purpose) != nil }
            .sorted()
    }

    /// Every document kind that `role` may touch by `act` for `purpose`, in the policy's order.
    package func documentKinds(role: RoleID, act: Act, purpose: PurposeID) -> [DocumentKindID] {
        document.documentKinds.map(\.id)
            .filter { permission(role: role, act: act, datum: .document($0), purpose: purpose) != nil }
    }
}

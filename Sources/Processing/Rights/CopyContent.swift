import Documents
import Foundation
import Ledger
import Permits
import Policy
import Primitives
import Registration

/// What a copy of a person's data says, in the shape that docs/copy.md describes. Keys are only ever added; what changes
/// its meaning gets another version.
struct CopyContent: Encodable {
    /// The version of the shape.
    static let version = 1

    let format = "saqta-copy"
    let version = CopyContent.version
    let madeAt: String
    let `operator`: Operator
    let registration: Registration
    /// The language that the person reads.
    let language: String
    let fields: [Field]
    let readings: [Reading]
    let texts: [Text]
    let consents: [Consent]
    let requests: [Request]
    let block: Block?
    let documents: [Document]
    let history: [Act]
    /// What other rooms hold, by what they call it.
    let other: [String: [[String: String]]]
    /// What is held and could not be put in, and why: a closed word.
    let leftOut: [String: String]

    struct Operator: Encodable { let name, number, site: String }

    struct Registration: Encodable {
        let number, state, begunAt: String
        let sentAt, decidedAt: String?
    }

    struct Field: Encodable {
        let number: Int
        let code, title, value: String
    }

    struct Reading: Encodable {
        let document: String
        let field: Int
        let value: String
    }

    /// What somebody wrote about the case.
    struct Text: Encodable { let kind, text: String }

    struct Consent: Encodable {
        let consent: String
        let given: Bool
        let edition: Int
        let language, at, sha256, text: String
    }

    struct Request: Encodable {
        let number, kind, state, way, received: String
        let due, counted, words, answer, ground, closedAt, evidence: String?
    }

    struct Block: Encodable {
        let since: String
        let own: Bool
    }

    struct Document: Encodable {
        let file: String?
        let id, kind, state: String
        let octets: Int?
        let receivedAt: String?
    }

    struct Act: Encodable {
        let at, role, act: String
        let purpose, clause: String?
        let fields: [Int]
        let refused: Bool
        let note: [String: String]
    }
}

extension CopyContent {
    /// JSON with sorted keys, one a line.
    func encoded() throws -> Bytes {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return Bytes(try encoder.encode(self))
    }
}

extension CopyContent.Operator {
    init(_ policy: PolicyDocument) {
        let record = policy.operatorRecord
        self.init(name: record.name.en, number: record.iinOrBin, site: record.site)
    }
}

extension CopyContent.Registration {
    init(_ row: RegistrationRow) {
        self.init(
            number: row.number, state: row.state.rawValue, begunAt: row.createdAt.description,
            sentAt: row.sentAt?.description, decidedAt: row.decidedAt?.description)
    }
}

extension CopyContent.Consent {
    init(_ row: ConsentRow, text: String) {
        self.init(
            consent: row.consent.rawValue, given: row.isGiven, edition: row.edition, language: row.language.rawValue,
            at: row.at.description, sha256: row.textHash.hex, text: text)
    }
}

extension CopyContent.Request {
    init(_ row: RequestRow, _ texts: [RequestText: String]) {
        self.init(
            number: row.reference.description, kind: row.kind.rawValue, state: row.state.rawValue,
            way: row.way.rawValue, received: row.receivedOn.description, due: row.term?.due.description,
            counted: row.term?.description, words: texts[.words], answer: texts[.answer], ground: row.ground,
            closedAt: row.closedAt?.description, evidence: row.evidence?.rawValue)
    }
}

extension CopyContent.Document {
    init(_ row: DocumentRow, file: String?) {
        self.init(
            file: file, id: row.id.description, kind: row.kind.rawValue, state: row.state.rawValue, octets: row.length,
            receivedAt: row.receivedAt?.description)
    }
}

extension CopyContent.Act {
    init(_ entry: LedgerEntry) {
        self.init(
            at: entry.at.description, role: entry.role, act: entry.act, purpose: entry.purpose, clause: entry.clause,
            fields: entry.fields, refused: entry.outcome != .done, note: entry.note)
    }
}

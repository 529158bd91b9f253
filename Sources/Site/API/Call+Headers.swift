import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import WebCore

extension HTTPField.Name {
    static let saqtaPurpose = constant("Saqta-Purpose")
    static let saqtaCase = constant("Saqta-Case")
    static let idempotencyKey = constant("Idempotency-Key")

    private static func constant(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a token after RFC 9110") }
        return name
    }
}

extension Call {
    /// What it is asked for, and the programme's own number for it; both stand in the ledger.
    struct Reason {
        let purpose: PurposeID
        let caseID: String
    }

    /// - Throws: ``FlawedRequest`` naming the headers that are missing or wrong.
    func reason(under policy: PolicyDocument) throws -> Reason {
        var flaws: [Problem.Flaw] = []
        let purpose = request.headers[.saqtaPurpose] ?? ""
        if purpose.isEmpty {
            flaws.append(Problem.Flaw(.header("Saqta-Purpose"), "missing", .apiPurposeMissing))
        } else if policy.purpose(PurposeID(purpose)) == nil {
            flaws.append(Problem.Flaw(.header("Saqta-Purpose"), "unknown", .apiPurposeUnknown))
        }
        let caseID = request.headers[.saqtaCase] ?? ""
        // What somebody else writes goes into the ledger for ever: short, and no place for names or addresses.
        if !caseID.isCaseID {
            flaws.append(
                Problem.Flaw(.header("Saqta-Case"), caseID.isEmpty ? "missing" : "malformed", .apiCaseWrong))
        }
        guard flaws.isEmpty else { throw FlawedRequest(flaws) }
        return Reason(purpose: PurposeID(purpose), caseID: caseID)
    }

    /// The key by which a repeated request is known: a string after RFC 9651, or the same without quotation marks.
    ///
    /// - Throws: ``MissingKey`` when there is none.
    func idempotencyKey() throws -> String {
        guard let header = request.headers[.idempotencyKey] else { throw MissingKey() }
        var key = header.utf8[...]
        let mark = UInt8(ascii: "\"")
        if key.count > 1, key.first == mark, key.last == mark { key = key.dropFirst().dropLast() }
        let isToken = key.allSatisfy { (0x21...0x7E).contains($0) && $0 != mark && $0 != UInt8(ascii: "\\") }
        guard isToken, (1...128).contains(key.count) else {
            throw FlawedRequest([Problem.Flaw(.header("Idempotency-Key"), "malformed", .apiKeyWrong)])
        }
        return String(decoding: key, as: UTF8.self)
    }
}

extension String {
    /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`; a regular expression would be made anew for each request.
    fileprivate var isCaseID: Bool {
        func isLetterOrDigit(_ octet: UInt8) -> Bool {
            switch octet {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        guard let first = utf8.first, isLetterOrDigit(first), utf8.count <= 64 else { return false }
        return utf8.dropFirst().allSatisfy { octet in
            isLetterOrDigit(octet) || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(octet)
        }
    }
}

/// What was sent cannot be accepted as it is.
struct FlawedRequest: Refusal {
    let flaws: [Problem.Flaw]

    init(_ flaws: [Problem.Flaw]) { self.flaws = flaws }

    var kind: RefusalKind { .invalid }
}

/// A request that stores something comes without an `Idempotency-Key`.
struct MissingKey: Refusal {
    var kind: RefusalKind { .invalid }
}

/// The body is no JSON object.
struct MalformedBody: Refusal {
    var kind: RefusalKind { .invalid }
}

/// The body is of another media type than JSON.
struct OtherMediaType: Refusal {
    var kind: RefusalKind { .invalid }
}

/// The text of a consent that the person was shown is not that of the edition in force.
struct OtherEdition: Refusal {
    let inForce: Edition
    /// The consent; nil when the whole edition is another.
    let consent: ConsentID?

    var kind: RefusalKind { .conflict }
}

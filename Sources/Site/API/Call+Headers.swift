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
        if caseID.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,63}/) == nil {
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
        var key = header[...]
        if key.count > 1, key.hasPrefix("\""), key.hasSuffix("\"") { key = key.dropFirst().dropLast() }
        guard key.wholeMatch(of: /[!#-\[\]-~]{1,128}/) != nil else {
            throw FlawedRequest([Problem.Flaw(.header("Idempotency-Key"), "malformed", .apiKeyWrong)])
        }
        return String(key)
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

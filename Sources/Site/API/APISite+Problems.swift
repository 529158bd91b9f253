import Clients
import Permits
import Policy
import Primitives
import Registration
import WebCore

extension APISite {
    /// What programmes are told of a refusal; nil where its kind says all.
    package static func problem(_ error: any Error) -> Problem? {
        switch error {
        case let refusal as GateRefusal: Problem(gate: refusal)
        case let refusal as ClientRefusal: Problem(client: refusal)
        case let flawed as FlawedRequest: Problem(.invalid, errors: flawed.flaws)
        case RegistrationRefusal.fields(let problems): Problem(.invalid, errors: problems.map(Problem.Flaw.init))
        case let other as OtherEdition: Problem(edition: other)
        case is MissingKey: Problem(.keyMissing)
        case is MalformedBody: Problem(.malformed)
        case is OtherMediaType: Problem(.unsupportedMediaType)
        default: nil
        }
    }
}

extension Problem {
    fileprivate init(gate refusal: GateRefusal) {
        // What there is, or is not, is told only to those who may see it.
        guard refusal.kind == .forbidden else {
            self.init(Code(refusal))
            return
        }
        var members: [String: CanonicalValue] = ["reason": .text(refusal.reason.rawValue)]
        if let clause = refusal.clause { members["clause"] = .text(clause.rawValue) }
        self.init(.notAllowed, detail: .apiRefusal(refusal), members: members)
    }

    fileprivate init(client refusal: ClientRefusal) {
        switch refusal {
        case .otherBody: self.init(.otherBody)
        case .inProgress: self.init(.inProgress)
        case .erased: self.init(.gone)
        case .mayNotVouch: self.init(.notAllowed, detail: .apiMayNotVouch, members: ["reason": .text("may_not_vouch")])
        case .noKey, .none: self.init(.notAuthenticated)
        case .name, .nameTaken, .unknown, .noPurpose, .notVouchable: self.init(.invalid)
        }
    }

    fileprivate init(edition other: OtherEdition) {
        var members: [String: CanonicalValue] = [
            "edition": .int(Int64(other.inForce.number)), "edition_sha256": .text(other.inForce.hash.hex),
        ]
        if let consent = other.consent { members["consent"] = .text(consent.rawValue) }
        self.init(.otherEdition, members: members)
    }
}

extension Problem.Code {
    fileprivate init(_ refusal: GateRefusal) {
        switch refusal.kind {
        case .unauthenticated: self = .notAuthenticated
        case .notFound: self = .notFound
        case .tooMany: self = .tooMany
        case .unavailable: self = .unavailable
        case .gone: self = .gone
        case .forbidden: self = .notAllowed
        case .invalid, .conflict, .tooLarge: self = .conflict
        }
    }
}

extension Problem.Flaw {
    /// What is wrong with one field of a registration, at its place in the body.
    init(_ problem: FieldProblem) {
        let pointer =
            switch problem.field {
            case "family": "/fields/family_name"
            case "given": "/fields/given_name"
            case "consent": "/consent/agreed"
            default: "/fields/\(problem.field)"
            }
        self.init(.body(pointer), problem.problem.code, .problem(problem))
    }
}

extension FieldProblem.Problem {
    /// A closed word for it.
    var code: String {
        switch self {
        case .missing: "missing"
        case .tooLong, .name(.tooLong): "too_long"
        case .notABIN: "not_a_bin"
        case .notAnEmail: "not_an_email"
        case .emailNotLatin: "email_not_latin"
        case .emailMixed: "email_mixed"
        case .notATelephone: "not_a_telephone"
        case .unchanged: "unchanged"
        case .staffs: "staffs"
        case .notDeclared: "not_declared"
        case .notAgreed: "not_agreed"
        case .name(.notLetters): "not_letters"
        case .name(.mark): "mark"
        case .name(.invisible): "invisible"
        }
    }
}

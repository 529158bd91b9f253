import Access
import Clients
import Consents
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// What a person must be shown, and the registration of whom has agreed to it.
struct RegisteringController: Sendable {
    let subjects: SubjectDesk
    let site: String

    var texts: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/consent-texts", name: "makeConsentTexts",
            summary: "The consents of the edition in force, made out in a person’s name. Nothing is stored.",
            body: "ConsentTextsRequest",
            answer: Endpoint.Answer(status: .ok, description: "The texts to show.", schema: "ConsentTexts"),
            problems: [.invalid], handle: texts)
    }

    var register: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/subjects", name: "registerSubject",
            summary: "Registers a person who has read and agreed: names, consents and addresses, all or nothing.",
            stores: true, parameters: [.purpose, .case, .idempotencyKey], body: "Registration",
            answer: Endpoint.Answer(
                status: .created, description: "The person is registered; the same request again answers the same.",
                schema: "Registered"),
            problems: [.keyMissing, .notAllowed, .otherEdition, .inProgress, .gone, .invalid, .otherBody, .noRoom],
            handle: register)
    }

    private func texts(_ call: Call) async throws -> Response {
        var (reading, _) = try await call.body()
        let members = reading.object(reading.root, at: "", known: ["language", "fields"])
        let language = reading.language(members)
        let fields = reading.object(members["fields"], at: "/fields", known: PersonName.codes)
        let name = reading.name(fields)
        try reading.check()
        guard let language, let name else { throw MalformedBody() }
        let edition = try call.caller().edition
        let wording = subjects.registrar.wording(edition, language)
        let consents = edition.offeredConsents.map { item -> CanonicalValue in
            let text = wording.text(of: item, personName: name.shown)
            return .object([
                "id": .text(item.id.rawValue), "required": .bool(item.required), "title": .text(item.title[language]),
                "statement": .text(item.statement[language]), "text": .text(text.text), "sha256": .text(text.hash.hex),
            ])
        }
        return call.answer(
            .object([
                "edition": .int(Int64(edition.number)), "edition_sha256": .text(edition.hash.hex),
                "language": .text(language.rawValue), "consents": .list(consents),
            ]))
    }

    private func register(_ call: Call) async throws -> Response {
        let caller = try call.caller()
        let reason = try call.reason(under: caller.edition.document)
        guard reason.purpose == .service else {
            throw FlawedRequest([Problem.Flaw(.header("Saqta-Purpose"), "other_purpose", .apiPurposeOther)])
        }
        let key = try call.idempotencyKey()
        let (reading, octets) = try await call.body()
        var registration = RegistrationReading(reading)
        let application = try registration.application(caseID: reason.caseID)
        let request = RepeatableRequest(key, of: caller.client, content: octets, through: subjects.gate)
        do {
            let registered = try await subjects.register(application, as: request, by: caller.client)
            return answer(registered, vouched: application.vouched, call)
        } catch RegistrationRefusal.otherEdition {
            throw OtherEdition(inForce: try await subjects.registrar.edition(), consent: nil)
        } catch RegistrationRefusal.otherText(let consent) {
            throw OtherEdition(inForce: try await subjects.registrar.edition(), consent: consent)
        }
    }

    /// Follows from what was sent alone: nobody learns from it whether an address belongs to somebody.
    private func answer(_ registered: Registrar.Registered, vouched: Set<Channel>, _ call: Call) -> Response {
        let address = "/api/v1/subjects/\(registered.subject)"
        let pages = "\(site)/\(registered.language.rawValue)"
        var members: [String: CanonicalValue] = [
            "id": .text("\(registered.subject)"), "number": .text(registered.number), "state": .text("draft"),
            "receipt": .text("\(pages)/account/receipt"), "sign_in": .text("\(pages)/sign-in"),
            "confirmed": .list(Channel.allCases.filter(vouched.contains).map { .text($0.code) }),
        ]
        if vouched.isEmpty {
            members["continue"] = .text("\(pages)/continue/\(subjects.registrar.linkToken(of: registered).hex)")
        }
        return call.answer(.object(members), status: .created, headers: [.location: address])
    }
}

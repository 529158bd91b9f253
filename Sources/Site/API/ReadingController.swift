import Access
import Clients
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Fields of persons, and who has an address.
struct ReadingController: Sendable {
    let subjects: SubjectDesk

    var read: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/subjects/{id}", name: "readSubject",
            summary: "Fields of one person. The entry in the ledger is durable before the answer begins.",
            parameters: [.id, .fields, .purpose, .case],
            answer: Endpoint.Answer(
                status: .ok, description: "The fields that the person has given.", schema: "Subject"),
            problems: [.notAllowed, .notFound, .invalid], handle: read)
    }

    var lookUp: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/subjects/lookup", name: "lookUpSubjects",
            summary: "Who has confirmed an address. It is on record also when nobody is found.",
            parameters: [.purpose, .case], body: "Lookup",
            answer: Endpoint.Answer(status: .ok, description: "Those found, none among them.", schema: "Found"),
            problems: [.notAllowed, .invalid], handle: lookUp)
    }

    private func read(_ call: Call) async throws -> Response {
        let caller = try call.caller()
        let policy = caller.edition.document
        let reason = try call.reason(under: policy)
        let fields = try call.fields(under: policy)
        guard let subject = call.context.parameters.get("id").flatMap(SubjectID.init(_:)) else {
            throw GateRefusal(.noSubject)
        }
        let record = try await subjects.read(
            fields.map(\.number), of: subject, for: reason.purpose, caseID: reason.caseID, by: caller.client)
        var values: [String: CanonicalValue] = [:]
        for field in fields { values[field.code] = record[field.number].map { .text($0.reveal()) } }
        return call.answer(.object(["id": .text("\(subject)"), "fields": .object(values)]))
    }

    private func lookUp(_ call: Call) async throws -> Response {
        let caller = try call.caller()
        let policy = caller.edition.document
        let reason = try call.reason(under: policy)
        var (reading, _) = try await call.body()
        let members = reading.object(reading.root, at: "", known: ["field", "value"])
        let code = reading.needed(reading.text(members, "field", at: ""), at: "/field")
        let value = reading.needed(reading.text(members, "value", at: ""), at: "/value")
        let channel = Channel.allCases.first { $0.field == code.flatMap(policy.field(code:))?.number }
        if code != nil, channel == nil { reading.refuse("/field", "unknown", .apiNotSearchable) }
        try reading.check()
        guard let channel, let value else { throw MalformedBody() }
        let found: [SubjectID]
        do {
            found = try await subjects.lookUp(
                channel, value, for: reason.purpose, caseID: reason.caseID, by: caller.client)
        } catch RegistrationRefusal.fields(let problems) {
            throw FlawedRequest(problems.map { Problem.Flaw(.body("/value"), $0.problem.code, .problem($0)) })
        }
        return call.answer(.object(["subjects": .list(found.map { .object(["id": .text("\($0)")]) })]))
    }
}

extension Call {
    /// The fields that the query names, in its order.
    fileprivate func fields(under policy: PolicyDocument) throws -> [Field] {
        let codes = (request.uri.queryParameters["fields"] ?? "").split(separator: ",").map(String.init)
        let fields = codes.compactMap(policy.field(code:))
        guard !codes.isEmpty else {
            throw FlawedRequest([Problem.Flaw(.parameter("fields"), "missing", .apiFieldsMissing)])
        }
        guard fields.count == codes.count else {
            throw FlawedRequest([Problem.Flaw(.parameter("fields"), "unknown", .apiFieldUnknown)])
        }
        return fields
    }
}

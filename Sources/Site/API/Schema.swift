import Primitives
import WebCore

/// The shapes of bodies and answers (JSON Schema 2020-12, as OpenAPI 3.1 has it).
enum Schema {
    static func reference(_ name: String) -> CanonicalValue { .object(["$ref": .text("#/components/schemas/\(name)")]) }

    static let all: [String: CanonicalValue] = [
        "ConsentTextsRequest": object(["language": language, "fields": reference("Name")]),
        "ConsentTexts": object([
            "edition": integer, "edition_sha256": digest, "language": language,
            "consents": list(
                object([
                    "id": string, "required": .object(["type": .text("boolean")]), "title": string,
                    "statement": string, "text": string, "sha256": digest,
                ])),
        ]),
        "Name": object(
            ["family_name": string, "given_name": string, "patronymic": string], needed: [], isClosed: true),
        "Registration": object(
            [
                "language": language,
                "fields": object(
                    [
                        "family_name": string, "given_name": string, "patronymic": string, "email": string,
                        "telephone": string, "declaration": .object(["const": .text("own,of_age")]),
                    ], needed: ["declaration"], isClosed: true),
                "vouched": list(channel),
                "consent": object([
                    "edition": integer, "agreed": list(object(["id": string, "sha256": digest])),
                ]),
            ], isClosed: true),
        "Registered": object(
            [
                "id": identifier, "number": string, "state": .object(["const": .text("draft")]), "receipt": uri,
                "sign_in": uri, "confirmed": list(channel), "continue": uri,
            ], needed: ["id", "number", "state", "receipt", "sign_in", "confirmed"]),
        "Subject": object([
            "id": identifier,
            "fields": .object(["type": .text("object"), "additionalProperties": string]),
        ]),
        "Lookup": object(
            ["field": channel, "value": string], isClosed: true),
        "Found": object(["subjects": list(object(["id": identifier]))]),
        "ProblemType": object(["type": string, "title": string, "detail": string, "status": integer]),
        "Problem": object(
            [
                "type": .object(["enum": .list(Problem.Code.allCases.map { .text($0.type) })]), "title": string,
                "status": integer, "detail": string, "request": string, "clause": string, "reason": string,
                "edition": integer, "edition_sha256": digest, "consent": string,
                "errors": list(
                    object(
                        [
                            "code": string, "detail": string, "pointer": string, "parameter": string, "header": string,
                        ], needed: ["code", "detail"])),
            ], needed: ["type", "title", "status", "detail", "request"]),
        "Document": .object(["type": .text("object")]),
    ]

    private static let string: CanonicalValue = .object(["type": .text("string")])
    private static let integer: CanonicalValue = .object(["type": .text("integer")])
    private static let uri: CanonicalValue = .object(["type": .text("string"), "format": .text("uri")])
    private static let language: CanonicalValue = .object([
        "enum": .list(Language.allCases.map { .text($0.rawValue) })
    ])
    private static let channel: CanonicalValue = .object(["enum": .list([.text("email"), .text("telephone")])])
    private static let digest = pattern("^[0-9a-f]{64}$")
    private static let identifier = pattern("^[0-9a-f]{32}$")

    private static func pattern(_ pattern: String) -> CanonicalValue {
        .object(["type": .text("string"), "pattern": .text(pattern)])
    }

    private static func list(_ item: CanonicalValue) -> CanonicalValue {
        .object(["type": .text("array"), "items": item])
    }

    /// - Parameter needed: all members where nil.
    private static func object(
        _ members: [String: CanonicalValue], needed: [String]? = nil, isClosed: Bool = false
    ) -> CanonicalValue {
        var schema: [String: CanonicalValue] = ["type": .text("object"), "properties": .object(members)]
        let names = (needed ?? Array(members.keys)).sorted()
        if !names.isEmpty { schema["required"] = .list(names.map { .text($0) }) }
        if isClosed { schema["additionalProperties"] = .bool(false) }
        return .object(schema)
    }
}

import HTTPTypes
import Hummingbird
import Primitives
import WebCore

/// The description of the API (OpenAPI 3.1), made from the table that the router is made from.
package enum OpenAPIDocument {
    static let endpoint = Endpoint(
        method: .get, path: "/api/openapi.json", name: "describe", summary: "This document.", needsKey: false,
        answer: Endpoint.Answer(status: .ok, description: "This document.", schema: "Document"),
        handle: { call in call.answer(document(of: call.endpoints)) })

    /// The whole document.
    package static func document(of endpoints: [Endpoint]) -> CanonicalValue {
        var paths: [String: [String: CanonicalValue]] = [:]
        for endpoint in endpoints {
            paths[endpoint.path, default: [:]][endpoint.method.rawValue.lowercased()] = operation(endpoint)
        }
        return .object([
            "openapi": .text("3.1.0"),
            "info": .object([
                "title": .text("Saqta"), "version": .text("1"),
                "description": .text(
                    "What connected programmes may ask. Names of fields and purposes are those of the policy in force."),
            ]),
            "paths": .object(paths.mapValues { .object($0) }),
            "components": .object([
                "schemas": .object(Schema.all),
                "securitySchemes": .object([
                    "key": .object(["type": .text("http"), "scheme": .text("bearer")])
                ]),
            ]),
        ])
    }

    private static func operation(_ endpoint: Endpoint) -> CanonicalValue {
        var operation: [String: CanonicalValue] = [
            "operationId": .text(endpoint.name), "summary": .text(endpoint.summary),
            "responses": .object(answers(endpoint)),
            "security": .list(endpoint.needsKey ? [.object(["key": .list([])])] : []),
        ]
        if !endpoint.parameters.isEmpty { operation["parameters"] = .list(endpoint.parameters.map(\.described)) }
        if let body = endpoint.body {
            operation["requestBody"] = .object([
                "required": .bool(true), "content": content("application/json", Schema.reference(body)),
            ])
        }
        return .object(operation)
    }

    private static func answers(_ endpoint: Endpoint) -> [String: CanonicalValue] {
        var problems = endpoint.problems + [.tooMany, .misdirected, .internalError, .unavailable]
        if endpoint.needsKey { problems.append(.notAuthenticated) }
        if endpoint.body != nil { problems += [.malformed, .tooLarge, .unsupportedMediaType] }
        var answers: [String: CanonicalValue] = [:]
        for (status, codes) in Dictionary(grouping: problems, by: \.status.code) {
            let names = Set(codes.map(\.rawValue)).sorted().joined(separator: ", ")
            answers["\(status)"] = .object([
                "description": .text(names),
                "content": content("application/problem+json", Schema.reference("Problem")),
            ])
        }
        answers["\(endpoint.answer.status.code)"] = .object([
            "description": .text(endpoint.answer.description),
            "content": content("application/json", Schema.reference(endpoint.answer.schema)),
        ])
        return answers
    }

    private static func content(_ type: String, _ schema: CanonicalValue) -> CanonicalValue {
        .object([type: .object(["schema": schema])])
    }
}

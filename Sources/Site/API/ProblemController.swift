import HTTPTypes
import Hummingbird
import Primitives
import WebCore

/// What a type of problem means, at the address that is its name (RFC 9457, 3.1.1).
enum ProblemController {
    static let endpoint = Endpoint(
        method: .get, path: "/api/problems/{code}", name: "explainProblem", summary: "What a type of problem means.",
        needsKey: false, parameters: [.problem],
        answer: Endpoint.Answer(status: .ok, description: "Its meaning.", schema: "ProblemType"),
        problems: [.notFound], handle: explain)

    private static func explain(_ call: Call) async throws -> Response {
        guard let code = call.context.parameters.get("code").flatMap(Problem.Code.init(rawValue:)) else {
            throw PageRefusal(.notFound)
        }
        let language = call.context.language
        return call.answer(
            .object([
                "type": .text(code.type), "title": .text(code.title[language]), "detail": .text(code.detail[language]),
                "status": .int(Int64(code.status.code)),
            ]))
    }
}

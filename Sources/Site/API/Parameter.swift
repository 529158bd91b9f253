import Primitives

/// Something that stands in a request beside its body.
struct Parameter: Sendable {
    let name: String
    /// `path`, `query` or `header`.
    let place: String
    let description: String
    let pattern: String

    static let id = Parameter(
        name: "id", place: "path", description: "What a registration or a look-up answered.", pattern: "^[0-9a-f]{32}$")
    static let fields = Parameter(
        name: "fields", place: "query", description: "Keys of fields of the policy, with commas between.",
        pattern: "^[a-z_]+(,[a-z_]+)*$")
    static let purpose = Parameter(
        name: "Saqta-Purpose", place: "header", description: "The purpose of the policy for which it is asked.",
        pattern: "^[a-z_]+$")
    static let `case` = Parameter(
        name: "Saqta-Case", place: "header",
        description: "The programme’s own number for what it does. It stands in the ledger for ever: nothing personal.",
        pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    static let idempotencyKey = Parameter(
        name: "Idempotency-Key", place: "header",
        description: "Made up by the programme for this request alone, and sent again with it; remembered for a week.",
        pattern: "^\"?[!#-\\[\\]-~]{1,128}\"?$")
    static let problem = Parameter(
        name: "code", place: "path", description: "The last segment of a problem’s type.", pattern: "^[a-z-]+$")

    /// As OpenAPI describes it.
    var described: CanonicalValue {
        .object([
            "name": .text(name), "in": .text(place), "required": .bool(true), "description": .text(description),
            "schema": .object(["type": .text("string"), "pattern": .text(pattern)]),
        ])
    }
}

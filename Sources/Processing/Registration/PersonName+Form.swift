import Permits
import Policy
import Primitives

extension PersonName {
    /// Reads what was entered in a form.
    ///
    /// Family or given name may be absent, not both; the patronymic may be absent.
    /// - Throws: ``RegistrationRefusal/fields(_:)`` naming each field that cannot be accepted.
    package init(family: String, given: String, patronymic: String) throws(RegistrationRefusal) {
        var problems: [FieldProblem] = []
        func part(_ text: String, _ field: String) -> String? {
            do throws(Fault) {
                return try Self.part(text)
            } catch {
                problems.append(FieldProblem(field, .name(error)))
                return text
            }
        }
        let name = PersonName(
            family: part(family, "family"), given: part(given, "given"), patronymic: part(patronymic, "patronymic"))
        if name.family == nil, name.given == nil { problems.append(FieldProblem("family", .missing)) }
        guard problems.isEmpty else { throw .fields(problems) }
        self = name
    }

    package init(_ record: OpenRecord) {
        self.init(
            family: record[.familyName]?.reveal(), given: record[.givenName]?.reveal(),
            patronymic: record[.patronymic]?.reveal())
    }

    /// The name as fields of the record; an absent part removes what was there.
    package var values: [FieldNumber: String?] {
        [.familyName: family, .givenName: given, .patronymic: patronymic]
    }
}

import Agreements
import Documents
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Rights
import Testing
import Threads

@Suite("A personal field that does not lie in the record")
struct CollectedStepTests {
    /// What persons type of themselves, and whoever works for the operator: each value has its edition in the record.
    private static let inRecord: Set<FieldNumber> = [
        .familyName, .givenName, .patronymic, .email, .telephone, .declaration, .organisationName, .organisationBIN,
        .staffFamilyName, .staffGivenName, .staffEmail,
    ]
    /// Of people at work there are rows without a key; they rest on the law, and on no edition that they agreed to.
    private static let ofStaff: Set<FieldNumber> = [53, 54]

    @Test("has a step that tells under which edition it came")
    func covered() throws {
        let steps = [
            DocumentsSchema.collectedFields, RegistrationSchema.collectedFields, ThreadsSchema.collectedFields,
            AgreementsSchema.collectedFields, RightsSchema.collectedFields,
        ].reduce(into: Set<FieldNumber>()) { $0.formUnion($1) }
        #expect(steps.isDisjoint(with: Self.inRecord.union(Self.ofStaff)))
        let personal = try TestHouse.policy().fields.filter { $0.dataClass == .personal }.map(\.number)
        for field in personal where !Self.inRecord.contains(field) && !Self.ofStaff.contains(field) {
            #expect(steps.contains(field), "\(field)")
        }
    }
}

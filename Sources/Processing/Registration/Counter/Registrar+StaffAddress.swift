import Access
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// At the counter the person names an address of their own; with one of staff's, staff would agree in their stead and
    /// come into their account.
    ///
    /// A telephone is staff's where somebody has confirmed it beside an e-mail address of staff's.
    /// - Throws: ``RegistrationRefusal/fields(_:)``.
    func refuseStaffs(
        _ channel: Channel, _ compared: String, digests: [Bytes], in transaction: any Transaction
    ) throws {
        let isTheirs =
            switch channel {
            case .email: try isStaffsEmail(compared, digests, in: transaction)
            case .telephone:
                try addresses.persons(digests, in: transaction).contains { person in
                    let email = try RegistrationStore(transaction).contacts(of: person)[.email]
                    guard let email, email.confirmedAt != nil else { return false }
                    return try isStaffs(email.digests.map(\.digest), nil, transaction)
                }
            }
        if isTheirs { throw RegistrationRefusal.fields([FieldProblem(channel.rawValue, .staffs)]) }
    }

    private func isStaffsEmail(
        _ compared: String, _ digests: [Bytes], in transaction: any Transaction
    ) throws -> Bool {
        let asStaff = try addresses.digests(.staffEmail, compared).map(\.digest)
        return try isStaffs(digests, addresses.holder(asStaff, in: transaction), transaction)
    }
}

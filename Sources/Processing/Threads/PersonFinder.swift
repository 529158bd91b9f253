import Access
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Finds a person by the number of the registration or by a confirmed address: an act of its own, with its own budget, on
/// record also when nobody is found (the ledger's `lookup`).
package struct PersonFinder: Sendable {
    let gate: Gate

    package init(gate: Gate) { self.gate = gate }

    /// Why somebody is looked for. The raw values stand in entries.
    package enum Reason: String, Sendable, CaseIterable {
        case calls, wrote, visits, duty
    }

    /// What is found.
    package enum Finding: Sendable {
        case nobody
        /// So many have confirmed the same telephone number; nothing is shown of them.
        case several(Int)
        case one(Match)
    }

    /// One person, of whom no more is shown than the first letters of the name, or where a purpose gives no name, of addresses.
    package struct Match: Sendable {
        package let caseID: String
        package let state: RegistrationRow.State
        /// Family and given name, or an organisation's name, each after its first letter masked; nil where the purpose does not give the name.
        package let name: PersonalData<String>?
        /// The confirmed addresses, masked, where the purpose gives these and no name.
        package let addresses: [PersonalData<String>]
    }

    /// The purposes for which a role may look people up by a confirmed address, in the policy's order.
    package func purposes(of role: RoleID) async throws -> [Purpose] {
        let edition = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        return edition.document.purposes.filter { purpose in
            [FieldNumber.email, .telephone].contains {
                edition.permission(role: role, act: .lookup, datum: .field($0), purpose: purpose.id) != nil
            }
        }
    }

    /// Looks for one person.
    ///
    /// - Parameters:
    ///   - entered: the number of a registration, an e-mail address or a telephone number.
    ///   - thread: for which it is done; nil where a reason is given.
    /// - Throws: ``ThreadsRefusal/notSearchable``, ``ThreadsRefusal/noReason``, ``ThreadsRefusal/noThread``; `GateRefusal`.
    package func find(
        _ entered: String, for purpose: PurposeID, reason: Reason?, thread: ThreadID?, by actor: Actor
    ) async throws -> Finding {
        var note: [String: String] = [:]
        if let thread {
            let row = try await gate.look { try ThreadStore($0).find(thread) }
            guard let row else { throw ThreadsRefusal.noThread }
            note["thread"] = "\(row.caseID)/\(row.number)"
        } else {
            guard let reason else { throw ThreadsRefusal.noReason }
            note["reason"] = reason.rawValue
        }
        let sought = try Sought(entered, in: AddressBook(gate))
        let edition = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        func given(_ fields: [FieldNumber]) -> [FieldNumber] {
            fields.filter {
                edition.permission(role: actor.role, act: .lookup, datum: .field($0), purpose: purpose) != nil
            }
        }
        let names = given([.familyName, .givenName, .organisationName])
        let shown = names.isEmpty ? given(Channel.allCases.map(\.field)) : names
        let (persons, record) = try await gate.lookUp(
            sought.fields, showing: shown, by: actor, for: purpose, note: note, holders: sought.holders)
        guard let one = persons.first else { return .nobody }
        guard persons.count == 1 else { return .several(persons.count) }
        let (found, contacts) = try await gate.look {
            (try RegistrationStore($0).find(one), try RegistrationStore($0).contacts(of: one))
        }
        guard let row = found else { return .nobody }
        let confirmed = names.isEmpty ? Channel.allCases.filter { contacts[$0]?.confirmedAt != nil } : []
        return .one(
            Match(
                caseID: row.number, state: row.state, name: Self.masked(record, names),
                addresses: confirmed.compactMap { channel in record?[channel.field]?.map { channel.mask($0) } }))
    }

    private static func masked(_ record: OpenRecord?, _ shown: [FieldNumber]) -> PersonalData<String>? {
        guard let record, let first = shown.compactMap({ record[$0] }).first else { return nil }
        let rest = shown.compactMap { record[$0] }.dropFirst()
        return first.map { first in
            ([first] + rest.map { $0.reveal() }).map { $0.prefix(1) + "•••" }.joined(separator: " ")
        }
    }

    /// By what somebody is looked for.
    private struct Sought {
        let fields: [FieldNumber]
        let holders: @Sendable (any Transaction) throws -> [SubjectID]

        init(_ entered: String, in book: AddressBook) throws {
            let number = entered.uppercased()
            if number.wholeMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil, number.contains(where: \.isLetter) {
                fields = []
                holders = { try RegistrationStore($0).find(number: number).map { [$0.subject] } ?? [] }
                return
            }
            let channel: Channel = entered.contains("@") ? .email : .telephone
            do {
                let address = try Registrar.normalised(channel, entered)
                let digests = try book.digests(channel.field, address.compared).map(\.digest)
                fields = [channel.field]
                holders = { try book.persons(digests, in: $0) }
            } catch is RegistrationRefusal {
                throw ThreadsRefusal.notSearchable
            }
        }
    }
}

extension Channel {
    fileprivate func mask(_ address: String) -> String {
        switch self {
        case .email: EmailAddress.mask(address)
        case .telephone: TelephoneNumber.mask(address)
        }
    }
}

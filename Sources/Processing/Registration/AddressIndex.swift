import Access
import Permits
import Policy
import Primitives
import Storage

/// The blind index of the addresses of those who register, made anew out of what is kept beside their records.
///
/// An address is in it when its person has a registration and has confirmed it, and it is the one that is kept of them now.
/// Both stand in rows, with digests: nothing is opened. So a copy that comes back finds nobody by an address that is not
/// theirs, whatever its index says. Only while nothing else works on the house.
package struct AddressIndex: Sendable {
    private let gate: Gate
    private let book: AddressBook

    package init(_ gate: Gate) {
        self.gate = gate
        book = AddressBook(gate)
    }

    /// What a rebuilding changed.
    package struct Rebuilt: Sendable, Hashable {
        package var persons = 0
        /// Addresses that were missing or another's, and stand now.
        package var entered = 0
        /// Fields of persons who have no such address confirmed.
        package var removed = 0
        /// Addresses that somebody else holds alone; their persons have to confirm another one.
        package var taken = 0
        /// Members of staff whose address could not be entered.
        package var staffLeft = 0

        package init() {}

        /// What the entry of a restore tells of it.
        package var note: [String: String] {
            [
                "indexed": "\(persons)", "entered": "\(entered)", "unindexed": "\(removed)", "taken": "\(taken)",
            ].filter { $0.value != "0" }
        }
    }

    private static let atOnce = 500

    /// Goes through what stands in the index without a contact, and then through all contacts.
    ///
    /// - Parameter after: is told after each batch how many persons were compared.
    package func rebuild(after: @Sendable (Int) -> Void = { _ in }) async throws -> Rebuilt {
        // First: what nobody answers for may hold an address that is somebody's.
        let strays = try await removeStrays()
        var rebuilt = try await pass(after: after)
        // An address may have been another's in the index, who has lost it only now.
        if rebuilt.taken > 0 {
            let again = try await pass(after: after)
            rebuilt.entered += again.entered
            rebuilt.taken = again.taken
        }
        rebuilt.removed += strays
        return rebuilt
    }

    private func pass(after: @Sendable (Int) -> Void) async throws -> Rebuilt {
        var (rebuilt, last) = (Rebuilt(), Bytes())
        while true {
            let from = last
            let (page, newest) = try await gate.perform { [book] transaction -> (Rebuilt, Bytes?) in
                let persons = try RegistrationStore(transaction).contacts(after: from, most: Self.atOnce)
                var page = Rebuilt()
                for (subject, kept) in persons {
                    page.persons += 1
                    for channel in Channel.allCases {
                        switch try book.settle(
                            channel.field, as: kept[channel], of: subject, in: transaction)
                        {
                        case .same: break
                        case .entered: page.entered += 1
                        case .removed: page.removed += 1
                        case .taken: page.taken += 1
                        }
                    }
                }
                return (page, persons.last?.subject.bytes)
            }
            guard let newest else { return rebuilt }
            last = newest
            rebuilt.persons += page.persons
            rebuilt.entered += page.entered
            rebuilt.removed += page.removed
            rebuilt.taken += page.taken
            after(rebuilt.persons)
        }
    }

    /// What the index holds of persons of whom no contact is kept.
    private func removeStrays() async throws -> Int {
        var (removed, last) = (0, Bytes())
        let fields = Set(Channel.allCases.map(\.field))
        while true {
            let from = last
            let (count, newest) = try await gate.perform { [book] transaction -> (Int, Bytes?) in
                let holders = try book.holders(after: from, most: Self.atOnce, in: transaction)
                var count = 0
                for (subject, held) in holders {
                    let contacts = try RegistrationStore(transaction).contacts(of: subject)
                    for field in held.intersection(fields).subtracting(contacts.keys.map(\.field)) {
                        try book.remove(field, of: subject, in: transaction)
                        count += 1
                    }
                }
                return (count, holders.keys.map(\.bytes).max { $0.lexicographicallyPrecedes($1) })
            }
            guard let newest else { return removed }
            last = newest
            removed += count
        }
    }
}

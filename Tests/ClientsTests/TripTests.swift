import Access
import Clients
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

/// So that nothing is asked by itself that could go with something else. Where a check must ask one more thing, it goes
/// with the others: the number of statements here may grow, that of ways should not.
@Suite("What a programme asks goes to PostgreSQL", .enabled(if: Engine.available.contains(.postgres)))
struct TripTests {
    private func withLine(_ body: (ClientHouse, CountedLine) async throws -> Void) async throws {
        try await withPlace(.postgres) { place in
            try await Migrator(TestHouse.schema + ClientsSchema.migrations)
                .migrate(try place.open(), at: Instant(seconds: 0))
            try await CountedLine.run(to: place.connectionString) { line in
                try await TestHouse.run(over: line.open()) { try await body(ClientHouse($0), line) }
            }
        }
    }

    private func register(_ number: Int, by client: Client, in house: ClientHouse) async throws -> SubjectID {
        let application = try await house.application(email: "aigerim.\(number)@example.kz")
        return try await house.subjects.register(
            application, as: house.request("\(number)", of: client), by: client
        ).subject
    }

    @Test("seven times for a registration with a vouched address, in one transaction")
    func registering() async throws {
        try await withLine { house, line in
            let client = try await house.client()
            _ = try await register(1, by: client, in: house)
            let (application, request) = (
                try await house.application(email: "aigerim@example.kz"), house.request("2", of: client)
            )
            // After which the end of the read before is no longer awaited.
            try await house.house.database.write { _ in }
            let count = try await line.count {
                _ = try await house.subjects.register(application, as: request, by: client)
            }
            #expect(count.trips == 7)
            #expect(count.statements <= 39, "\(count.statements)")
        }
    }

    @Test("twice for a permitted read of two fields, the evidence going with the commit")
    func reading() async throws {
        try await withLine { house, line in
            let client = try await house.client()
            let subject = try await register(1, by: client, in: house)
            let read = { _ = try await house.read([.email, .telephone], of: subject, for: .contact, by: client) }
            try await read()
            let count = try await line.count { try await read() }
            #expect(count.trips == 2)
            #expect(count.statements <= 10, "\(count.statements)")
        }
    }

    @Test("once to find out which programme asks, and once more, which is not awaited")
    func calling() async throws {
        try await withLine { house, line in
            let key = try await house.desk.add("shop", ClientHouse.shop)
            _ = try await house.desk.caller(bearing: key)
            try await house.house.database.write { _ in }
            let count = try await line.count {
                _ = try await house.desk.caller(bearing: key)
                try await house.house.database.write { _ in }
            }
            // The last two are those of the write after it.
            #expect(count.trips == 2 + 2)
            #expect(count.statements == 4 + 2)
        }
    }
}

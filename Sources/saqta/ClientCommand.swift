import ArgumentParser
import Clients
import Permits
import Policy
import Primitives

struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "Connects programmes of the operator’s to the API.",
        discussion: "What they can ask is in docs/api.md.", subcommands: [Add.self, List.self, Renew.self, End.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Connects a programme and prints its key, once.",
            discussion: """
                The programme may do what the policy lets the role "client" do, for these purposes and with these fields only.
                """)

        @Argument(help: "Small Latin letters, digits and hyphens; stands in the ledger and in “who looked”.")
        var name: String

        @Option(help: "A purpose of the policy, such as contact; may be given again.") var purpose: [String] = []

        @Option(help: "A field of the policy, such as email; may be given again.") var field: [String] = []

        @Option(help: "A field whose addresses the programme may vouch for: email, telephone; may be given again.")
        var vouch: [String] = []

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            do {
                print(
                    try await house.clients.add(
                        name, ClientDesk.Bounds(purposes: purpose, fields: field, vouched: vouch)))
            } catch let refusal as ClientRefusal {
                throw ValidationError(refusal.description)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists programmes, what their keys reach, and since when.")

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            let policy = try await house.inForce.look().document
            for client in try await house.clients.all() {
                let state = client.endedAt.map { "ended \($0)" } ?? "connected \(client.addedAt)"
                print("\(client.name) \(state) \(client.reach(under: policy))")
            }
        }
    }

    struct Renew: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints another key for the same; the one before works no longer.")

        @Argument(help: "The name from `saqta client list`.") var name: String

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            do {
                print(try await house.clients.renew(name))
            } catch let refusal as ClientRefusal {
                throw ValidationError(refusal.description)
            }
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes a programme’s key away, at once and for good.")

        @Argument(help: "The name from `saqta client list`.") var name: String

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            do {
                try await house.clients.end(name)
            } catch let refusal as ClientRefusal {
                throw ValidationError(refusal.description)
            }
        }
    }
}

extension Client {
    /// Purposes, fields and what it may vouch for, by their codes.
    fileprivate func reach(under policy: PolicyDocument) -> String {
        func codes(_ fields: Set<FieldNumber>) -> String {
            fields.sorted().map { policy.field($0)?.code ?? "\($0)" }.joined(separator: ",")
        }
        let purposes = purposes.sorted().map(\.rawValue).joined(separator: ",")
        return "purposes=\(purposes) fields=\(codes(fields)) vouch=\(codes(vouched))"
    }
}

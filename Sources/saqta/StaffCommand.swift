import ArgumentParser
import Permits
import Policy
import Primitives
import Staffing

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Looks after staff, on the server itself.",
        discussion: "The guide is docs/guides/lost-phone.md.",
        subcommands: [List.self, Enrol.self, Reset.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists staff by number and role; no names.")

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            for member in try await house.gate.look({ try StaffStore($0).all() }) {
                print(
                    "\(member.subject) \(member.state.rawValue) \(member.roles.map(\.rawValue).joined(separator: ","))")
            }
        }
    }

    struct Enrol: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a new link for the first administrator, as long as there is none.")

        func run() async throws {
            let settings = try Settings.read()
            let site = settings.siteAddress
            let house = try await House.open(settings, site: site, for: .command)
            guard let token = try await house.staff.firstInvitation() else {
                throw ValidationError(
                    "There is an administrator, who invites others on the page “Staff”; see `saqta staff list`, and "
                        + "`saqta staff reset` when the telephone is lost.")
            }
            print("Enrol the first administrator (once): \(site)/ru/office/enrol/\(token.hex)")
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes away the lost second factor of a member of staff and prints a link for a new one.",
            discussion: """
                Their recovery codes and sessions end as well. The link works once; their password is asked for all the
                same, unless it is forgotten too (--password). The guide is docs/guides/lost-phone.md.
                """)

        @Argument(help: "The number from `saqta staff list`; the only administrator when left out.") var member: String?

        @Flag(help: "The password is forgotten too: the link sets another.") var password = false

        func run() async throws {
            let settings = try Settings.read()
            let site = settings.siteAddress
            let house = try await House.open(settings, site: site, for: .command)
            let members = try await house.gate.look { try StaffStore($0).all() }
            let found =
                member.map { name in members.filter { $0.subject.description == name } }
                ?? members.filter { $0.roles.contains(.administrator) && $0.state != .ended }
            guard found.count == 1, let subject = found.first?.subject else {
                throw ValidationError("Name one member of staff; see `saqta staff list`.")
            }
            let token = try await house.staff.resetFactorOnServer(of: subject, withPassword: password)
            let what = password ? "Set a new password and second factor" : "Enrol a new second factor"
            print("\(what) (once): \(site)/ru/office/reset/\(token.hex)")
        }
    }
}

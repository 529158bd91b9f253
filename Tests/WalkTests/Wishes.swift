import Permits
import Policy
import Primitives

extension Wish {
    private static let names: Set<String> = ["b", "2.3.1"]

    /// What others and the person may want to see, in turn.
    static let reading: [Wish] = [
        Wish(
            name: "support opens a case", fields: [1], ground: .consent("main"), clauses: names.union(["2.2.1"]),
            editions: { !$0.contains(.narrower) }),
        Wish(
            name: "support reveals the address", fields: [4], ground: .consent("main"),
            clauses: ["b", "2.2.3", "2.3.2"]),
        Wish(
            name: "support reveals the given name", fields: [2], ground: .consent("main"),
            clauses: names.union(["2.2.3"]), editions: { $0.contains(.wider) }),
        Wish(
            name: "the reviewer opens a case", fields: [1, 2, 6], ground: .consent("main"),
            clauses: names.union(["2.2.2", "2.4"])),
        Wish(
            name: "an advertisement goes out by e-mail", fields: [4], ground: .consent("advertising.email"),
            clauses: ["2.2.4", "2.3.2"]),
        Wish(
            name: "the name goes to the courier", fields: [1], ground: .consent("main"),
            clauses: names.union(["2.2.1"]), recipient: ("courier", "3.5.1")),
        Wish(name: "the person reads", fields: [1, 2], ground: .law, clauses: ["3.1", "2.3.1"], isOwnReading: true),
        Wish(name: "the history is read", fields: [], ground: .law, clauses: ["3.1"]),
    ]

    static let registering = Wish(
        name: "registers", fields: [], ground: .law, clauses: names.union(["2.2.1", "2.4"]))
    static let addressing = Wish(
        name: "gives an address", fields: [4], ground: .consent("main"), clauses: ["b", "2.2.3", "2.3.2"])
    static let correcting = Wish(
        name: "corrects", fields: [1, 2, 3], ground: .consent("main"), clauses: names.union(["2.2.1"]))
    static let asking = Wish(name: "asks", fields: [], ground: .law, clauses: ["3.1"])
    static let ending = Wish(name: "ends", fields: [], ground: .law, clauses: ["3.1"], destroys: true)

    /// The same for the Gate.
    func ask(of subject: SubjectID, session: Bytes) -> Ask {
        let fields = fields.map { FieldNumber($0) }
        func staff(_ role: RoleID) -> Actor { Actor(role, person: Self.staff, session: session) }
        return switch name {
        case "support opens a case": Ask(.openCase, by: staff("support"), on: subject, for: .service, fields: fields)
        case "support reveals the address", "support reveals the given name":
            Ask(.reveal, by: staff("support"), on: subject, for: .contact, fields: fields)
        case "the reviewer opens a case":
            Ask(.openCase, by: staff("reviewer"), on: subject, for: .identification, fields: fields)
        case "an advertisement goes out by e-mail":
            Ask(
                .sendMailing, by: Actor("mailer"), on: subject, for: "advertising", fields: fields, through: .mail,
                channel: .email)
        case "the name goes to the courier":
            Ask(.disclose, by: staff("dpo"), on: subject, for: .service, fields: fields, recipient: "courier")
        case "the history is read": Ask(.readHistory, by: staff("dpo"), on: subject, for: .rights)
        default:
            Ask(.readOwn, by: .subject(subject, session: session), on: subject, for: .rights, fields: fields)
        }
    }

    private static let staff = SubjectID(from: .system)
}

import Permits
import Policy
import Primitives

extension Wish {
    private static let names: Set<String> = ["b", "2.3.1"]
    private static let person = SubjectID(from: .system)

    static func staff(_ role: RoleID, _ session: Bytes) -> Actor {
        Actor(role, person: person, session: session)
    }

    /// What others and the person may want to see, in turn.
    static let reading: [Wish] = [
        Wish(
            name: "support opens a case",
            ask: { Ask(.openCase, by: staff("support", $1), on: $0, for: .service, fields: [1]) }, fields: [1],
            ground: .consent("main"), clauses: names.union(["2.2.1"]), editions: { !$0.contains(.narrower) }),
        Wish(
            name: "support reveals the address",
            ask: { Ask(.reveal, by: staff("support", $1), on: $0, for: .contact, fields: [4]) }, fields: [4],
            ground: .consent("main"), clauses: ["b", "2.2.3", "2.3.2"]),
        Wish(
            name: "support reveals the given name",
            ask: { Ask(.reveal, by: staff("support", $1), on: $0, for: .contact, fields: [2]) }, fields: [2],
            ground: .consent("main"), clauses: names.union(["2.2.3"]), editions: { $0.contains(.wider) }),
        Wish(
            name: "the reviewer opens a case",
            ask: { Ask(.openCase, by: staff("reviewer", $1), on: $0, for: .identification, fields: [1, 2, 6]) },
            fields: [1, 2, 6], ground: .consent("main"), clauses: names.union(["2.2.2", "2.4"])),
        Wish(
            name: "an advertisement goes out by e-mail",
            ask: { subject, _ in
                Ask(
                    .sendMailing, by: Actor("mailer"), on: subject, for: "advertising", fields: [4], through: .mail,
                    channel: .email)
            }, fields: [4], ground: .consent("advertising.email"), clauses: ["2.2.4", "2.3.2"]),
        Wish(
            name: "the name goes to the courier",
            ask: { Ask(.disclose, by: staff("dpo", $1), on: $0, for: .service, fields: [1], recipient: "courier") },
            fields: [1], ground: .consent("main"), clauses: names.union(["2.2.1"]), recipient: "courier"),
        Wish(
            name: "the person reads",
            ask: { Ask(.readOwn, by: .subject($0, session: $1), on: $0, for: .rights, fields: [1, 2]) },
            fields: [1, 2], ground: .law, clauses: ["3.1", "2.3.1"], isOwnReading: true),
        Wish(
            name: "the history is read", ask: { Ask(.readHistory, by: staff("dpo", $1), on: $0, for: .rights) },
            fields: [], ground: .law, clauses: ["3.1"]),
    ]

    static let registering = Wish(
        name: "registers", fields: [], ground: .law, clauses: names.union(["2.2.1", "2.4"]))
    static let addressing = Wish(
        name: "gives an address", fields: [4], ground: .consent("main"), clauses: ["b", "2.2.3", "2.3.2"])
    static let correcting = Wish(
        name: "corrects", fields: [1, 2, 3], ground: .consent("main"), clauses: names.union(["2.2.1"]))
    static let writing = Wish(
        name: "writes a message", fields: [], ground: .consent("main"), clauses: ["b", "2.2.3"])
    static let openingThread = Wish(
        name: "support opens a thread", fields: [], ground: .consent("main"), clauses: ["b", "2.2.3"])
    static let readingThread = Wish(
        name: "the person reads a thread", fields: [], ground: .law, clauses: ["3.1", "2.2.3"], isOwnReading: true)
    static let ending = Wish(name: "ends", fields: [], ground: .law, clauses: ["3.1"], destroys: true)
}

import Consents
import Ledger
import Permits
import Policy
import Primitives
import Rights
import Staffing
import Storage

/// Does again, in a house that was put back from before it, what the newest ledger knows: withdrawals of consents, with
/// them unsubscribing, blocks and unblocks, persons put into the archive, holds, access and roles taken away, clauses
/// declared void, editions published, representations ended, requests that nobody has closed.
///
/// Nothing that gives somebody more leave over a person is done again, a consent least of all: its text is lost.
package struct Replay: Sendable {
    let gate: Gate
    let consents: ConsentDesk
    /// What the rooms delete of a person who goes into the archive.
    let erasure: [ErasureStep]
    /// Within what requests are answered that are taken in again.
    let terms: RequestTerms
    let time: TimeSource

    /// - Parameters:
    ///   - consents: with what a withdrawal asks of staff.
    ///   - erasure: what the rooms delete of a person who goes into the archive.
    ///   - terms: within what requests are answered.
    package init(gate: Gate, consents: ConsentDesk, erasure: [ErasureStep], terms: RequestTerms, time: TimeSource) {
        self.gate = gate
        self.consents = consents
        self.erasure = erasure
        self.terms = terms
        self.time = time
    }

    /// The acts on persons that are done again.
    private static let personal: Set<Act> = [
        .withdrawConsent, .block, .unblock, .archive, .hold, .releaseHold, .endAccess, .revokeRole,
        .endRepresentation, .request,
    ]
    /// The acts that close a request, which is then not taken in again.
    fileprivate static let closing: Set<Act> = [.answerRequest, .refuseRequest, .withdrawRequest]

    /// Whether an entry is one of those that are done again. One that repeats another is not: that one stands before it in the
    /// tree, and tells whose act it was and when.
    package static func takes(_ entry: LedgerEntry) -> Bool {
        guard entry.outcome == .done, entry.note[Gate.replayedWord] == nil else { return false }
        if entry.whom != nil { return Act(rawValue: entry.act).map(personal.union(closing).contains) ?? false }
        return ["void_clause", "publish"].contains(entry.act)
    }

    /// What is left of the policy's later life beside the ledger; nothing personal.
    package struct Remains: Sendable {
        package let editions: [Int: LaterEdition]
        /// What was kept of declarations that a clause is void, by their SHA-256.
        package let voids: [Bytes: Bytes]

        package init(editions: [Int: LaterEdition] = [:], voids: [Bytes: Bytes] = [:]) {
            self.editions = editions
            self.voids = voids
        }
    }

    /// The entries with those whom they are about.
    package struct Plan: Sendable {
        let policy: [PlacedEntry]
        let personal: [(placed: PlacedEntry, subject: SubjectID)]
        /// About somebody who has no key here.
        package let unmatched: [PlacedEntry]
    }

    /// Finds the persons; before any key is destroyed.
    package func plan(
        _ entries: [PlacedEntry], progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> Plan {
        let about = entries.filter { $0.entry.whom != nil }
        let persons = try await gate.persons(of: about, progress: progress)
        return Plan(
            policy: entries.filter { $0.entry.whom == nil },
            personal: about.compactMap { placed in persons[placed.entry.id].map { (placed, $0) } },
            unmatched: about.filter { persons[$0.entry.id] == nil && !$0.entry.closesRequest })
    }

    /// What was done.
    package struct Outcome: Hashable, Sendable {
        package var withdrawn = 0
        package var blocked = 0
        package var unblocked = 0
        package var archived = 0
        package var held = 0
        package var unheld = 0
        package var accessEnded = 0
        package var unrepresented = 0
        /// Requests that wait for an answer again, without their words.
        package var requests = 0
        package var void = 0
        package var editions = 0
        /// Clauses declared void and editions published of which not enough is left.
        package var policyLost = 0

        package init() {}

        /// What the entry of the restore notes.
        package var note: [String: String] {
            let counts = [
                "withdrawn": withdrawn, "blocked": blocked, "unblocked": unblocked, "archived": archived,
                "held": held, "unheld": unheld, "access_ended": accessEnded, "unrepresented": unrepresented,
                "requests": requests,
                "void": void, "editions": editions,
            ]
            return counts.filter { $0.value > 0 }.mapValues(String.init)
        }
    }

    /// Does it; what is so already is left as it is, so that it may be done any number of times.
    package func run(_ plan: Plan, _ remains: Remains) async throws -> Outcome {
        var outcome = Outcome()
        for placed in plan.policy { try await follow(placed, remains, &outcome) }
        // How a block came to stand matters to nobody, only how it stands in the end.
        let last = Dictionary(
            plan.personal.filter { ["block", "unblock"].contains($0.placed.entry.act) }
                .map { ($0.subject, $0.placed.entry.id) }, uniquingKeysWith: { $1 })
        let released = Set(
            plan.personal.filter { $0.placed.entry.act == Act.releaseHold.rawValue }
                .compactMap { $0.placed.entry.note["hold"] })
        let closed = Set(
            plan.personal.filter(\.placed.entry.closesRequest).map {
                [$0.subject.description, $0.placed.entry.request]
            })
        for (placed, subject) in plan.personal where !placed.entry.closesRequest {
            if placed.entry.act == Act.request.rawValue,
                closed.contains([subject.description, placed.entry.request])
            {
                continue
            }
            if placed.entry.act == Act.hold.rawValue, placed.entry.note["hold"].map(released.contains) != false {
                continue
            }
            let isBlock = ["block", "unblock"].contains(placed.entry.act)
            if isBlock, last[subject] != placed.entry.id { continue }
            if try await doAgain(placed, on: subject) { outcome.count(placed.entry) }
        }
        return outcome
    }

    private func follow(_ placed: PlacedEntry, _ remains: Remains, _ outcome: inout Outcome) async throws {
        let entry = placed.entry
        let later = entry.act == "publish" ? remains.editions[entry.edition] : nil
        let (isDone, stands) = try await gate.perform { [gate] transaction in
            if entry.act == "publish" {
                let isDone = try later.map { try gate.publishAgain(placed, $0, in: transaction) } ?? false
                return (isDone, try gate.isPublished(entry, in: transaction))
            }
            let content = entry.digest.flatMap { remains.voids[$0] }
            let isDone = try gate.voidAgain(placed, content: content, in: transaction)
            return (isDone, try gate.isVoid(entry, in: transaction))
        }
        if !stands { outcome.policyLost += 1 }
        guard isDone else { return }
        if entry.act == "publish" { outcome.editions += 1 } else { outcome.void += 1 }
    }
}

extension LedgerEntry {
    /// The number of the request that it is about, among those of its person.
    fileprivate var request: String? { note["request"] }

    /// Whether a request that was made is no longer open by it.
    fileprivate var closesRequest: Bool { Act(rawValue: act).map(Replay.closing.contains) ?? false }
}

extension Replay.Outcome {
    fileprivate mutating func count(_ entry: LedgerEntry) {
        switch Act(rawValue: entry.act) {
        case .withdrawConsent: withdrawn += 1
        case .block: blocked += 1
        case .unblock: unblocked += 1
        case .archive: archived += 1
        case .hold: held += 1
        case .releaseHold: unheld += 1
        case .endRepresentation: unrepresented += 1
        case .request: requests += 1
        default: accessEnded += 1
        }
    }
}

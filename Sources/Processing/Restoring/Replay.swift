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
/// declared void, editions published, representations ended, requests that nobody has closed, objections to refusals, the
/// e-mail about new editions switched off, addresses that another one has replaced, documents and fields destroyed.
///
/// Nothing that gives somebody more leave over a person is done again, a consent least of all: its text is lost. Whoever gave
/// the one to the registration is only kept from destruction until they are asked again.
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
        .endRepresentation, .request, .objection, .removeDocument, .destroyDocument, .destroyField, .acceptCorrection,
    ]
    /// The acts after which something of a person is no more, or is no more as it was.
    static let losing: Set<Act> = [.removeDocument, .destroyDocument, .destroyField, .acceptCorrection]
    /// The acts after which a case is decided anew: an objection that follows is to a refusal of which the data know nothing.
    static let reopening: Set<Act> = [.applyAgain, .undoDecision]
    /// The acts that close a request, which is then not taken in again.
    static let closing: Set<Act> = [.answerRequest, .refuseRequest, .withdrawRequest]

    /// Whether an entry is one of those that are done again. One that repeats another is not: that one stands before it in the
    /// tree, and tells whose act it was and when.
    package static func takes(_ entry: LedgerEntry) -> Bool {
        guard entry.outcome == .done, entry.note[Gate.replayedWord] == nil else { return false }
        if entry.whom != nil {
            return entry.isOvertaking || entry.replacesAddress || entry.givesMain
                || Act(rawValue: entry.act).map(personal.contains) ?? false
        }
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
            unmatched: about.filter { persons[$0.entry.id] == nil && !$0.entry.asksNothingUnmatched })
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
        /// Objections to refusals that wait for a reviewer again, without their words.
        package var objections = 0
        /// Addresses that were replaced since, and let nobody in any more.
        package var replaced = 0
        /// Times the e-mail about new editions was switched off.
        package var unsubscribed = 0
        /// Persons kept from destruction until they are asked again, since they gave a consent that is lost.
        package var kept = 0
        package var documents = 0
        package var fields = 0
        /// Values that persons had agreed to have corrected; the record has the earlier ones.
        package var uncorrected = 0
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
                "requests": requests, "objections": objections, "unsubscribed": unsubscribed, "replaced": replaced,
                "kept": kept, "documents": documents, "fields": fields, "uncorrected": uncorrected, "void": void,
                "editions": editions,
            ]
            return counts.filter { $0.value > 0 }.mapValues(String.init)
        }
    }

    /// Does it; what is so already is left as it is, so that it may be done any number of times.
    package func run(_ plan: Plan, _ remains: Remains) async throws -> Outcome {
        var outcome = Outcome()
        for placed in plan.policy { try await follow(placed, remains, &outcome) }
        let overtaken = Overtaken(plan)
        for (placed, subject) in plan.personal where !overtaken.contains(placed.entry, of: subject) {
            let done = try await doAgain(placed, on: subject)
            if done > 0 { outcome.count(placed.entry, done) }
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

extension Replay.Outcome {
    /// - Parameter done: of how much, where one act is on several documents or fields.
    fileprivate mutating func count(_ entry: LedgerEntry, _ done: Int) {
        switch Act(rawValue: entry.act) {
        case .withdrawConsent where entry.switchesNotices: unsubscribed += 1
        case .withdrawConsent: withdrawn += 1
        case .block: blocked += 1
        case .unblock: unblocked += 1
        case .archive: archived += 1
        case .hold: held += 1
        case .releaseHold: unheld += 1
        case .endRepresentation: unrepresented += 1
        case .request: requests += 1
        case .objection: objections += 1
        case .confirmContact: replaced += 1
        case .consent: kept += 1
        case .removeDocument, .destroyDocument: documents += done
        case .destroyField: fields += done
        case .acceptCorrection: uncorrected += done
        default: accessEnded += 1
        }
    }
}

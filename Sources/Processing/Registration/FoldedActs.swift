import Permits
import Policy
import Primitives

/// One line of the list of who looked: a single act, or acts of one kind that the person did on their own data in one
/// sitting. Acts of others are never put together.
package struct FoldedActs: Sendable, Hashable {
    /// An own act later than this after the one before begins a new sitting: the longest that a session rests.
    package static let pause = Span.minutes(30)

    /// The newest first; at least one.
    package private(set) var acts: [PastAct]

    package init(_ act: PastAct) { acts = [act] }

    /// The newest of them.
    package var act: PastAct { acts[0] }

    /// When the first of them was done.
    package var since: Instant { acts[acts.count - 1].at }

    /// The fields of all of them.
    package var fields: [FieldNumber] { Set(acts.flatMap(\.fields)).sorted() }

    /// The documents of all of them, in the order of the newest.
    package var documents: [String] {
        var found: [String] = []
        for document in acts.flatMap(\.documents) where !found.contains(document) { found.append(document) }
        return found
    }

    /// How often what was seen was opened again, in all of them.
    package var openings: Int { acts.compactMap { $0.note["openings"].flatMap(Int.init) }.reduce(0, +) }

    /// What must be the same for acts to stand in one line.
    private struct Kind: Hashable {
        let code: String
        let purpose: PurposeID?
        let clause: ClauseID?
        let isRefused: Bool
        let consent: String?
        let isGiven: String?
        let representative: String?

        init(_ act: PastAct) {
            code = act.code
            purpose = act.purpose
            clause = act.clause
            isRefused = act.isRefused
            consent = act.note["consent"]
            isGiven = act.note["given"]
            representative = act.note["representative"]
        }
    }

    /// Puts acts together; each line stands where its newest act stands.
    ///
    /// - Parameter acts: the newest first.
    package static func fold(_ acts: some Sequence<PastAct>) -> [FoldedActs] {
        var lines: [FoldedActs] = []
        var sitting: [Kind: Int] = [:]
        var earliest: Instant?
        for act in acts {
            guard act.isOwn else {
                lines.append(FoldedActs(act))
                continue
            }
            if let earliest, earliest - act.at > pause { sitting = [:] }
            earliest = act.at
            if let line = sitting[Kind(act)] {
                lines[line].acts.append(act)
            } else {
                sitting[Kind(act)] = lines.count
                lines.append(FoldedActs(act))
            }
        }
        return lines
    }
}

extension PastAct {
    /// The person did it on their own data.
    package var isOwn: Bool { role == .subject || role == .visitor }

    /// The kinds of the documents it was done with.
    package var documents: [String] { (note["documents"] ?? "").split(separator: ",").map(String.init) }
}

import Ledger
import Permits
import Policy
import Primitives
import Publication
import Registration

extension Replay {
    /// What of a plan is not done again, since a later entry of it says otherwise: only how things stand in the end matters.
    struct Overtaken {
        /// The last entry about a block, about the e-mail about new editions, and about the consent to the registration, of each
        /// person.
        private let last: Set<EntryID>
        private let released: Set<String>
        private let closed: Set<[String]>
        /// Objections to refusals that came after the data were copied.
        private let unfounded: Set<EntryID>

        init(_ plan: Plan) {
            func last(_ isMeant: (LedgerEntry) -> Bool) -> [EntryID] {
                let entries = plan.personal.filter { isMeant($0.placed.entry) }
                return Array(
                    Dictionary(entries.map { ($0.subject, $0.placed.entry.id) }, uniquingKeysWith: { $1 }).values)
            }
            self.last = Set(last(\.isBlock) + last(\.switchesNotices) + last(\.decidesMain))
            released = Set(
                plan.personal.filter { $0.placed.entry.act == Act.releaseHold.rawValue }
                    .compactMap { $0.placed.entry.note["hold"] })
            var (reopened, unfounded): (Set<SubjectID>, Set<EntryID>) = ([], [])
            for (placed, subject) in plan.personal {
                if placed.entry.reopensCase { reopened.insert(subject) }
                if placed.entry.act == Act.objection.rawValue, reopened.contains(subject) {
                    unfounded.insert(placed.entry.id)
                }
            }
            self.unfounded = unfounded
            closed = Set(
                plan.personal.filter(\.placed.entry.closesRequest)
                    .map { Self.request($0.placed.entry, of: $0.subject) })
        }

        func contains(_ entry: LedgerEntry, of subject: SubjectID) -> Bool {
            if entry.isOvertaking { return true }
            if entry.isBlock || entry.switchesNotices || entry.givesMain { return !last.contains(entry.id) }
            return switch Act(rawValue: entry.act) {
            case .request: closed.contains(Self.request(entry, of: subject))
            case .objection: unfounded.contains(entry.id)
            case .hold: entry.note["hold"].map(released.contains) != false
            default: false
            }
        }

        /// Requests have a number among those of their person.
        private static func request(_ entry: LedgerEntry, of subject: SubjectID) -> [String] {
            [subject.description, entry.note["request"] ?? ""]
        }
    }
}

extension LedgerEntry {
    /// Whether all that it tells is that an earlier entry is not done again: a request is closed, or the e-mail about new
    /// editions was switched on, which is leave and is never done again, or a case came to be decided anew.
    var isOvertaking: Bool { closesRequest || reopensCase || switchesNotices && note[EditionNotices.switchWord] != "0" }

    /// Whether the e-mail about new editions was switched by it.
    var switchesNotices: Bool {
        note[EditionNotices.switchWord] != nil && [Act.consent, .withdrawConsent].map(\.rawValue).contains(act)
    }

    /// Whether the consent to the registration was given by it, by somebody who was registered already.
    var givesMain: Bool { decidesMain && act == Act.consent.rawValue && role != RoleID.visitor.rawValue }

    /// Whether it asks for nothing where its person has no key here: nothing of theirs can be read, and nobody is let go.
    var asksNothingUnmatched: Bool {
        isOvertaking || givesMain || Act(rawValue: act).map(Replay.losing.contains) ?? false
    }

    fileprivate var decidesMain: Bool {
        note["consent"] == ConsentID.main.rawValue
            && [Act.consent, .withdrawConsent].map(\.rawValue).contains(act)
    }

    /// Whether an address was confirmed by it in the place of another.
    var replacesAddress: Bool { act == Act.confirmContact.rawValue && note[Registrar.replacesWord] == "1" }

    fileprivate var reopensCase: Bool { Act(rawValue: act).map(Replay.reopening.contains) ?? false }

    fileprivate var isBlock: Bool { [Act.block, .unblock].map(\.rawValue).contains(act) }

    /// Whether a request that was made is no longer open by it.
    fileprivate var closesRequest: Bool { Act(rawValue: act).map(Replay.closing.contains) ?? false }
}

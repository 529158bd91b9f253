import Policy
import Primitives
import Storage
import Vault

/// How much one person or connected programme may have opened in a minute and in a day; stops mass copying.
package struct Budgets: Sendable {
    /// Acts a minute and a day, for staff.
    package var staffAMinute = 60
    package var staffADay = 1_000
    /// Acts a minute and a day, for a subject on their own data.
    package var subjectAMinute = 240
    package var subjectADay = 5_000
    /// Look-ups a minute and a day; they are counted apart.
    package var lookupsAMinute = 10
    package var lookupsADay = 200
    /// Acts a minute and a day, for a connected programme; a registration is about six.
    package var clientAMinute = 1_200
    package var clientADay = 100_000
    /// Its look-ups.
    package var clientLookupsAMinute = 60
    package var clientLookupsADay = 2_000

    package init() {}

    /// An act that is counted.
    struct Counted {
        fileprivate let spent: Asked
        fileprivate let limits: [String: Int]

        /// Whether it is none too many.
        var isWithin: Bool {
            get throws { try spent.rows().allSatisfy { try $0.int(1) <= Int64(limits[try $0.text(0)] ?? 0) } }
        }
    }

    /// Counts an act; automatic actors have no budget here, their queues are bounded.
    /// - Returns: nil for an actor without a budget.
    @discardableResult
    func count(_ ask: Ask, at now: Instant, ring: KeyRing, in transaction: any Transaction) throws -> Counted? {
        guard let account = ask.actor.account else { return nil }
        let isLookup = ask.act == .lookup
        let (aMinute, aDay) = limits(ask.actor, isLookup: isLookup)
        let digest = ring.mac(purpose: isLookup ? "budgets of look-ups" : "budgets", over: account)
        let spent = try transaction.ask(
            """
            INSERT INTO budget (digest, span, start, spent)
            VALUES (\(digest), 'minute', \(now.seconds / 60), 1), (\(digest), 'day', \(now.seconds / 86_400), 1)
            ON CONFLICT (digest, span) DO UPDATE SET
                spent = CASE WHEN budget.start = excluded.start THEN budget.spent + 1 ELSE 1 END,
                start = excluded.start
            RETURNING span, spent
            """)
        return Counted(spent: spent, limits: ["minute": aMinute, "day": aDay])
    }

    private func limits(_ actor: Actor, isLookup: Bool) -> (aMinute: Int, aDay: Int) {
        if actor.client != nil {
            return isLookup ? (clientLookupsAMinute, clientLookupsADay) : (clientAMinute, clientADay)
        }
        if isLookup { return (lookupsAMinute, lookupsADay) }
        return actor.isOwn ? (subjectAMinute, subjectADay) : (staffAMinute, staffADay)
    }
}

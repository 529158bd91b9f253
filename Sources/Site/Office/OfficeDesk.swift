import Access
import Agreements
import Consents
import Disclosures
import Identification
import Permits
import Policy
import Primitives
import Publication
import Restoring
import Rights
import Staffing
import Threads
import WebCore

/// What all controllers of the office work with.
struct OfficeDesk: Sendable {
    let staff: StaffDesk
    let review: ReviewDesk
    let publication: PublicationDesk
    let stuck: StuckDesk
    let consents: ConsentDesk
    let disclosures: DisclosureDesk
    let rights: RightsDesk
    let threads: ThreadDesk
    let release: ReleaseDesk
    let orders: OrderDesk
    let gate: Gate
    let time: TimeSource

    /// The member of staff who asks, with both factors shown and the undertaking accepted, in one of their roles.
    ///
    /// - Throws: `AccessRefusal.noSession`, `.needsMore`; ``OfficeRefusal``.
    func officer(_ role: RoleID? = nil, in context: WebContext) async throws -> Officer {
        let sitting = try context.require(.staff)
        guard let person = sitting.subject else { throw AccessRefusal.noSession }
        guard sitting.session.assurance == .twoFactors else { throw AccessRefusal.needsMore }
        guard let row = try await staff.member(person), row.state != .ended else { throw AccessRefusal.noSession }
        guard row.state == .active else { throw OfficeRefusal.needsUndertaking }
        if let role, !row.roles.contains(role) { throw OfficeRefusal.noRole }
        let administers = row.roles.contains(.administrator)
        return Officer(
            person: person, session: sitting.session, roles: row.roles,
            pseudonym: shortPseudonym(gate.pseudonym(of: person)),
            policyWaits: administers ? try await publication.isProposed() : false,
            openDisclosures: row.roles.contains(.responsible) ? try await disclosures.countOpen() : 0,
            pressingRequests: row.roles.contains(.responsible)
                ? try await rights.pressing() + disclosures.pressing() : 0,
            waitingThreads: row.roles.contains(.support) ? try await threads.countWaiting() : 0,
            heldSince: try await gate.look { try WorkHoldStore($0).standing()?.since },
            placedOrders: row.roles.contains(.support) ? try await orders.countPlaced() : 0,
            stuckJobs: administers ? try await stuck.counts().map(\.count).reduce(0, +) : 0)
    }

    /// The same for who answers requests, and for who tells whose a request is.
    func requestsOfficer(in context: WebContext) async throws -> Officer {
        let officer = try await officer(in: context)
        guard officer.roles.contains(.responsible) || officer.roles.contains(.reviewer) else {
            throw OfficeRefusal.noRole
        }
        return officer
    }
}

/// An active member of staff in front of the browser.
struct Officer: Sendable {
    let person: SubjectID
    let session: Session
    let roles: [RoleID]
    let pseudonym: String
    /// A policy is proposed, and waits for somebody who publishes it.
    let policyWaits: Bool
    /// How many withdrawals and tellings wait for whoever answers for the data.
    let openDisclosures: Int
    /// How many requests and withdrawals are due by the next working day, or overdue.
    let pressingRequests: Int
    /// How many threads wait for an answer.
    let waitingThreads: Int
    /// Since when mail and jobs are held after a restore.
    let heldSince: Instant?
    /// How many orders nobody has taken up yet.
    let placedOrders: Int
    /// How many jobs wait for an administrator.
    let stuckJobs: Int

    func actor(_ role: RoleID) -> Actor { Actor(role, person: person, session: session.digest) }

    /// The pages that the roles give, for the second navigation.
    func tabs(current: SitePath) -> [PageTab] {
        var tabs: [PageTab] = []
        func add(_ label: Phrase, _ path: SitePath, count: Int? = nil) {
            tabs.append(PageTab(label, to: path, isCurrent: path == current, count: count))
        }
        if roles.contains(.reviewer) { add(.officeQueueTitle, .queue) }
        if roles.contains(.support) {
            add(.threadsTitle, .officeThreads, count: waitingThreads > 0 ? waitingThreads : nil)
        }
        if roles.contains(.support) { add(.counterTitle, .counter) }
        if roles.contains(.support) || roles.contains(.responsible) { add(.officeFindTitle, .findPerson) }
        if roles.contains(.responsible) {
            add(.officeRequestsTitle, .officeRequests, count: pressingRequests > 0 ? pressingRequests : nil)
            add(.officeDisclosuresTitle, .officeDisclosures, count: openDisclosures > 0 ? openDisclosures : nil)
        }
        if roles.contains(.responsible) {
            add(.personHoldsTitle, .personHolds)
            add(.archiveTitle, .archive)
        }
        if roles.contains(.reviewer), !roles.contains(.responsible) { add(.officeRequestsTitle, .officeRequests) }
        if roles.contains(.support) {
            add(.officeOrdersTitle, .officeOrders, count: placedOrders > 0 ? placedOrders : nil)
        }
        if roles.contains(.administrator) {
            add(.officeServicesTitle, .officeServices)
            add(.officePagesTitle, .officePages)
            add(.officeStaffTitle, .staff)
            add(.officePolicyTitle, .officePolicy, count: policyWaits ? 1 : nil)
            add(.officeCalendarTitle, .workingDays)
            add(.officeOutboxTitle, .outbox)
            if heldSince != nil || current == .heldWork {
                add(.officeHoldTitle, .heldWork, count: heldSince.map { _ in 1 })
            }
            add(.officeJobsTitle, .jobs, count: stuckJobs > 0 ? stuckJobs : nil)
            add(.officeCheckupTitle, .checkup)
        }
        add(.officeSessionsTitle, .officeSessions)
        return tabs
    }
}

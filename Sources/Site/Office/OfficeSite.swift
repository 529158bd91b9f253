import Access
import Agreements
import Archive
import Consents
import Deadlines
import Disclosures
import Documents
import Identification
import Messages
import Operation
import Pages
import Permits
import Primitives
import Publication
import Registration
import Restoring
import Rights
import Staffing
import Threads
import WebCore

/// The pages of the operator's own people: coming in, reviewing, administering.
package struct OfficeSite: Sendable {
    let staff: StaffDesk
    let sessions: Sessions
    let review: ReviewDesk
    let documents: DocumentAccess
    let registrar: Registrar
    let intake: DocumentIntake
    let publication: PublicationDesk
    let calendars: CalendarDesk
    let consents: ConsentDesk
    let disclosures: DisclosureDesk
    let acceptance: Acceptance
    let stuck: StuckDesk
    let rights: RightsDesk
    let threads: ThreadDesk
    let letters: LetterDesk
    let release: ReleaseDesk
    let services: ServiceDesk
    let orders: OrderDesk
    let pages: PageDesk
    let gate: Gate
    let qr: @Sendable (String) -> QRDrawing?
    let examine: @Sendable () async throws -> Checkup
    let time: TimeSource

    /// - Parameters:
    ///   - qr: draws a text as a QR code; nil when it cannot be drawn, then only the readable key is shown.
    ///   - examine: looks at the installation, for the administrator.
    package init(
        staff: StaffDesk, sessions: Sessions, review: ReviewDesk, documents: DocumentAccess,
        registrar: Registrar, intake: DocumentIntake,
        publication: PublicationDesk, calendars: CalendarDesk, consents: ConsentDesk, disclosures: DisclosureDesk,
        acceptance: Acceptance,
        stuck: StuckDesk, rights: RightsDesk, threads: ThreadDesk, letters: LetterDesk, release: ReleaseDesk,
        services: ServiceDesk,
        orders: OrderDesk, pages: PageDesk, gate: Gate,
        qr: @escaping @Sendable (String) -> QRDrawing?, examine: @escaping @Sendable () async throws -> Checkup,
        time: TimeSource
    ) {
        self.staff = staff
        self.sessions = sessions
        self.review = review
        self.documents = documents
        self.registrar = registrar
        self.intake = intake
        self.publication = publication
        self.calendars = calendars
        self.consents = consents
        self.disclosures = disclosures
        self.acceptance = acceptance
        self.stuck = stuck
        self.rights = rights
        self.threads = threads
        self.letters = letters
        self.release = release
        self.services = services
        self.orders = orders
        self.pages = pages
        self.gate = gate
        self.qr = qr
        self.examine = examine
        self.time = time
    }

    package func addRoutes(to routes: SiteRoutes) {
        let desk = OfficeDesk(
            staff: staff, review: review, publication: publication, stuck: stuck, consents: consents,
            disclosures: disclosures, rights: rights, threads: threads, release: release, orders: orders, gate: gate,
            time: time)
        let routes =
            routes
            .behind(
                SittingFilter(
                    SessionCookie.office, find: sessions.find,
                    line: { [gate] session in session.subject.map { SessionLine.office(gate.pseudonym(of: $0)) } })
            )
            // Within, so that whoever is turned away still sees that they are signed in.
            .behind(OfficeDoor())
        SignInController(desk: desk, sessions: sessions).addRoutes(to: routes)
        EnrolController(desk: desk).addRoutes(to: routes)
        ResetController(desk: desk).addRoutes(to: routes)
        FactorController(desk: desk, qr: qr).addRoutes(to: routes)
        SessionsController(desk: desk, sessions: sessions).addRoutes(to: routes)
        UndertakingController(desk: desk).addRoutes(to: routes)
        QueueController(desk: desk).addRoutes(to: routes)
        CaseController(desk: desk, documents: documents).addRoutes(to: routes)
        PageImages(desk: desk, documents: documents).addRoutes(to: routes)
        RequestsController(desk: desk).addRoutes(to: routes)
        CopyForPersonController(requests: RequestsController(desk: desk), documents: documents).addRoutes(to: routes)
        WithdrawingController(requests: RequestsController(desk: desk)).addRoutes(to: routes)
        DestroyingController(requests: RequestsController(desk: desk)).addRoutes(to: routes)
        CorrectionController(requests: RequestsController(desk: desk), documents: documents).addRoutes(to: routes)
        EnterRequestController(desk: desk).addRoutes(to: routes)
        EnterOutsideController(desk: desk).addRoutes(to: routes)
        OutsideRequestsController(desk: desk).addRoutes(to: routes)
        ThreadsController(desk: desk).addRoutes(to: routes)
        ThreadFilesController(threads: ThreadsController(desk: desk), intake: intake, documents: documents)
            .addRoutes(to: routes)
        NoteController(desk: desk).addRoutes(to: routes)
        LetterController(desk: desk, letters: letters).addRoutes(to: routes)
        TemplatesController(desk: desk).addRoutes(to: routes)
        FindController(desk: desk, finder: PersonFinder(gate: gate)).addRoutes(to: routes)
        CounterController(desk: desk, registrar: registrar, intake: intake, documents: documents).addRoutes(to: routes)
        OrdersController(desk: desk).addRoutes(to: routes)
        ServicesController(desk: desk, services: services).addRoutes(to: routes)
        AgreementController(desk: desk, services: services).addRoutes(to: routes)
        PagesController(desk: desk, pages: pages).addRoutes(to: routes)
        StaffController(desk: desk).addRoutes(to: routes)
        OutboxController(desk: desk, outbox: MessageOutbox(gate)).addRoutes(to: routes)
        JobsController(desk: desk).addRoutes(to: routes)
        HoldController(desk: desk).addRoutes(to: routes)
        PublicationController(desk: desk).addRoutes(to: routes)
        VoidController(desk: desk).addRoutes(to: routes)
        DraftController(desk: desk).addRoutes(to: routes)
        CalendarController(desk: desk, calendars: calendars).addRoutes(to: routes)
        DisclosuresController(desk: desk, calendars: calendars).addRoutes(to: routes)
        AnsweringController(desk: desk).addRoutes(to: routes)
        PersonHoldsController(desk: desk).addRoutes(to: routes)
        ArchiveController(desk: desk, archive: ArchiveDesk(gate: gate, law: rights.law, time: time))
            .addRoutes(to: routes)
        AcceptanceController(desk: desk, acceptance: acceptance).addRoutes(to: routes)
        CheckupController(desk: desk, examine: examine).addRoutes(to: routes)
    }
}

/// A QR code ready to be drawn.
package struct QRDrawing: Sendable {
    /// The dark modules as the `d` of one SVG path, quiet zone included.
    package let path: String
    /// The side of the drawing in modules, quiet zone included.
    package let side: Int

    package init(path: String, side: Int) {
        self.path = path
        self.side = side
    }
}

extension SessionLine {
    static func office(_ pseudonym: String) -> SessionLine {
        SessionLine(label: .officeWho(shortPseudonym(pseudonym)), home: .office, signOut: .officeSignOut)
    }
}

/// The first eight digits tell members of one staff apart and can be said aloud.
func shortPseudonym(_ pseudonym: String) -> String { String(pseudonym.prefix(8)) }

import Access
import Agreements
import Consents
import Disclosures
import Documents
import Hummingbird
import Markup
import Permits
import Primitives
import Publication
import Registration
import Rights
import Threads
import WebCore

/// Every page of a person: registration, sign-in, account, receipt.
package struct AccountSite: Sendable {
    private let rooms: AccountRooms

    /// - Parameter qr: draws a QR code of a text; nil where none can be drawn.
    package init(
        registrar: Registrar, signIn: SignIn, sessions: Sessions, consents: ConsentDesk, notices: EditionNotices,
        receipts: Receipts, disclosures: DisclosureDesk, rights: RightsDesk, threads: ThreadDesk,
        questions: QuestionDesk, services: ServiceDesk, orders: OrderDesk, intake: DocumentIntake,
        documents: DocumentAccess, gate: Gate, time: TimeSource, randomness: Randomness,
        qr: @escaping @Sendable (String) -> HTML?
    ) {
        rooms = AccountRooms(
            registrar: registrar, signIn: signIn, sessions: sessions, consents: consents, notices: notices,
            receipts: receipts, disclosures: disclosures, rights: rights, threads: threads,
            questions: questions, services: services, orders: orders, intake: intake, documents: documents,
            viewings: ViewingShelf(documents: documents, time: time), gate: gate,
            time: time, randomness: randomness, qr: qr)
    }

    /// Finds the person of a request; may stand before public pages too, so that their header shows who is signed in.
    package var sitting: SittingFilter {
        SittingFilter(SessionCookie.account, find: rooms.sessions.find) { session in
            if session.representation != nil {
                return SessionLine(label: .actingLine, home: .account, signOut: .signOut)
            }
            return switch session.kind {
            case .registration: SessionLine(label: .myRegistration, home: .account, signOut: .signOut)
            case .account: SessionLine(label: .myAccount, home: .account, signOut: .signOut)
            case .stranger, .staff: nil
            }
        }
    }

    /// Adds all pages of persons.
    package func addRoutes(to routes: SiteRoutes) {
        let routes = routes.behind(sitting).behind(AccountFilter(sessions: rooms.sessions))
        BeginController(rooms: rooms).addRoutes(to: routes)
        BeginForController(rooms: rooms).addRoutes(to: routes)
        RepresentingController(rooms: rooms).addRoutes(to: routes)
        GoOnController(rooms: rooms).addRoutes(to: routes)
        ContactsController(rooms: rooms).addRoutes(to: routes)
        DocumentsController(rooms: rooms).addRoutes(to: routes)
        UploadsController(rooms: rooms).addRoutes(to: routes)
        SendController(rooms: rooms).addRoutes(to: routes)
        EndController(rooms: rooms).addRoutes(to: routes)
        SignInController(rooms: rooms).addRoutes(to: routes)
        AccountController(rooms: rooms).addRoutes(to: routes)
        OwnDataController(rooms: rooms).addRoutes(to: routes)
        AddressController(rooms: rooms).addRoutes(to: routes)
        ConsentsController(rooms: rooms).addRoutes(to: routes)
        RecipientsController(rooms: rooms).addRoutes(to: routes)
        PolicyNewsController(rooms: rooms).addRoutes(to: routes)
        RightsController(rooms: rooms).addRoutes(to: routes)
        RightsActController(rooms: rooms).addRoutes(to: routes)
        CopyController(rooms: rooms).addRoutes(to: routes)
        OutsideController(rooms: rooms).addRoutes(to: routes)
        ThreadsController(rooms: rooms).addRoutes(to: routes)
        QuestionsController(rooms: rooms).addRoutes(to: routes)
        OrdersController(rooms: rooms).addRoutes(to: routes)
        SecurityController(rooms: rooms).addRoutes(to: routes)
        ReceiptController(rooms: rooms).addRoutes(to: routes)
    }
}

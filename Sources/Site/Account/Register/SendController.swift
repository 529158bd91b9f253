import Access
import Documents
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The last step: everything once more, then sent.
struct SendController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.checkStep, use: check).post(.sendStep, use: send).get(.sent, use: sent)
            .get(.sendStep) { _, context in context.redirect(to: .checkStep) }
    }

    private func check(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard try await rooms.registration(of: own).state == .draft else { return context.redirect(to: .account) }
        return context.respond(try await page(own, context).page)
    }

    private func page(_ own: Own, _ context: WebContext, isTaken: Bool = false) async throws -> CheckPage {
        let subject = own.subject
        let edition = try await rooms.registrar.edition()
        let contacts = try await rooms.contacts(of: own)
        let asked = edition.document.contacts.channels.map(\.field)
        let registrant = try await rooms.registrant(of: own)
        let record = try await rooms.read(registrant.nameFields + asked, of: own)
        let now = rooms.time.now
        let lacksConsent =
            registrant == .minor
            ? try await !rooms.registrar.representations(of: subject).contains { $0.stands(at: now) } : false
        let (missing, given) = try await rooms.gate.look { [rooms] transaction in
            (
                try DocumentStore(transaction).missing(
                    of: subject, under: edition, isOnPaper: try Registrar.isOnPaper(subject, transaction)),
                try ConsentStore(transaction).inForce(of: subject, at: rooms.time.now, under: rooms.gate.book)
            )
        }
        return CheckPage(
            policy: edition.document, record: record, contacts: contacts,
            documents: try await rooms.documents.documents(of: subject), given: Set(given.keys), missing: missing,
            isTaken: isTaken, registrant: registrant, lacksConsent: lacksConsent, token: context.formToken)
    }

    private func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        do {
            try await rooms.registrar.send(own.subject, session: own.digest)
            return context.redirect(to: .sent)
        } catch RegistrationRefusal.incomplete {
            guard try await rooms.registration(of: own).state == .draft else {
                return context.redirect(to: .account.with("missing", "1"))
            }
            return context.respond(try await page(own, context).page, status: .unprocessableContent)
        } catch RegistrationRefusal.alreadyRegistered {
            return context.respond(try await page(own, context, isTaken: true).page, status: .conflict)
        }
    }

    private func sent(_ request: Request, _ context: WebContext) async throws -> Response {
        let registration = try await rooms.registration(of: try context.status())
        guard registration.state != .draft else { return context.redirect(to: .checkStep) }
        return context.respond(
            SentPage(number: registration.number, reviewBy: registration.reviewBy, reviewTerm: registration.reviewTerm)
                .page)
    }
}

import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// Where data of persons are held from destruction, and released.
struct PersonHoldsController: Sendable {
    let desk: OfficeDesk

    static let number: FieldName = "case"
    static let ground: FieldName = "ground"
    static let reference: FieldName = "reference"
    static let until: FieldName = "until"
    static let hold: FieldName = "hold"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.personHolds, use: show).post(.putHold, use: put).post(.endHold, use: release)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = Form()
        // From the page of a request.
        if let number = context.path.value(of: Self.number.text) { form.fill(Self.number, number) }
        return context.respond(try await page(officer, form, context))
    }

    private func put(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = context.form
        let day = Day(form.text(Self.until))
        if day == nil { form.refuse(Self.until, .personHoldNoDay) }
        if form.trimmed(Self.number) == nil { form.refuse(Self.number, .disclosureNoNumber) }
        if form.text(Self.ground).isEmpty { form.refuse(Self.ground, .personHoldNoGround) }
        if form.trimmed(Self.reference) == nil { form.refuse(Self.reference, .personHoldNoReference) }
        if let day, form.isAccepted {
            do {
                try await desk.rights.hold(
                    (form.trimmed(Self.number) ?? "").uppercased(), on: form.text(Self.ground),
                    reference: form.trimmed(Self.reference) ?? "", until: day, by: officer.actor(.responsible))
                return context.redirect(to: .personHolds)
            } catch RightsRefusal.noCase {
                form.refuse(Self.number, .disclosureNoCase)
            } catch RightsRefusal.noGround {
                form.refuse(Self.ground, .personHoldNoGround)
            } catch RightsRefusal.noReference {
                form.refuse(Self.reference, .personHoldNoReference)
            } catch RightsRefusal.wrongDay {
                form.refuse(Self.until, .personHoldNoDay)
            }
        }
        return context.respond(try await page(officer, form, context), status: .unprocessableContent)
    }

    private func release(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        guard let id = Identifier<Hold>(context.form.text(Self.hold)) else { throw PageRefusal(.notFound) }
        do {
            try await desk.rights.release(
                id, of: context.form.text(Self.number), by: officer.actor(.responsible))
        } catch RightsRefusal.ownHold {
            throw PageRefusal(.forbidden, .personHoldAnother)
        } catch RightsRefusal.closed {
            throw PageRefusal(.conflict, .personHoldEnded)
        }
        return context.redirect(to: .personHolds)
    }

    private func page(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let page = PersonHoldsPage(
            holds: try await desk.rights.holds(), grounds: desk.rights.law.holdGrounds, officer: officer.person,
            isAlone: try await desk.rights.releasesAlone(), form: form, token: context.formToken)
        return officePage(
            .personHoldsTitle, officer, at: .personHolds, switchPath: .personHolds, in: context
        ) { page.content }
    }
}

import Access
import Hummingbird
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// Destroys everything held about a person, on their request: one prepares it, another carries it out.
struct DestroyingController: Sendable {
    let requests: RequestsController

    static let code: FieldName = "code"

    func addRoutes(to routes: SiteRoutes) {
        routes.post(SitePath.prepareDestruction, use: prepare).post(SitePath.keepAfterAll, use: keep)
        routes.costly.post(SitePath.destroyPerson, use: destroy)
    }

    private func prepare(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await requests.desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.prepareDestruction.values(in: context)
        return try await explained {
            do {
                try await requests.desk.rights.prepareDestruction(
                    on: RequestReference(caseID, number), by: officer.actor(.responsible))
            } catch RightsRefusal.preparedAlready {
                // So it is already.
            }
            return context.redirect(to: SitePath.officeRequest(caseID, number))
        }
    }

    private func keep(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await requests.desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.keepAfterAll.values(in: context)
        return try await explained {
            try await requests.desk.rights.keepAfterAll(
                on: RequestReference(caseID, number), by: officer.actor(.responsible))
            return context.redirect(to: SitePath.officeRequest(caseID, number))
        }
    }

    private func destroy(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await requests.desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.destroyPerson.values(in: context)
        let reference = RequestReference(caseID, number)
        return try await explained {
            do {
                let mark = try await requests.desk.rights.destroy(
                    on: reference, code: context.form.trimmed(Self.code) ?? "", by: officer.actor(.responsible))
                guard let mark else { return context.redirect(to: .officeRequests.with("archived", "1")) }
                return context.redirect(to: .officeRequests.with("erased", mark.hex))
            } catch let refusal as TwoPersonRefusal {
                var form = context.form
                form.refuse(Self.code, .twoPersons(refusal))
                form.fill(Self.code, "")
                return try await requests.opened(reference, form, officer, context)
            }
        }
    }

    private func explained(_ act: () async throws -> Response) async throws -> Response {
        do {
            return try await act()
        } catch RightsRefusal.blockedAlready {
            throw PageRefusal(.conflict, .officeDestroyBlocked)
        } catch RightsRefusal.held(let article) {
            throw PageRefusal(
                .conflict, article == Hold.lostConsent ? .personHoldDestroyLost : .personHoldDestroy(article))
        } catch RightsRefusal.noRequest {
            throw PageRefusal(.conflict, .requestClosed)
        }
    }
}

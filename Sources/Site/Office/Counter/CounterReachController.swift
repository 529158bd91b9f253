import Access
import Hummingbird
import Permits
import Primitives
import Registration
import WebCore

/// Takes an address of somebody who has signed on paper, and the code that came to it.
struct CounterReachController: Sendable {
    let counter: CounterController

    func addRoutes(to routes: SiteRoutes) {
        routes.costly.storing.post(SitePath.counterReach, use: reach)
    }

    private func reach(_ request: Request, _ context: WebContext) async throws -> Response {
        let documents = CounterDocumentsController(counter: counter)
        let (officer, entry) = try await documents.entry(SitePath.counterReach.values(in: context), context)
        let actor = officer.actor(.support)
        var form = context.form
        form.fill(CounterDocumentsController.day, documents.filled.text(CounterDocumentsController.day))
        guard let channel = Channel(rawValue: form.text(CounterController.channel)) else {
            form.refuse(CounterController.channel, .counterChannelMissing)
            return try await documents.page(form, entry, officer, context)
        }
        do {
            if form.isChecked(CounterController.answer, value: "code") {
                try await counter.registrar.confirmReach(
                    entry.id, by: channel, code: form.text(CounterController.code), actor: actor)
            } else {
                try await counter.registrar.reach(
                    entry.id, by: channel, at: form.text(CounterController.address), actor: actor)
            }
            return context.redirect(to: SitePath.counterEntry(entry.id))
        } catch RegistrationRefusal.fields(let problems) {
            for one in problems { form.refuse(CounterController.address, .problem(one)) }
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(CounterController.code, .wrongCode(left))
        } catch AccessRefusal.tooSoon, AccessRefusal.tooManyCodes {
            form.refuse(CounterController.address, .counterCodeLater)
        }
        return try await documents.page(form, entry, officer, context)
    }
}

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Primitives
import WebCore

/// A site with a page, a form and an error, all real but for their words.
///
/// - Parameter flood: lets everything through unless a test says otherwise.
func testApplication(
    baseURL: String = "https://saqta.example", flood: FloodLimits = .endless, time: TimeSource = .system
) -> some ApplicationProtocol {
    let identity = OperatorIdentity(
        name: .invariable("Operator"), site: "saqta.example", email: "a@saqta.example", telephone: "8 700 000 00 00",
        telephoneE164: "+77000000000", place: .invariable("Almaty"))
    let site = Site(
        settings: SiteSettings(baseURL: baseURL, isDemo: true, operator: identity), assets: bundledAssets,
        formKey: FormKey(secret: Bytes(repeating: 7, count: 32), randomness: .system),
        flood: FloodGate(flood, marks: SourceMarks(randomness: .system), time: time), edition: { nil })
    let router = site.router(time: time)
    let routes = SiteRoutes(on: router)
    routes.get(SitePath("open")) { request, context in
        context.respond(Page(.invariable("Open"), for: .everyone) { p { context.language.ownName } }, to: request)
    }
    routes.get(SitePath("personal")) { _, context in
        context.respond(Page(.invariable("Personal"), for: .person) { p { "x" } })
    }
    routes.get(SitePath("form")) { _, context in
        let token = context.formToken
        return context.respond(
            Page(.invariable("Form"), for: .everyone) { postForm(to: SitePath("form"), token: token) { .empty } })
    }
    routes.post(SitePath("form")) { _, context in
        context.respond(Page(.invariable("Sent"), for: .person) { p { context.form.text("name") } })
    }
    routes.costly.post(SitePath("costly")) { _, context in
        context.respond(Page(.invariable("Done"), for: .person) { p { context.form.text("name") } })
    }
    routes.get(SiteRoute<Int>("number", .value)) { _, context in
        let number = try SiteRoute<Int>("number", .value).values(in: context)
        return context.respond(Page(.invariable("Number"), for: .person) { p { number } })
    }
    routes.get(SitePath("broken")) { _, _ in throw Broken(detail: "secret detail") }
    routes.get(SitePath("gone")) { _, _ in throw Ended() }
    return Application(router: router)
}

extension FloodLimits {
    static var endless: FloodLimits {
        var limits = FloodLimits()
        limits.pages = Rate(atOnce: 1_000_000, aMinute: 1_000_000)
        limits.costly = limits.pages
        return limits
    }
}

struct Broken: Error { let detail: String }

struct Ended: Refusal { var kind: RefusalKind { .gone } }

let bundledAssets: Assets = {
    do { return try Assets.bundled() } catch { fatalError("the files of the pages are missing: \(error)") }
}()

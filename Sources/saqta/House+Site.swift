import API
import Access
import Consents
import Foundation
import Gzip
import HTTPTypes
import Hummingbird
import Ledger
import Monitoring
import Pages
import Permits
import Policy
import Primitives
import Public
import Storage
import WebCore

extension House {
    /// All pages and files of the site.
    func router(site address: String, marks: SourceMarks, _ sight: Sight, _ ready: ReadyAnswers) throws -> Router<
        WebContext
    > {
        let site = Site(
            settings: SiteSettings(
                baseURL: address, isBoundToHost: settings.site != nil, proxies: settings.reach.proxies,
                speaksTLS: settings.reach.certificate != nil, logsRequests: settings.sight.logsRequests),
            assets: try .bundled(compress: Gzip.compress),
            formKey: FormKey(secret: gate.mac("form", over: []), randomness: randomness),
            flood: FloodGate(settings.flood, marks: marks, time: time),
            policy: FramePolicy(frame(inForce.last)) { frame(try await inForce.look()) },
            hasRoom: { sight.room.isEnough }, compress: Gzip.compress, ready: ready)
        let router = site.router(time: time, describing: faultDescription, problem: APISite.problem)
        let routes = SiteRoutes(on: router)
        let shelf = EditionShelf(
            inForce: { try await gate.look { try gate.book.inForce(in: $0) } },
            edition: { number in try await gate.look { try gate.book.edition(number, in: $0) } },
            all: {
                try await gate.look { transaction in
                    try gate.book.all(in: transaction).map(EditionLine.init)
                }
            },
            void: { number in try await gate.look { try gate.voidClauses(of: number, in: $0) } })
        // Only of these pages is use acceptance (clause d).
        let open = routes.behind(AcceptanceFilter { [acceptance] in acceptance.count($0, $1) })
        HomeController(shelf: shelf, texts: { [pages] in try await pages.shown($0) }).addRoutes(to: open)
        ServicesController(services: services).addRoutes(to: open)
        PolicyController(shelf: shelf).addRoutes(to: open)
        addVerification(with: shelf, to: open)
        addLedger(to: router)
        try addSight(sight, to: router)
        addPages(to: routes)
        addAPI(to: router, site: address)
        return router
    }

    /// Operator, mode and edition, for every page.
    private func frame(_ edition: Edition) -> SiteFrame {
        let record = edition.document.operatorRecord
        return SiteFrame(
            isDemo: settings.isDemo(under: edition.document),
            operator: OperatorIdentity(
                name: record.name, site: record.site, email: record.email, telephone: record.telephone,
                telephoneE164: TelephoneNumber(record.telephone)?.e164 ?? record.telephone,
                place: .invariable(record.postalAddress(configured: settings.address) ?? ""),
                registrationNumber: record.iinOrBin, numberLabel: record.kind.numberLabel),
            edition: EditionMark(number: edition.number, day: Day(of: edition.inForceSince, hoursEast: 5)))
    }
}

import API
import Clients
import Hummingbird
import WebCore

extension House {
    /// Where programmes are connected and known.
    var clients: ClientDesk { ClientDesk(gate: gate, time: time, randomness: randomness) }

    /// What connected programmes may ask, outside the languages of the site.
    func addAPI(to router: Router<WebContext>, site address: String) {
        APISite(
            clients: clients, subjects: SubjectDesk(gate: gate, registrar: registrar, time: time), site: address
        ).addRoutes(to: router)
    }
}

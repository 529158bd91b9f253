import Clients

extension House {
    /// Where programmes are connected and known.
    var clients: ClientDesk { ClientDesk(gate: gate, time: time, randomness: randomness) }
}

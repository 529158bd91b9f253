import Policy
import Primitives

extension ConsentItem {
    /// Whether it stands for what is asked. One that is given channel by channel stands for the channel that the ask names
    /// and for the address of that channel alone; without a channel, for nothing but the record as such.
    func stands(for ask: Ask, _ consents: [ConsentID: Int], under policy: PolicyDocument) -> Bool {
        guard let channels, !channels.isEmpty else { return consents[id] != nil }
        guard let channel = ask.channel else {
            return ask.fields.isEmpty && ask.documents.isEmpty && channels.contains { consents[id.by($0)] != nil }
        }
        let address = policy.field(code: channel.fieldCode)?.number
        return consents[id.by(channel)] != nil && ask.documents.isEmpty && ask.fields.allSatisfy { $0 == address }
    }
}

extension Recipient {
    /// Whether the policy lets it have what an ask names, for that purpose.
    package func mayGet(_ ask: Ask) -> Bool {
        purposes.contains(ask.purpose) && ask.fields.allSatisfy(fields.contains)
            && ask.documents.allSatisfy(documents.contains)
    }
}

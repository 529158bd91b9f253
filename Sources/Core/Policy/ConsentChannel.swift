import Primitives

/// A way to reach a person that a consent can be given for by itself.
package enum ConsentChannel: String, Sendable, CaseIterable, Codable {
    case email, sms, call

    /// The code of the field that holds the address.
    package var fieldCode: String {
        switch self {
        case .email: "email"
        case .sms, .call: "telephone"
        }
    }

    /// `by e-mail`, within a sentence.
    package var way: Phrase {
        switch self {
        case .email: Phrase(ru: "по электронной почте", kk: "электрондық пошта арқылы", en: "by e-mail")
        case .sms: Phrase(ru: "по SMS", kk: "SMS арқылы", en: "by text message")
        case .call: Phrase(ru: "по телефону", kk: "телефон арқылы", en: "by telephone call")
        }
    }

    /// Whether a third party of this kind has a part in it: who carries one channel has none in another.
    func passes(_ kind: Recipient.Kind) -> Bool {
        switch kind {
        case .mail: self == .email
        case .sms: self == .sms
        case .hosting, .partner: true
        }
    }
}

extension Code where Thing == ConsentItem {
    /// The part of a consent that is given for one channel: `advertising.email`.
    package func by(_ channel: ConsentChannel) -> Self { Self("\(rawValue).\(channel.rawValue)") }

    /// The consent that this is a part of; itself where it is whole.
    package var whole: Self { Self(String(rawValue.prefix { $0 != "." })) }
}

extension ConsentItem {
    /// What a person gives and withdraws by itself: one consent for each channel, or the consent as it is.
    package func parts(in document: PolicyDocument) -> [ConsentItem] {
        guard let channels, !channels.isEmpty else { return [self] }
        return channels.map { part($0, in: document) }
    }

    /// The channel of a part; nil for a whole.
    package var channel: ConsentChannel? { id == id.whole ? nil : channels?.first }

    private func part(_ channel: ConsentChannel, in document: PolicyDocument) -> ConsentItem {
        let number = document.field(code: channel.fieldCode)?.number
        let way = channel.way
        func said(_ language: Language) -> String {
            let sentence = statement[language]
            return (sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence) + ": " + way[language] + "."
        }
        return ConsentItem(
            id: id.by(channel), kind: kind, clause: clause, required: required, channels: [channel],
            purposes: purposes, fields: number.map { [$0] } ?? [], recipient: recipient,
            title: Phrase(
                ru: "\(title.ru): \(way.ru)", kk: "\(title.kk): \(way.kk)", en: "\(title.en): \(way.en)"),
            statement: Phrase(ru: said(.ru), kk: said(.kk), en: said(.en)))
    }
}

extension PolicyDocument {
    /// All that a person who registers is asked, each with a box of its own; what is asked of whoever only has a question is
    /// not among it.
    package var askedConsents: [ConsentItem] {
        consents.filter { $0.kind != .purposes || $0.purposes != ["questions"] }.flatMap { $0.parts(in: self) }
    }
}

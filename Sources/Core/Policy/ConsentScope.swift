import Primitives

/// What one consent reaches: its own purposes, data, third parties and countries, and nothing of any other.
///
/// Law 94-V, art. 7(6), 8(4) and 24(1): each permission is given and withdrawn by itself, so each is complete by itself.
package struct ConsentScope: Hashable, Sendable {
    package let purposes: [Purpose]
    /// What is told about the person; never what staff tell of themselves.
    package let fields: [Field]
    package let documents: [DocumentKind]
    /// Who gets data by this consent.
    package let recipients: [Recipient]
    /// Where data go across the border by this consent, ISO 3166-1 alpha-2, sorted.
    package let countries: [String]
    /// Whether it allows data to be published.
    package let isPublished: Bool

    /// The data of it that `recipient` gets.
    package func data(of recipient: Recipient) -> (fields: [Field], documents: [DocumentKind]) {
        (
            fields.filter { recipient.fields.contains($0.number) },
            documents.filter { recipient.documents.contains($0.id) }
        )
    }
}

extension PolicyDocument {
    /// The consent without which nobody is registered.
    package var mainConsent: ConsentItem? { consents.first(where: \.required) }

    /// What a consent of the policy reaches.
    ///
    /// - Parameter registrant: whose consent it is; what only others are asked is not in it.
    package func scope(of item: ConsentItem, for registrant: Registrant = .person) -> ConsentScope {
        let recipient = item.recipient.flatMap(recipient)
        let wanted = recipient?.purposes ?? item.purposes
        let numbers = recipient?.fields ?? item.fields
        let fields = fields.filter { field in
            field.source != .staff && field.isAsked(of: registrant) && field.purposes.contains(where: wanted.contains)
                && numbers?.contains(field.number) != false
        }
        let kinds = documentKinds.filter { kind in
            (kind.isAsked(of: registrant) || kind.askedOf == []) && kind.purposes.contains(where: wanted.contains)
                && item.fields == nil
                && recipient?.documents.contains(kind.id) != false
        }
        let abroad = recipients.filter { $0.country != region }
        let reached: [Recipient] =
            switch item.kind {
            case .purposes: recipients.filter { $0.required && $0.purposes.contains(where: wanted.contains) }
            case .recipient: recipient.map { [$0] } ?? []
            case .crossBorder: abroad
            case .publication: []
            }
        return ConsentScope(
            purposes: wanted.compactMap(purpose), fields: fields, documents: kinds,
            recipients: reached.filter { one in
                guard item.channel?.passes(one.kind) != false else { return false }
                return fields.contains { one.fields.contains($0.number) }
                    || kinds.contains { one.documents.contains($0.id) }
            },
            countries: Set(reached.map(\.country)).subtracting([region]).sorted(),
            isPublished: item.kind == .publication)
    }
}

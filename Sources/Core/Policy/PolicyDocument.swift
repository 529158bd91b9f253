import Primitives

/// A policy as a value: everything that its folder says, texts included.
package struct PolicyDocument: Hashable, Sendable, Codable {
    /// Version of the format of policy.yml.
    package let schema: Int
    package let operatorRecord: Operator
    /// Country of the primary stores, ISO 3166-1 alpha-2.
    package let region: String
    package let regionName: Phrase
    /// The name of the law pack, such as `kz`.
    package let lawPack: String
    package let languages: [Language]
    package let title: Phrase
    /// The policy in plain words, a sentence an element.
    package let summary: [Phrase]
    package let chapters: [Chapter]
    package let clauses: [Clause]
    package let controls: [Control]
    package let purposes: [Purpose]
    package let fields: [Field]
    /// Numbers of fields that ended; never used again.
    package let retiredFields: [FieldNumber]
    package let consents: [ConsentItem]
    package let consentTerm: ConsentTerm
    package let recipients: [Recipient]
    package let roles: [Role]
    package let documentKinds: [DocumentKind]
    package let contacts: ContactRule
    package let terms: Terms
    package let limits: UploadLimits
    package let reasons: [Reason]
    package let deadlines: [Deadline]
    package let staffing: Staffing
    /// What laws have kept after the purposes have ended; nil in editions that keep nothing so.
    package let legalRetentions: [LegalRetention]?

    package func clause(_ id: ClauseID) -> Clause? { clauses.first { $0.id == id } }
    package func control(_ id: ControlID) -> Control? { controls.first { $0.id == id } }
    package func purpose(_ id: PurposeID) -> Purpose? { purposes.first { $0.id == id } }
    package func field(_ number: FieldNumber) -> Field? { fields.first { $0.number == number } }
    package func field(code: String) -> Field? { fields.first { $0.code == code } }
    /// A consent, or the part of one that is given for a channel.
    package func consent(_ id: ConsentID) -> ConsentItem? {
        if let item = consents.first(where: { $0.id == id }) { return item }
        let whole = id.whole
        return whole == id ? nil : consents.first { $0.id == whole }?.parts(in: self).first { $0.id == id }
    }
    package func recipient(_ id: RecipientID) -> Recipient? { recipients.first { $0.id == id } }
    package func role(_ id: RoleID) -> Role? { roles.first { $0.id == id } }
    package func documentKind(_ id: DocumentKindID) -> DocumentKind? { documentKinds.first { $0.id == id } }
    package func reason(_ id: ReasonID) -> Reason? { reasons.first { $0.id == id } }

    package func deadline(_ id: String) -> Deadline? { deadlines.first { $0.id == id } }

    /// Who of a kind gets `datum` for `purpose`; nil for the record as such, which nobody gets.
    package func recipient(_ kind: Recipient.Kind, of datum: Datum, for purpose: PurposeID) -> Recipient? {
        recipients.first { $0.kind == kind && $0.gets(datum, for: purpose) }
    }

    /// The consent that makes `purpose` lawful; nil when the law does, or when nothing does.
    package func consent(covering purpose: PurposeID) -> ConsentItem? {
        consents.first { $0.kind == .purposes && $0.purposes.contains(purpose) }
    }
}

import Policy
import Primitives

/// Who acts: a person in a role, a connected programme, or an automatic actor of the house.
package struct Actor: Sendable, Hashable {
    package let role: RoleID
    /// The person; nil for an automatic actor.
    package let person: SubjectID?
    /// The digest of the session in which the person acts.
    package let session: Bytes?
    /// The connected programme; nil for persons and for actors of the house.
    package let client: Client?

    package init(_ role: RoleID, person: SubjectID? = nil, session: Bytes? = nil) {
        self.role = role
        self.person = person
        self.session = session
        client = nil
    }

    /// A connected programme acts.
    package init(_ client: Client) {
        role = .client
        person = nil
        session = nil
        self.client = client
    }

    /// Whose acts are counted together and bear one pseudonym; nil for actors of the house.
    var account: Bytes? { person?.bytes ?? client?.id.bytes }

    /// The person acts on their own data.
    package var isOwn: Bool { role == .subject || role == .visitor }

    /// The role allows acts on the actor's own data only.
    var isForSelf: Bool { isOwn || role == .member }

    /// A person who acts on their own data.
    package static func subject(_ person: SubjectID, session: Bytes) -> Actor {
        Actor(.subject, person: person, session: session)
    }
}

/// What is asked of the Gate.
package struct Ask: Sendable, Hashable {
    package let actor: Actor
    package let act: Act
    package let subject: SubjectID
    package let purpose: PurposeID
    package var fields: [FieldNumber]
    package var documents: [DocumentKindID]
    /// Through whose hands what is opened goes out of the house; nil where it stays.
    package let carrier: Recipient.Kind?
    /// The number of the case for which it is asked.
    package var caseID: String?
    /// By which channel the person is reached, where consent is given for each by itself.
    package var channel: ConsentChannel?
    /// To whom data are handed.
    package var recipient: RecipientID?

    package init(
        _ act: Act, by actor: Actor, on subject: SubjectID, for purpose: PurposeID, fields: [FieldNumber] = [],
        documents: [DocumentKindID] = [], through carrier: Recipient.Kind? = nil, caseID: String? = nil,
        channel: ConsentChannel? = nil, recipient: RecipientID? = nil
    ) {
        self.carrier = carrier
        self.actor = actor
        self.act = act
        self.subject = subject
        self.purpose = purpose
        self.fields = Set(fields).sorted()
        self.documents = documents
        self.caseID = caseID
        self.channel = channel
        self.recipient = recipient
    }
}

import Primitives

/// A kind of document whose scans a person may be asked for.
package struct DocumentKind: Hashable, Sendable, Codable, Identifiable {
    package let id: DocumentKindID
    package let title: Phrase
    /// Why it is asked for, for the person to read.
    package let reason: Phrase
    package let clause: ClauseID
    package let purposes: [PurposeID]
    /// Whether registration cannot be sent without it.
    package let compulsory: Bool
    /// Whether it proves identity; such scans are never printed (Law 94-V, art. 7(10)).
    package let provesIdentity: Bool
    package let printable: Bool
    /// What the machine may read off it.
    package let readableFields: [FieldNumber]
    package let accepted: [FileType]
    /// How long after approval it is kept; of ``DocumentKindID/proof``, how long after the request was closed. One that proves
    /// identity goes with the decision where the policy says nothing else.
    package let keep: Retention
    /// Why it is kept then, for the person to read; one that proves identity is not kept beyond
    /// the decision without, since it has served its purpose by then (Law 94-V, art. 12(2)).
    package let keepReason: Phrase?
    /// Whose registrations have it; nil for everybody’s, empty for nobody’s.
    package let askedOf: [Registrant]?
}

extension DocumentKindID {
    /// Files of messages; where the policy has no such kind, messages have none.
    package static var attachment: Self { "attachment" }
    /// What a person sends with a request to correct their data; where the policy has no such kind, requests have none.
    package static var proof: Self { "proof" }
    /// Consents that were signed on paper at the counter; where the policy has no such kind, nobody agrees on paper.
    package static var consentPaper: Self { "consent_paper" }
}

/// A type of file, recognised by content and never by name.
package enum FileType: String, Sendable, CaseIterable, Codable {
    case jpeg, png, webp, heic, tiff, pdf
}

/// Limits on what is sent, said to the person before they choose a file.
package struct UploadLimits: Hashable, Sendable, Codable {
    /// Octets of one picture.
    package let photoBytes: Int
    /// Octets of one PDF.
    package let pdfBytes: Int
    package let pdfPages: Int
    /// Pixels of one picture or page, checked before it is decoded.
    package let pixels: Int
    /// Files of one registration.
    package let files: Int
    /// Octets of one registration.
    package let totalBytes: Int
}

/// A reason that a reviewer chooses from a list.
package struct Reason: Hashable, Sendable, Codable, Identifiable {
    package let id: ReasonID
    package let title: Phrase
    /// Whether it refuses a registration or asks for something better.
    package let use: Use

    package enum Use: String, Sendable, CaseIterable, Codable {
        case refuse, ask
    }
}

import Access
import Markup
import Primitives

/// A session that is open, as the list of them shows it.
package struct OpenSession: Sendable {
    let session: Session
    /// Names it on the page without telling its digest.
    let name: String
    /// The one in which the list is looked at.
    let isThis: Bool
    /// Somebody acts for another in it, as seen from either; nil where they act themselves.
    let acting: Acting?

    enum Acting {
        /// The person whose list it is acts for another.
        case forAnother
        /// Another acts for that person.
        case byAnother
    }
}

extension Sessions {
    /// The open sessions of a person, the last used first.
    ///
    /// - Parameter digest: of the session that asks.
    package func open(of subject: SubjectID, seenFrom digest: Bytes) async throws -> [OpenSession] {
        try await all(of: subject).map { session in
            let isOwn = session.subject == subject
            return OpenSession(
                session: session, name: name(of: session), isThis: session.digest == digest,
                acting: session.representation == nil ? nil : isOwn ? .byAnother : .forAnother)
        }
    }

    /// Ends the session that a form of the list names, or all but the one that asks where it names none.
    package func end(asIn form: Form, of subject: SubjectID, except digest: Bytes) async throws {
        if let name = form.trimmed(.session) {
            try await end(named: name, of: subject)
        } else {
            try await endAll(of: subject, except: digest)
        }
    }
}

/// Where somebody is signed in; each session but this one can be ended, and all others at once.
///
/// - Parameter path: takes the forms.
package func sessionList(_ sessions: [OpenSession], to path: SitePath, token: FormToken) -> HTML {
    // The one in which the list is looked at is ended with "sign out".
    let hasOthers = sessions.contains { !$0.isThis }
    let columns = [Column(.sessionHow), Column(.sessionSince), Column(.sessionUsed)]
    return group {
        p { Phrase.openSessionsLead }
        dataTable(
            .openSessionsCaption, hasOthers ? columns + [Column(.sessionEnd, isPlain: true)] : columns,
            rows: sessions.map { row($0, path, token) })
        if sessions.count > 1 {
            p { Phrase.otherSessionsLead }
            postForm(to: path, token: token) {
                actions { submitButton(.endOtherSessions, .secondary) }
            }
        }
    }
}

private func row(_ open: OpenSession, _ path: SitePath, _ token: FormToken) -> [HTML] {
    let session = open.session
    return [
        group {
            Phrase.recognised(session.assurance)
            if open.isThis {
                " "
                statusTag(.thisSession, .accent)
            }
            if let acting = open.acting {
                " "
                statusTag(acting == .forAnother ? .actingLine : .historyByRepresentative, .neutral)
            }
        },
        time(.datetime(session.createdAt.description)) { Phrase.moment(session.createdAt) },
        time(.datetime(session.seenAt.description)) { Phrase.moment(session.seenAt) },
        open.isThis
            ? .empty
            : postForm(to: path, token: token) {
                button(.type(.submit), .class("link-button"), .name(FieldName.session.text), .value(open.name)) {
                    Phrase.sessionEnd
                    span(.class("visually-hidden")) {
                        ": "
                        Phrase.moment(session.createdAt)
                    }
                }
            },
    ]
}

extension FieldName {
    /// Names the session that is to end.
    fileprivate static let session: FieldName = "session"
}

extension Phrase {
    /// How the person was recognised.
    fileprivate static func recognised(_ assurance: Session.Assurance) -> Phrase {
        switch assurance {
        case .browser: .recognisedByBrowser
        case .telephoneCode: .recognisedByTelephone
        case .emailCode: .recognisedByEmail
        case .twoFactors: .recognisedByTwoFactors
        case .link: .recognisedByLink
        case .password, .passwordOnly, .none: .recognisedByPassword
        }
    }
}

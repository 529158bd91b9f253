import Access
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

extension AccountRooms {
    /// What the person of a session registered as.
    func registrant(of own: Own) async throws -> Registrant {
        let subject = own.subject
        return try await gate.look { try SubjectStore($0).find(subject)?.registrant ?? .person }
    }

    /// Opens the own names, or those of the organisation: an act on record.
    func applicantName(of own: Own) async throws -> String {
        let registrant = try await registrant(of: own)
        guard registrant == .organisation else { return try await name(of: own).shown }
        return try await read([.organisationName], of: own)[.organisationName]?.reveal() ?? ""
    }
}

extension Applicant {
    /// Reads what was entered in the first form of such a registration.
    init(_ registrant: Registrant, form: Form) throws(RegistrationRefusal) {
        guard registrant == .organisation else {
            self.init(registrant, name: try PersonName(form: form))
            return
        }
        self.init(try Organisation(name: form.text(.organisation), bin: form.text(.bin)))
    }
}

extension FieldName {
    static let organisation: FieldName = "organisation"
    static let bin: FieldName = "bin"
    static let until: FieldName = "until"
    static let number: FieldName = "number"
    static let representation: FieldName = "representation"

    /// What travels from the first form of a registration to the page of the consent.
    static let applicant: [FieldName] = [.family, .given, .patronymic, .organisation, .bin, .until, .submission]
}

/// Where a representative's own session waits while they act for another.
enum OwnSessionCookie {
    private static let cookie = HostCookie("saqta-own")

    /// Begins to act: the browser keeps the own session aside. Forms that stand open in it are of the own account.
    static func keep(_ request: Request, in context: WebContext, on response: inout Response) {
        HostCookie.endForms(in: context, on: &response)
        guard let own = SessionCookie.account.value(in: request) else { return }
        cookie.set(own, on: &response)
    }

    /// Goes back to the own session; none is left where there is none. Forms that stand open are of the other account.
    static func restore(_ request: Request, in context: WebContext, on response: inout Response) {
        HostCookie.endForms(in: context, on: &response)
        if let token = cookie.value(in: request).flatMap({ Bytes(hex: $0) }), token.count == 32 {
            SessionCookie.give(SessionCookie.account, token, .account, on: &response)
        } else {
            SessionCookie.account.clear(on: &response)
        }
        cookie.clear(on: &response)
    }

    /// The digest of the session that waits.
    static func digest(in request: Request) -> Bytes? { SessionCookie.digest(cookie, in: request) }

    static func clear(on response: inout Response) { cookie.clear(on: &response) }
}

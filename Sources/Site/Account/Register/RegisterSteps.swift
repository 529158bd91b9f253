import Access
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The four steps of a registration.
enum RegisterStep: Int, CaseIterable {
    case consent, contacts, documents, check

    var label: Phrase {
        switch self {
        case .consent: .stepConsent
        case .contacts: .stepContacts
        case .documents: .stepDocuments
        case .check: .stepCheck
        }
    }

    var path: SitePath {
        switch self {
        case .consent: .registerChange
        case .contacts: .contactsStep
        case .documents: .documentsStep
        case .check: .checkStep
        }
    }
}

/// The list of steps above a page of the registration.
///
/// - Parameters:
///   - isBegun: steps before this one lead back to their pages.
///   - lacking: steps before this one that still want something.
func registerSteps(_ step: RegisterStep, isBegun: Bool = true, lacking: Set<RegisterStep> = []) -> HTML {
    stepList(
        RegisterStep.allCases.map { other in
            Step(
                other.label, to: isBegun ? other.path : nil,
                isDone: other.rawValue < step.rawValue && !lacking.contains(other))
        }, current: step.rawValue)
}

extension PolicyDocument {
    /// Fewer addresses are confirmed than the policy asks for.
    func lacksConfirmation(_ contacts: [Channel: ContactRow]) -> Bool {
        contacts.values.count { $0.confirmedAt != nil } < self.contacts.confirmAtLeast
    }
}

/// The two ways out of every step that is stored.
let waysOut = div(.class("actions", "no-print")) {
    textLink(.leaveForNow, to: .leave)
    textLink(.endRegistration, to: .end)
}

/// Values of a form that was shown before, carried on.
func carried(_ form: Form, _ names: [FieldName]) -> HTML {
    .group(names.map { input(.type(.hidden), .name($0.text), .value(form.text($0))) })
}

extension FieldName {
    static let family: FieldName = "family"
    static let given: FieldName = "given"
    static let patronymic: FieldName = "patronymic"
    static let declaration: FieldName = "declaration"
    static let consent: FieldName = "consent"
    static let optional: FieldName = "optional"
    static let answer: FieldName = "answer"
    static let edition: FieldName = "edition"
    static let submission: FieldName = "submission"
    static let email: FieldName = "email"
    static let telephone: FieldName = "telephone"
    static let address: FieldName = "address"
    static let how: FieldName = "how"
    static let kept: FieldName = "kept"
    static let code: FieldName = "code"
    static let document: FieldName = "document"
    static let replacing: FieldName = "replacing"
    static let file: FieldName = "file"
    static let field: FieldName = "field"
    static let proposal: FieldName = "proposal"
    static let objection: FieldName = "objection"
}

import Access
import Documents
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// "Check your answers": everything that will be sent, each with "change"; what is missing is named and linked.
struct CheckPage {
    let policy: PolicyDocument
    let record: OpenRecord
    let contacts: [Channel: ContactRow]
    let documents: [DocumentRow]
    let given: Set<ConsentID>
    let missing: [MissingDocument]
    /// The confirmed e-mail belongs to an account by now.
    let isTaken: Bool
    var registrant = Registrant.person
    /// The legal representative of somebody from 14 to 17 has not agreed.
    var lacksConsent = false
    let token: FormToken

    var page: Page {
        Page(.checkTitle, for: .person, section: .register, switchPath: .checkStep) {
            registerSteps(.check, lacking: lacking)
            h1 { Phrase.checkTitle }
            if isTaken {
                panel(.danger, .emailHasAccount) {
                    p { Phrase.emailHasAccountLead }
                    p { textLink(.signInVerb, to: .signIn) }
                }
            }
            stillMissing
            summaryList(nameRows + contactRows + documentRows + [consentRow])
            p(.class("muted")) { Phrase.sendingMeans }
            postForm(to: .sendStep, token: token) {
                actions { submitButton(.sendRegistration) }
            }
            waysOut
        }
    }

    private var lacksConfirmation: Bool { registrant != .child && policy.lacksConfirmation(contacts) }

    private var lacking: Set<RegisterStep> {
        Set((lacksConfirmation ? [.contacts] : []) + (missing.isEmpty ? [] : [.documents]))
    }

    private var whatToConfirm: Phrase {
        let rule = policy.contacts
        if rule.channels == [.email] { return .confirmEmail }
        return rule.confirmAtLeast > 1 ? .confirmBothAddresses : .confirmOneAddress
    }

    private var stillMissing: HTML {
        guard lacksConfirmation || lacksConsent || !missing.isEmpty else { return .empty }
        return panel(.warning, .stillMissing) {
            ul {
                if lacksConfirmation { li { textLink(whatToConfirm, to: .contactsStep) } }
                if lacksConsent { li { textLink(.consentNeeded, to: .representation) } }
                for words in missingWords { li { textLink(words, to: .documentsStep) } }
            }
        }
    }

    /// Each thing once, however many files wait for it.
    private var missingWords: [Phrase] {
        missing.map(words).reduce(into: []) { known, next in
            if !known.contains(next) { known.append(next) }
        }
    }

    private func words(_ part: MissingDocument) -> Phrase {
        switch part {
        case .consentPaper, .askedAgain(.consentPaper): .bringSignedPaper
        case .compulsory(let kind), .askedAgain(let kind):
            .sendDocument(policy.documentKind(kind)?.title ?? .invariable(kind.rawValue))
        case .beingRead: .waitForReading
        }
    }

    private var nameRows: [SummaryRow] {
        let organisation: [(Phrase, FieldNumber, FieldName)] = [
            (.organisationName, .organisationName, .organisation), (.bin, .organisationBIN, .bin),
        ]
        let person: [(Phrase, FieldNumber, FieldName)] = [
            (.familyName, .familyName, .family), (.givenName, .givenName, .given),
            (.patronymic, .patronymic, .patronymic),
        ]
        return (registrant == .organisation ? organisation : person).map { label, field, name in
            SummaryRow(
                label, record[field].map { HTML.text($0.reveal()) } ?? .text(Phrase.noneGiven), change: .registerChange,
                at: name)
        }
    }

    private var contactRows: [SummaryRow] {
        policy.contacts.channels.map { channel in
            let isConfirmed = contacts[channel]?.confirmedAt != nil
            let value = group {
                if contacts[channel] == nil {
                    Phrase.noneGiven
                } else {
                    span(.noTranslation) { channel.shown(record) }
                    " "
                    statusTag(isConfirmed ? .confirmedState : .notConfirmedState, isConfirmed ? .good : .due)
                    if !isConfirmed {
                        postForm(to: SitePath.codeAgain(channel.rawValue), token: token) {
                            button(.type(.submit), .class("link-button")) { Phrase.confirmNow }
                        }
                    }
                }
            }
            return SummaryRow(channel.label, value, change: .contactsStep, at: channel.fieldName)
        }
    }

    private var documentRows: [SummaryRow] {
        policy.documentKinds(of: registrant).compactMap { kind in
            let files = documents.filter { $0.kind == kind.id && ($0.state.counts || $0.state == .received) }
            guard !files.isEmpty || kind.compulsory else { return nil }
            return SummaryRow(
                kind.title, .text(files.isEmpty ? .noneSent : .fileCount(files.count)), change: .documentsStep)
        }
    }

    private var consentRow: SummaryRow {
        SummaryRow(
            .consentsGiven,
            ul(.class("plain")) {
                for item in policy.askedConsents where given.contains(item.id) { li { item.title } }
            }, change: .accountConsents)
    }
}

import Consents
import Markup
import Policy
import Primitives
import Threads
import WebCore

/// Where a question is asked without an account: words, an address for the answer, and the consent to be answered.
struct QuestionPage {
    let edition: Edition
    let item: ConsentItem
    let wording: ConsentWording
    let form: Form
    let token: FormToken

    var page: Page {
        Page(.questionTitle, for: .person, section: .contacts, switchPath: .askQuestion) {
            errorSummary(form)
            backLink(.contactsTitle, to: .contacts)
            h1 { Phrase.questionTitle }
            p(.class("lead")) { Phrase.questionLead }
            p { textLink(.questionHaveAccount, to: .signIn) }
            postForm(to: .askQuestion, token: token) {
                input(.type(.hidden), .name(QuestionsController.edition.text), .value("\(edition.number)"))
                textArea(QuestionsController.words, .threadWords, hint: .threadWordsHint, in: form)
                textField(
                    QuestionsController.address, .questionAddress, hint: .questionAddressHint, in: form,
                    FieldTraits(width: .half, spellcheck: false))
                checkbox(QuestionsController.agreed, item.statement, in: form) {
                    clauseNote(item.clause.rawValue)
                    folded(.consentText) {
                        div(.class("lines")) {
                            consentSections(wording.items(of: item, personName: form.text(QuestionsController.address)))
                            {
                                content in h3 { content }
                            }
                        }
                    }
                }
                actions { submitButton(.questionSend) }
            }
            p(.class("muted")) { Phrase.contactsNoMessengers }
        }
    }
}

/// Where the code is entered that shows that the address is one's own.
///
/// - Parameter back: where another code is asked for.
func questionCodePage(
    _ kept: String, enter: SitePath, back: SitePath, _ form: Form, _ token: FormToken
) -> Page {
    Page(.questionCodeTitle, for: .person, switchPath: back) {
        errorSummary(form)
        h1 { Phrase.questionCodeTitle }
        p(.class("lead")) { Phrase.questionCodeLead }
        postForm(to: enter, token: token) {
            input(.type(.hidden), .name(FieldName.kept.text), .value(kept))
            textField(.code, .codeLabel, in: form, .oneTimeCode)
            actions { submitButton(.questionConfirm) }
        }
        p { textLink(.questionAgain, to: back) }
    }
}

/// That the question was taken, and how the answer comes.
let questionTakenPage = Page(.questionTaken, for: .person, switchPath: .askQuestion) {
    confirmation(.questionTaken)
    p(.class("lead")) { Phrase.questionTakenLead }
    p { textLink(.contactsTitle, to: .contacts) }
}

/// Behind which the answer waits: a link alone opens nothing.
func answerDoorPage(_ link: String, _ refusal: Phrase?, _ token: FormToken) -> Page {
    Page(.answerTitle, for: .person, switchPath: SitePath.answer(link)) {
        h1 { Phrase.answerTitle }
        if let refusal { panel(.warning, refusal) }
        p(.class("lead")) { Phrase.answerLead }
        postForm(to: SitePath.answer(link), token: token) { actions { submitButton(.answerSendCode) } }
    }
}

/// Question and answer, shown once.
func answerPage(_ messages: [OpenMessage], switchPath: SitePath) -> Page {
    Page(.answerTitle, for: .person, switchPath: switchPath) {
        h1 { Phrase.answerTitle }
        panel(.notice, .answerOnce)
        conversation(
            messages.map {
                Said(
                    $0.message.direction == .incoming ? .threadYou : .threadOperator, by: nil, at: $0.message.at,
                    $0.words)
            })
        p { textLink(.questionTitle, to: .askQuestion) }
    }
}

let answerEndedPage = Page(.answerEnded, for: .person, switchPath: .askQuestion) {
    h1 { Phrase.answerEnded }
    p(.class("lead")) { Phrase.answerEndedLead }
    p { textLink(.questionTitle, to: .askQuestion) }
}

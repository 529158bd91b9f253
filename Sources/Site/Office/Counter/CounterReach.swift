import Access
import Markup
import Primitives
import Registration
import WebCore

/// Lets somebody who has signed on paper come in on the site later: an address of theirs, confirmed by a code.
struct CounterReach {
    let entry: CounterRow
    let channels: [Channel]
    let contacts: [Channel: ContactRow]
    let form: Form
    let token: FormToken

    /// Where a code has gone that was not told yet.
    private var asked: Channel? { channels.first { contacts[$0].map { $0.confirmedAt == nil } ?? false } }

    var content: HTML {
        section(.class("card"), .ariaLabelledBy("counter-reach")) {
            h2(.id("counter-reach")) { Phrase.counterReach }
            if contacts.values.contains(where: { $0.confirmedAt != nil }) {
                p { Phrase.counterReached }
            } else {
                p(.class("muted")) { Phrase.counterReachLead }
                if let asked { code(asked) }
                address
            }
        }
    }

    private func code(_ channel: Channel) -> HTML {
        postForm(to: SitePath.counterReach(entry.id), token: token) {
            input(.type(.hidden), .name(CounterController.channel.text), .value(channel.rawValue))
            input(.type(.hidden), .name(CounterController.answer.text), .value("code"))
            textField(CounterController.code, .counterReachCode, hint: .counterCodeHint, in: form, .oneTimeCode)
            actions { submitButton(.confirm, .secondary) }
        }
    }

    private var address: HTML {
        postForm(to: SitePath.counterReach(entry.id), token: token) {
            radios(
                CounterController.channel, .counterReachBy, in: form,
                channels.map { Choice($0.rawValue, $0 == .email ? .counterToEmail : .counterToTelephone) })
            textField(
                CounterController.address, .counterAddress, in: form, FieldTraits(spellcheck: false))
            actions { submitButton(.counterReachSend, .secondary) }
        }
    }
}

import Markup
import Primitives

/// The head of a document on one sheet: its title, what it is about, and its QR code.
package func sheetHead(_ title: Phrase, qr: HTML?, @HTMLBuilder lead: () -> HTML) -> HTML {
    let lead = lead()
    return div(.class("receipt-head")) {
        div(.class("flow")) {
            ornament
            h1 { title }
            p(.class("lead")) { lead }
        }
        if let qr { qr }
    }
}

/// What can be done with such a document: keep its file, and print it where a script can.
package func sheetActions(_ label: Phrase, at place: SitePath, named file: String) -> HTML {
    actions {
        a(.class("button"), .href(place), .download(file)) { label }
        button(.type(.button), .class("button", "secondary"), .hidden, .data("data-print")) { Phrase.print }
    }
}

/// How such a document verifies without the server, and its ledger proof as text.
package func proofPart(_ lead: Phrase, howTo: Phrase, proof: String) -> HTML {
    group {
        h2 { Phrase.proofTitle }
        p { lead }
        p { textLink(howTo, to: .verify) }
        folded(.proofText) { pre(.class("small", "hash"), .noTranslation, .tabindex(0)) { proof } }
    }
}

/// The operator as such a document names it: name, number, and where it is found, as far as these are set.
package func sheetOperator(
    _ numberLabel: Phrase, _ number: String, ways: [String], @HTMLBuilder name: () -> HTML
) -> HTML {
    let name = name()
    return group {
        p { name }
        p(.class("reach")) {
            if !number.isEmpty {
                span {
                    numberLabel
                    "\u{A0}\(number)"
                }
            }
            for way in ways where !way.isEmpty { span(.noTranslation) { way } }
        }
    }
}

/// The moment that a file writes after RFC 3339, as people read it.
package func momentInFile(_ text: String) -> Phrase { Instant(text).map { .moment($0) } ?? .invariable(text) }

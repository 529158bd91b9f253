import Markup
import Primitives

/// A card of one kind of document: why it is asked, what was received, where to send it.
package struct DocumentCard: Sendable {
    /// Tells the card apart on its page and to scripts.
    package let id: String
    package let heading: Phrase
    /// Purpose and clause in one line.
    package let reason: Phrase
    package let state: (label: Phrase, tone: Tone)
    package let isOptional: Bool
    /// Only the heading is seen until it is asked for.
    package let isFolded: Bool

    package init(
        id: String, heading: Phrase, reason: Phrase, state: (label: Phrase, tone: Tone), isOptional: Bool = false,
        isFolded: Bool = false
    ) {
        self.id = id
        self.heading = heading
        self.reason = reason
        self.state = state
        self.isOptional = isOptional
        self.isFolded = isFolded
    }
}

/// - Parameters:
///   - example: drawings of good and bad scans.
///   - received: thumbnails, hints and what can be done with each file.
///   - upload: the form that sends a file.
package func documentCard(
    _ card: DocumentCard, @HTMLBuilder example: () -> HTML = { .empty },
    @HTMLBuilder received: () -> HTML = { .empty }, @HTMLBuilder upload: () -> HTML
) -> HTML {
    let content = group {
        p(.class("muted")) { card.reason }
        received()
        sendingSlot(card.id, signIn: .signIn)
        example()
        upload()
    }
    return section(.class("card"), .id(card.id), .ariaLabelledBy("\(card.id)-title"), .tabindex(-1)) {
        if card.isFolded {
            details(.class("folded-card")) {
                summary(.class("card-head")) { head(of: card) }
                div(.class("flow")) { content }
            }
        } else {
            div(.class("card-head")) { head(of: card) }
            content
        }
    }
}

private func head(of card: DocumentCard) -> HTML {
    group {
        h2(.id("\(card.id)-title")) {
            card.heading
            if card.isOptional { optionalMark }
        }
        if !card.isFolded { statusTag(card.state.label, card.state.tone) }
    }
}

/// A file that was received, with its picture when there is one.
package func receivedFile(
    _ name: Phrase, size: Phrase, thumbnail: Address? = nil, @HTMLBuilder content: () -> HTML
) -> HTML {
    div(.class("received")) {
        div(.class("picture")) {
            if let thumbnail { img(.src(thumbnail), .alt(name), .width(96), .height(96)) } else { icon(.document) }
        }
        div {
            p {
                strong { name }
                span(.class("muted")) {
                    " · "
                    size
                }
            }
            content()
        }
    }
}

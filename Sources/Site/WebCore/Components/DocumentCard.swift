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

    package init(
        id: String, heading: Phrase, reason: Phrase, state: (label: Phrase, tone: Tone), isOptional: Bool = false
    ) {
        self.id = id
        self.heading = heading
        self.reason = reason
        self.state = state
        self.isOptional = isOptional
    }
}

/// - Parameters:
///   - example: a drawing of a good scan.
///   - received: thumbnails, hints and what can be done with each file.
///   - upload: the form that sends a file.
package func documentCard(
    _ card: DocumentCard, @HTMLBuilder example: () -> HTML = { .empty },
    @HTMLBuilder received: () -> HTML = { .empty }, @HTMLBuilder upload: () -> HTML
) -> HTML {
    section(.class("card"), .id(card.id), .ariaLabelledBy("\(card.id)-title")) {
        div(.class("card-head")) {
            h2(.id("\(card.id)-title")) {
                card.heading
                if card.isOptional { optionalMark }
            }
            statusTag(card.state.label, card.state.tone)
        }
        p(.class("muted")) { card.reason }
        example()
        received()
        upload()
        progressSlot(card.id)
    }
}

/// Where a script shows how far a sending is, in percent and MB; nothing without one.
package func progressSlot(_ id: String) -> HTML {
    div(.class("progress-slot"), .hidden, .data("data-progress", id)) {
        progress(.max(100), .value(0), .ariaLabel(.sendingProgress)) { .empty }
        p(.role("status"), .data("data-progress-text")) { .empty }
    }
}

/// A file that was received, with its picture when there is one.
package func receivedFile(
    _ name: Phrase, size: Phrase, thumbnail: Address? = nil, @HTMLBuilder content: () -> HTML
) -> HTML {
    div(.class("received")) {
        if let thumbnail { img(.src(thumbnail), .alt(name), .width(96), .height(96)) }
        div {
            p {
                name
                span(.class("muted")) {
                    " · "
                    size
                }
            }
            content()
        }
    }
}

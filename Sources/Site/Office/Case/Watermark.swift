import Markup
import Primitives
import WebCore

/// The picture of a page, with who looks and when over it, so that a photograph of the screen tells it.
func leaf(_ image: SitePath, width: Int, height: Int, _ name: Phrase, for officer: Officer, at now: Instant) -> HTML {
    div(.class("leaf")) {
        img(.src(image.address), .width(width), .height(height), .alt(name))
        div(.class("watermark"), .ariaHidden) {
            for _ in 0..<9 {
                span {
                    "\(officer.pseudonym) · "
                    Phrase.moment(now)
                }
            }
        }
    }
}

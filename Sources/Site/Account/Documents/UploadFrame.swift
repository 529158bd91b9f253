import Markup
import Policy
import Primitives
import WebCore

/// Where files of a kind are chosen; the script sends them piece by piece, the form within does without it.
///
/// - Parameters:
///   - card: the identifier of the section that shows what is on its way.
///   - thread: the place of the thread that the files belong to.
///   - request: the place of the request that they prove.
func uploadFrame(
    _ kind: DocumentKindID, in card: String, thread: Int? = nil, request: Int? = nil,
    @HTMLBuilder content: () -> HTML
) -> HTML {
    div(
        .data("data-upload", kind.rawValue), .data("data-card", card), .data("data-drop"),
        thread.map { .data("data-thread", "\($0)") } ?? .none,
        request.map { .data("data-request", "\($0)") } ?? .none, .data("data-preparing", Phrase.uploadPreparing),
        .data("data-sending", Phrase.uploadProgress), .data("data-again", Phrase.uploadAgain),
        .data("data-failed", Phrase.uploadFailed), .data("data-ended", Phrase.uploadSessionEnded),
        .data("data-done", Phrase.uploadDone)
    ) { content() }
}

/// The files that a form takes.
let acceptedFiles: StaticString =
    "image/jpeg,image/png,image/webp,image/heic,image/tiff,application/pdf,.heic,.heif"

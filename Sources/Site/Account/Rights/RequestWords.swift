import Policy
import Primitives
import Rights
import WebCore

extension RequestRow.State {
    var tone: Tone {
        switch self {
        case .received, .inWork: .accent
        case .answered, .done: .good
        case .refused: .refused
        case .withdrawn: .neutral
        }
    }
}

extension LawPack {
    func title(of kind: RequestKind) -> Phrase { request(kind)?.title ?? .invariable(kind.rawValue) }
}

import Access
import Hummingbird
import Primitives
import Registration
import WebCore

/// The masked address to which a code went, kept by the browser alone, so that the code page says it after a reload
/// without anything being opened.
enum SentTo {
    private static func cookie(_ channel: Channel) -> HostCookie { HostCookie("saqta-sent-\(channel.rawValue)") }

    static func give(_ channel: Channel, _ address: String, on response: inout Response) {
        cookie(channel).set(Bytes(channel.mask(address).utf8).hex, on: &response)
    }

    /// Nil when the browser does not tell.
    static func mask(_ channel: Channel, in request: Request) -> String? {
        guard let bytes = cookie(channel).value(in: request).flatMap({ Bytes(hex: $0) }), bytes.count < 300 else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

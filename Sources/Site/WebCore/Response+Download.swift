import HTTPTypes
import Hummingbird
import NIOCore
import Primitives

extension Response {
    /// A file to keep, which is made while it goes out; its length is not known before.
    ///
    /// What stops it midway ends the connection without the end of the body, so that nobody takes a part for the whole.
    ///
    /// - Parameters:
    ///   - name: ASCII, without quotation marks.
    ///   - write: sends the octets piece by piece.
    package static func download(
        _ name: String, as type: String,
        write: @escaping @Sendable (_ send: (Bytes) async throws -> Void) async throws -> Void
    ) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                try await write { try await writer.write(ByteBuffer(bytes: $0)) }
                try await writer.finish(nil)
            })
    }
}

import HTTPTypes
import Hummingbird
import Primitives

/// One small file that came with a form, held in memory.
package struct SmallUpload: Sendable {
    /// The fields beside the file.
    package let form: Form
    /// The file; empty when none was chosen.
    package let octets: Bytes
}

extension WebContext {
    /// Reads a form with one small file (`multipart/form-data`, RFC 7578) and checks its token.
    ///
    /// For files of people use a streaming reader; this one holds the whole body.
    ///
    /// - Parameters:
    ///   - name: the field of the file.
    ///   - limit: octets of the whole body.
    /// - Throws: refusals `tooLarge`, `invalid` when it is no such form, `forbidden` without its token.
    package func smallUpload(_ request: Request, file name: FieldName, upTo limit: Int) async throws -> SmallUpload {
        guard let boundary = MultipartReader.boundary(of: request.headers[.contentType]) else {
            throw PageRefusal(.invalid)
        }
        let body = try await request.octets(upTo: limit)
        do {
            return try await upload(
                MultipartReader(RequestBody(buffer: ByteBuffer(bytes: body)), boundary: boundary), name)
        } catch is MultipartReader.Malformed {
            throw PageRefusal(.invalid)
        }
    }

    private func upload(_ reader: MultipartReader, _ name: FieldName) async throws -> SmallUpload {
        var entries: [(name: FieldName, text: String)] = []
        var octets: Bytes?
        while let part = try await reader.nextPart() {
            let content = try await reader.octets(upTo: .max)
            if part.name != name.text {
                entries.append((FieldName(part.name), String(decoding: content, as: UTF8.self)))
            } else if octets == nil {
                octets = content
            }
        }
        let form = Form(entries: entries)
        try check(token: form.text(.token))
        return SmallUpload(form: form, octets: octets ?? [])
    }
}

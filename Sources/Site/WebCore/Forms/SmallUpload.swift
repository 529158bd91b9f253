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
        guard let boundary = request.headers[.contentType].flatMap(MultipartBody.boundary(of:)) else {
            throw PageRefusal(.invalid)
        }
        let body = try await request.octets(upTo: limit)
        guard let parts = MultipartBody.parts(of: body, boundary: boundary) else { throw PageRefusal(.invalid) }
        let fields = parts.filter { $0.name != name.text }
        let form = Form(entries: fields.map { (FieldName($0.name), String(decoding: $0.content, as: UTF8.self)) })
        try check(token: form.text(.token))
        return SmallUpload(form: form, octets: parts.first { $0.name == name.text }.map { Bytes($0.content) } ?? [])
    }
}

/// A whole `multipart/form-data` body.
enum MultipartBody {
    struct Part {
        let name: String
        let content: ArraySlice<UInt8>
    }

    /// The boundary that a `Content-Type` names; nil when it is of another type.
    static func boundary(of contentType: String) -> String? {
        let pieces = contentType.split(separator: ";").map { $0.drop(while: \.isWhitespace) }
        guard pieces.first?.lowercased() == "multipart/form-data",
            let parameter = pieces.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let text = parameter.dropFirst(9).filter { $0 != "\"" }
        return (1...70).contains(text.count) ? text : nil
    }

    /// The parts between the boundaries; nil when the body does not end as it should.
    static func parts(of body: Bytes, boundary: String) -> [Part]? {
        let delimiter = Bytes("\r\n--\(boundary)".utf8)
        // The first boundary has no line break before it.
        let body = [0x0D, 0x0A] + body
        guard var start = body.firstRange(of: delimiter)?.upperBound else { return nil }
        var parts: [Part] = []
        while !body[start...].starts(with: "--".utf8) {
            guard body[start...].starts(with: "\r\n".utf8), parts.count < 100,
                let end = body[(start + 2)...].firstRange(of: delimiter),
                let part = part(body[(start + 2)..<end.lowerBound])
            else { return nil }
            parts.append(part)
            start = end.upperBound
        }
        return parts
    }

    private static func part(_ octets: ArraySlice<UInt8>) -> Part? {
        guard let blank = octets.firstRange(of: Bytes("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: octets[..<blank.lowerBound], as: UTF8.self)
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let name = line?.firstMatch(of: /[; ]name="([^"]*)"/)?.1 else { return nil }
        return Part(name: String(name), content: octets[blank.upperBound...])
    }
}

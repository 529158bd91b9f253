import Hummingbird
import Primitives

extension WebContext {
    /// Goes through the files of a form as they come in; the token stands before them, so that nothing is taken from a
    /// stranger's form.
    ///
    /// - Parameter take: gets the type that the browser names, and the octets, all of which it must read.
    /// - Returns: how many files there were.
    /// - Throws: a refusal of kind `invalid` when the form cannot be read, `forbidden` without its token; what `take` throws.
    package func eachFile(
        of request: Request, _ take: (_ type: String?, _ content: PartContent) async throws -> Void
    ) async throws -> Int {
        guard let boundary = MultipartReader.boundary(of: request.headers[.contentType]) else {
            throw PageRefusal(.invalid)
        }
        do {
            let reader = MultipartReader(request.body, boundary: boundary)
            var (isOurs, count) = (false, 0)
            while let head = try await reader.nextPart() {
                if head.name == FieldName.token.text {
                    try check(token: try await reader.text())
                    isOurs = true
                } else if head.isFile {
                    guard isOurs else { throw PageRefusal(.forbidden) }
                    guard let first = try await reader.nextChunk() else { continue }
                    try await take(head.type, PartContent(reader: reader, first: first))
                    count += 1
                }
            }
            return count
        } catch is MultipartReader.Malformed {
            throw PageRefusal(.invalid)
        }
    }
}

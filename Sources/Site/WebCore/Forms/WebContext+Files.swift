import Hummingbird
import Primitives

/// A file of a form, as it comes in.
package struct SentFile {
    /// That the browser names.
    package let type: String?
    /// Of the field that was asked for, when it stands between this file and the one before.
    package let value: String?
    /// All of which must be read.
    package let content: PartContent
}

extension WebContext {
    /// Goes through the files of a form as they come in; the token stands before them, so that nothing is taken from a
    /// stranger's form.
    ///
    /// - Parameter field: one whose value tells something of the file after it.
    /// - Returns: how many files there were.
    /// - Throws: a refusal of kind `invalid` when the form cannot be read, `forbidden` without its token; what `take` throws.
    package func eachFile(
        of request: Request, after field: FieldName? = nil, _ take: (SentFile) async throws -> Void
    ) async throws -> Int {
        guard let boundary = MultipartReader.boundary(of: request.headers[.contentType]) else {
            throw PageRefusal(.invalid)
        }
        do {
            let reader = MultipartReader(request.body, boundary: boundary)
            var (isOurs, value, count): (Bool, String?, Int) = (false, nil, 0)
            while let head = try await reader.nextPart() {
                if head.name == FieldName.token.text {
                    try check(token: try await reader.text())
                    isOurs = true
                } else if head.name == field?.text {
                    value = try await reader.text()
                } else if head.isFile {
                    guard isOurs else { throw PageRefusal(.forbidden) }
                    guard let first = try await reader.nextChunk() else { continue }
                    try await take(
                        SentFile(type: head.type, value: value, content: PartContent(reader: reader, first: first)))
                    value = nil
                    count += 1
                }
            }
            return count
        } catch is MultipartReader.Malformed {
            throw PageRefusal(.invalid)
        }
    }
}

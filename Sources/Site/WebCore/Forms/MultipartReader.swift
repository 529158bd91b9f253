import Glibc
import Hummingbird
import Primitives

/// Reads `multipart/form-data` (RFC 7578) from the socket part by part; holds a chunk and a boundary, never a file.
package final class MultipartReader {
    /// The head of a part.
    package struct Head: Hashable, Sendable {
        package let name: String
        /// The type that the browser names; nil for plain fields.
        package let type: String?
        package let isFile: Bool
    }

    /// The body is no such form.
    package struct Malformed: Error {
        package init() {}
    }

    private static let headLimit = 8_192
    private static let mostParts = 100
    private static let blankLine = Bytes("\r\n\r\n".utf8)
    private var source: RequestBody.AsyncIterator
    private let delimiter: Bytes
    private var buffer: Bytes = [0x0D, 0x0A]
    private var hasBegun = false
    private var isInPart = false
    private var isEnded = false
    private var parts = 0

    package init(_ body: RequestBody, boundary: String) {
        source = body.makeAsyncIterator()
        delimiter = Bytes("\r\n--\(boundary)".utf8)
    }

    /// The boundary that a `Content-Type` names; nil when it is of another type.
    package static func boundary(of contentType: String?) -> String? {
        let pieces = (contentType ?? "").split(separator: ";").map { $0.drop(while: \.isWhitespace) }
        guard pieces.first?.lowercased() == "multipart/form-data",
            let parameter = pieces.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let text = parameter.dropFirst(9).filter { $0 != "\"" }
        return (1...70).contains(text.count) ? text : nil
    }

    /// The next part; what is left of the one before is passed over. Nil at the end.
    package func nextPart() async throws -> Head? {
        while try await nextChunk() != nil {}
        guard !isEnded else { return nil }
        try await passFirstDelimiter()
        while buffer.count < 2 { try await fill() }
        if buffer.starts(with: "--".utf8) {
            isEnded = true
            return nil
        }
        parts += 1
        // A longer line that begins with the delimiter is none.
        guard buffer.starts(with: [0x0D, 0x0A]), parts <= Self.mostParts else { throw Malformed() }
        var end = buffer.place(of: Self.blankLine)
        while end == nil {
            guard buffer.count < Self.headLimit else { throw Malformed() }
            try await fill()
            end = buffer.place(of: Self.blankLine)
        }
        guard let end, let head = Head(buffer[..<end.lowerBound]) else { throw Malformed() }
        // A part ends where a delimiter stands, be it in its head; the end of the empty line may be the beginning of one.
        let blank = end.lowerBound + 2
        while buffer.count < blank + delimiter.count { try await fill() }
        guard buffer.place(of: delimiter).map({ $0.lowerBound > blank }) ?? true else { throw Malformed() }
        buffer.removeSubrange(..<end.upperBound)
        isInPart = true
        return head
    }

    /// Some of the content of the part; nil at its end.
    package func nextChunk() async throws -> Bytes? {
        guard isInPart else { return nil }
        while true {
            if let end = buffer.place(of: delimiter) {
                let chunk = Bytes(buffer[..<end.lowerBound])
                buffer.removeSubrange(..<(chunk.isEmpty ? end.upperBound : end.lowerBound))
                guard chunk.isEmpty else { return chunk }
                isInPart = false
                return nil
            }
            // What could be the beginning of a delimiter stays.
            let safe = buffer.count - delimiter.count + 1
            if safe > 0 {
                let chunk = Bytes(buffer[..<safe])
                buffer.removeSubrange(..<safe)
                return chunk
            }
            try await fill()
        }
    }

    /// The whole content of a plain field.
    package func text(upTo limit: Int = 4_096) async throws -> String {
        String(decoding: try await octets(upTo: limit), as: UTF8.self)
    }

    /// The whole content of a small part. - Throws: ``Malformed``, also when it is longer than `limit` octets.
    package func octets(upTo limit: Int) async throws -> Bytes {
        var octets = Bytes()
        while let chunk = try await nextChunk() {
            guard octets.count + chunk.count <= limit else { throw Malformed() }
            octets += chunk
        }
        return octets
    }

    /// The first delimiter has no line break before it; the reader has put one there.
    private func passFirstDelimiter() async throws {
        guard !hasBegun else { return }
        while buffer.count < delimiter.count { try await fill() }
        guard buffer.starts(with: delimiter) else { throw Malformed() }
        buffer.removeSubrange(..<delimiter.count)
        hasBegun = true
    }

    private func fill() async throws {
        guard let more = try await source.next() else { throw Malformed() }
        buffer.append(contentsOf: more.readableBytesView)
    }
}

extension Bytes {
    /// Where `pattern` stands first. All octets of an upload are searched, so the C library looks for its first octet.
    fileprivate func place(of pattern: Bytes) -> Range<Int>? {
        guard let first = pattern.first else { return nil }
        return withUnsafeBytes { octets in
            guard let base = octets.baseAddress else { return nil }
            var start = 0
            while start + pattern.count <= octets.count,
                let found = memchr(base + start, Int32(first), octets.count - pattern.count + 1 - start)
            {
                start = UnsafeRawPointer(found) - base
                if memcmp(found, pattern, pattern.count) == 0 { return start..<start + pattern.count }
                start += 1
            }
            return nil
        }
    }
}

extension MultipartReader.Head {
    init?(_ octets: ArraySlice<UInt8>) {
        let lines = String(decoding: octets, as: UTF8.self).split(separator: "\r\n")
        func value(_ name: String) -> Substring? {
            lines.first { $0.lowercased().hasPrefix(name) }?.dropFirst(name.count)
        }
        guard let disposition = value("content-disposition:"),
            let name = disposition.firstMatch(of: /[; ]name="([^"]*)"/)?.1
        else { return nil }
        // The name of the file is left alone: it may say something about the person.
        self.init(
            name: String(name), type: value("content-type:").map { $0.filter { !$0.isWhitespace }.lowercased() },
            isFile: disposition.contains("filename"))
    }
}

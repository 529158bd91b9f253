import Foundation
import Primitives

/// The key with which calls are signed; its secret is in no description.
package struct S3Credentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    package let id: String
    let secret: String

    package init(id: String, secret: String) {
        self.id = id
        self.secret = secret
    }

    /// Reads a file of two lines, access key id and secret.
    ///
    /// - Throws: ``S3Problem/keyFile``.
    package init(file: Bytes) throws(S3Problem) {
        let lines = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard lines.count == 2, lines.allSatisfy({ $0.allSatisfy { $0.isASCII && !$0.isWhitespace } }) else {
            throw .keyFile
        }
        self.init(id: lines[0], secret: lines[1])
    }

    package var description: String { id }
    package var debugDescription: String { id }
}

extension S3Credentials: CustomReflectable {
    package var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

import Foundation

/// A password or token for the other side, read from a file that only the server may read.
package struct SendingSecret: Sendable {
    let text: String

    /// Reads the file at `path`; one line end at its end is not part of the secret.
    ///
    /// - Throws: ``SendingSettingsError/secretReadableByOthers``, ``SendingSettingsError/badSecret``.
    package init(file path: String) throws(SendingSettingsError) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular,
            let mode = attributes[.posixPermissions] as? NSNumber, let size = attributes[.size] as? NSNumber,
            size.intValue <= 4_096, let data = FileManager.default.contents(atPath: path)
        else { throw .badSecret }
        guard mode.intValue & 0o077 == 0 else { throw .secretReadableByOthers }
        guard var text = String(data: data, encoding: .utf8) else { throw .badSecret }
        if text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw .badSecret
        }
        self.text = text
    }
}

extension SendingSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

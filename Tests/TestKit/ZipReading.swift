import Foundation
import Primitives

/// A member of a ZIP archive as Python's `zipfile` reads it, which knows nothing of our writer.
package struct ReadZipMember: Sendable, Hashable {
    package let name: String
    package let content: Bytes
    package let isStored: Bool

    package init(name: String, content: Bytes, isStored: Bool) {
        self.name = name
        self.content = content
        self.isStored = isStored
    }

    /// Reads an archive and checks every member's CRC-32.
    ///
    /// - Returns: nil when the archive is broken.
    package static func all(of archive: Bytes) async throws -> [ReadZipMember]? {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "archive.zip")
            try Data(archive).write(to: file)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/python3")
            process.arguments = ["-c", script, file.path]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { return nil }
            return told.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: " ", omittingEmptySubsequences: false)
                guard parts.count == 3, let content = Data(base64Encoded: String(parts[2])) else { return nil }
                return ReadZipMember(name: String(parts[0]), content: Bytes(content), isStored: parts[1] == "0")
            }
        }
    }

    private static let script = """
        base64, sys, zipfile = map(__import__, ("base64", "sys", "zipfile"))
        with zipfile.ZipFile(sys.argv[1]) as archive:
            assert archive.testzip() is None
            for one in archive.infolist():
                print(one.filename, one.compress_type, base64.b64encode(archive.read(one)).decode())
        """
}

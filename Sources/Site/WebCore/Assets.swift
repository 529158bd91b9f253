import Crypto
import Foundation
import Markup
import Primitives

/// The files that pages load, each under an address that changes with its content, so that it may be kept for ever.
package struct Assets: Sendable {
    /// A file as it is served.
    struct File: Sendable {
        let written: WrittenPage
        let mediaType: String
    }

    /// Files by the last part of their address.
    let files: [String: File]
    private let addresses: [String: String]

    static let none = Assets(files: [:], addresses: [:])

    private init(files: [String: File], addresses: [String: String]) {
        self.files = files
        self.addresses = addresses
    }

    /// Reads all files of a folder whose kind is known.
    ///
    /// - Parameter compress: makes octets smaller in the form of gzip.
    /// - Throws: what the file system says when the folder cannot be read.
    package init(folder: URL, compress: (Bytes) -> Bytes?) throws {
        var files: [String: File] = [:]
        var addresses: [String: String] = [:]
        for url in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            guard let mediaType = Assets.mediaTypes[url.pathExtension] else { continue }
            let data = try Data(contentsOf: url)
            let digest = Bytes(SHA256.hash(data: data)).prefix(8)
            let stem = url.deletingPathExtension().lastPathComponent
            let name = "\(stem).\(Bytes(digest).hex).\(url.pathExtension)"
            files[name] = File(written: WrittenPage(Bytes(data), compress: compress), mediaType: mediaType)
            addresses[url.lastPathComponent] = name
        }
        self.init(files: files, addresses: addresses)
    }

    /// The files that come with the programme.
    package static func bundled(compress: (Bytes) -> Bytes? = { _ in nil }) throws -> Assets {
        try Assets(folder: Bundle.module.bundleURL.appending(path: "Assets"), compress: compress)
    }

    /// The address of a file by its plain name.
    package func address(of name: String) -> Address {
        .file(["assets", addresses[name] ?? name])
    }

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png",
    ]
}

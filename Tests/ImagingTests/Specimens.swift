import Foundation
import Imaging
import Machine
import Primitives
import Testing

/// The drawn documents, and the truth about each, from `Browser/specimens/specimens.py`.
struct Specimens: Decodable {
    let marker: String
    let files: [Specimen]

    struct Specimen: Decodable, Sendable, CustomTestStringConvertible {
        let file: String
        let type: String?
        let pages: Int?
        let clean: Bool?
        let zone: [String]?
        let orientation: Int?
        let hints: [String]?
        let refused: String?
        let notices: [String]?

        var testDescription: String { file }
    }

    /// The folder that `SAQTA_SPECIMENS` names.
    static let folder = ProcessInfo.processInfo.environment["SAQTA_SPECIMENS"]
    static let all: Specimens? = folder.flatMap { folder in
        FileManager.default.contents(atPath: folder + "/specimens.json")
            .flatMap { try? JSONDecoder().decode(Specimens.self, from: $0) }
    }
    static let isContinuous = ProcessInfo.processInfo.environment["CI"] == "true"

    static func those(_ choice: (Specimen) -> Bool) -> [Specimen] { all?.files.filter(choice) ?? [] }

    static func bytes(_ file: String) throws -> Bytes {
        let path = try #require(folder) + "/" + file
        return Bytes(try #require(FileManager.default.contents(atPath: path)))
    }
}

/// The worker that was built beside these tests.
enum Worker {
    static let programme = FileManager.default.currentExecutableFolder + "/saqta-imaging"

    static func with(_ change: (inout ImagingLimits) -> Void = { _ in }) -> ImagingWorker {
        var limits = ImagingLimits()
        // The machine may be busy with other tests; the limits have tests of their own.
        limits.clock = .seconds(300)
        limits.processor = 60
        change(&limits)
        return ImagingWorker(programme: programme, limits: limits)
    }
}

extension Worker {
    /// Runs `body` with a programme that starts the worker where the system refuses it a part of its jail: fewer open files are
    /// allowed already than the worker means to allow itself, and it may not raise that.
    static func withoutJail(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "saqta-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = """
            #!/bin/sh
            ulimit -n 32
            [ "$(/usr/bin/id -u)" -ne 0 ] || exec /usr/bin/setpriv --bounding-set=-sys_resource '\(programme)' "$@"
            exec '\(programme)' "$@"

            """
        let (text, path) = (folder.appending(path: "text").path, folder.appending(path: "worker").path)
        try #require(FileManager.default.createFile(atPath: text, contents: Data(script.utf8)))
        // Another process writes what is started: while this one had it open for writing, a process that another test
        // starts could take that along, and the system starts nothing that is open for writing (`ETXTBSY`, execve(2)).
        let copying = try #require(Machine.start("/usr/bin/install", ["-m", "700", text, path], descriptors: []))
        var status: Int32 = -1
        try #require(waitpid(copying, &status, 0) == copying && status == 0)
        try await body(path)
    }
}

extension FileManager {
    var currentExecutableFolder: String {
        let path = (try? destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "."
        return (path as NSString).deletingLastPathComponent
    }
}

/// Octets in pieces of 64 KiB, as a sealed stream gives them.
actor Pieces {
    private var rest: ArraySlice<UInt8>
    private(set) var taken = 0

    init(_ bytes: Bytes) { rest = bytes[...] }

    func next() -> Bytes? {
        guard !rest.isEmpty else { return nil }
        let piece = Bytes(rest.prefix(65_536))
        rest = rest.dropFirst(65_536)
        taken += piece.count
        return piece
    }
}

extension ImagingWorker {
    /// Decodes octets that are in memory, and keeps the pages.
    func pages(
        _ bytes: Bytes, ask: ImagingAsk = ImagingAsk()
    ) async throws -> (result: ImagingResult, pages: [ImagingPage]) {
        let pieces = Pieces(bytes)
        var pages: [ImagingPage] = []
        let result = try await process({ await pieces.next() }, ask: ask) { pages.append($0) }
        return (result, pages)
    }
}

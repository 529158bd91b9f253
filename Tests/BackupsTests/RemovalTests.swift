import Backups
import Foundation
import Synchronization
import Testing

@Suite("What must not stay", .timeLimit(.minutes(1)))
struct RemovalTests {
    @Test("A folder goes whole, also while another thread still writes into it and takes files away.")
    func underWork() async throws {
        for _ in 0..<50 {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            for name in ["", "/keys", "/data"] {
                try FileManager.default.createDirectory(atPath: folder + name, withIntermediateDirectories: false)
            }
            let worker = Worker(folder)
            let work = Task.detached { worker.run() }
            while !worker.hasBegun { await Task.yield() }
            let isGone = Removal.remove(folder)
            worker.end()
            await work.value
            #expect(isGone && !FileManager.default.fileExists(atPath: folder))
        }
    }
}

/// Writes files into two folders and takes them away, until it is told to end.
private final class Worker: Sendable {
    private let folder: String
    private let begun = Atomic(false)
    private let ended = Atomic(false)

    init(_ folder: String) { self.folder = folder }

    var hasBegun: Bool { begun.load(ordering: .relaxed) }

    func end() { ended.store(true, ordering: .relaxed) }

    func run() {
        var number = 0
        while !ended.load(ordering: .relaxed) {
            for name in ["keys", "data"] {
                if let file = fopen("\(folder)/\(name)/\(number)", "w") { fclose(file) }
                unlink("\(folder)/\(name)/\(number - 20)")
            }
            number += 1
            if number == 40 { begun.store(true, ordering: .relaxed) }
        }
    }
}

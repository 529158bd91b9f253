import Backups
import Foundation
import Synchronization
import TestKit
import Testing

@Suite("What must not stay")
struct RemovalTests {
    @Test("A folder goes whole, also while another thread still writes into it and takes files away.", .timeLimit(.minutes(1)))
    func underWork() async throws {
        for _ in 0..<50 {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            for name in ["", "/keys", "/data"] {
                try FileManager.default.createDirectory(atPath: folder + name, withIntermediateDirectories: false)
            }
            let started = Atomic(false)
            let ended = Atomic(false)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    var number = 0
                    while !ended.load(ordering: .relaxed) {
                        for name in ["keys", "data"] {
                            if let file = fopen("\(folder)/\(name)/\(number)", "w") { fclose(file) }
                            unlink("\(folder)/\(name)/\(number - 20)")
                        }
                        number += 1
                        if number == 40 { started.store(true, ordering: .relaxed) }
                    }
                }
                while !started.load(ordering: .relaxed) { await Task.yield() }
                let isGone = Removal.remove(folder)
                ended.store(true, ordering: .relaxed)
                try await group.waitForAll()
                #expect(isGone && !FileManager.default.fileExists(atPath: folder))
            }
        }
    }
}

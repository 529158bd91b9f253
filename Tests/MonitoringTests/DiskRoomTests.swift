import Foundation
import Logging
import Monitoring
import TestKit
import Testing

@Suite("The reserve of the disk")
struct DiskRoomTests {
    private static let megabyte: Int64 = 1 << 20

    /// A disk of 16 megabytes with a reserve of 4.
    private func withRoom(_ body: (DiskRoom, URL) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try mount(folder)
            defer { umount2(folder.path, Int32(MNT_DETACH)) }
            try body(
                DiskRoom(
                    folder: folder.path, reserve: 4 * Self.megabyte, interval: .zero, logger: Logger(label: "test")),
                folder)
        }
    }

    private func mount(_ folder: URL) throws {
        let answer = Glibc.mount("none", folder.path, "tmpfs", 0, "size=16m")
        try #require(answer == 0, "mounting a disk is for root: \(String(cString: strerror(errno)))")
    }

    private func fill(_ folder: URL, _ name: String, _ megabytes: Int) throws {
        try Data(repeating: 1, count: megabytes << 20).write(to: folder.appending(path: name))
    }

    private func remove(_ folder: URL, _ name: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: name))
    }

    @Test("lies on the disk while there is room")
    func laid() async throws {
        try await withRoom { room, _ in
            #expect(room.isEnough)
            #expect(room.held == 4 * Self.megabyte)
            #expect((11...12).contains(room.free / Self.megabyte))
        }
    }

    @Test("is followed by refusing what is new, before evidence lacks room")
    func low() async throws {
        try await withRoom { room, folder in
            #expect(room.isEnough)
            try fill(folder, "others", 10)
            #expect(!room.isEnough)
            #expect(room.held == 4 * Self.megabyte)
            try remove(folder, "others")
            #expect(room.isEnough)
        }
    }

    @Test("is given up when somebody fills the disk, and laid anew once there is room for it and as much again")
    func givenUp() async throws {
        try await withRoom { room, folder in
            #expect(room.isEnough)
            // Up to the last octet, as another programme would.
            #expect(throws: (any Error).self) { try fill(folder, "others", 16) }
            try? remove(folder, "others")
            try fill(folder, "others", 11)
            try? fill(folder, "more", 1)
            #expect(!room.isEnough)
            #expect(room.held == 0)
            try fill(folder, "evidence", 3)
            #expect(!room.isEnough)
            try remove(folder, "evidence")
            // Less than twice the reserve is free: laying it would leave the disk as low as before.
            #expect(!room.isEnough)
            #expect(room.held == 0)
            try remove(folder, "others")
            #expect(room.isEnough)
            #expect(room.held == 4 * Self.megabyte)
        }
    }
}

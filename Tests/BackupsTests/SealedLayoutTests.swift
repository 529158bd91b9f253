import Age
import Foundation
import Primitives
import TestKit
import Testing

@testable import Backups

@Suite("The place at which a sealed file stops opening")
struct SealedLayoutTests {
    /// Seals some octets and opens them again, after somebody did something to the file.
    private static func stop(
        _ length: Int, _ change: (inout Data, SealedLayout) -> Void
    ) async throws -> (place: String, isCut: Bool)? {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "sealed")
            try Data().write(to: url)
            let made = try AgeIdentity.make()
            let output = try FileHandle(forWritingTo: url)
            let sealing = try AgeSealing(to: made.recipient, into: output.fileDescriptor)
            try sealing.write(Bytes(repeating: 3, count: length))
            try sealing.finish()
            var sealed = try Data(contentsOf: url)
            change(&sealed, SealedLayout(beginning: Bytes(sealed.prefix(SealedLayout.beginning))))
            try sealed.write(to: url)
            let input = try FileHandle(forReadingFrom: url)
            let opening = try AgeOpening(
                with: try #require(AgeIdentity(file: Bytes(made.file.utf8))), from: input.fileDescriptor)
            do {
                while !(try opening.read(most: 10_000)).isEmpty {}
                return nil
            } catch AgeError.refused {
                return SealedLayout(beginning: Bytes(sealed.prefix(SealedLayout.beginning)))
                    .stop(after: opening.count, of: sealed.count)
            }
        }
    }

    @Test("is the chunk of the octet that was changed", arguments: [0, 1, 65_535, 65_552, 140_000, 196_655, 196_656])
    func changed(offset: Int) async throws {
        let stop = try await Self.stop(200_000) { sealed, layout in sealed[(layout.header ?? 0) + 16 + offset] ^= 1 }
        let number = offset / 65_552
        #expect(try #require(stop).place.hasPrefix("chunk \(number), octets "))
        #expect(stop?.isCut == false)
    }

    @Test("is the end of the file when it was cut between two chunks")
    func cutBetween() async throws {
        var length = 0
        let stop = try await Self.stop(200_000) { sealed, layout in
            length = (layout.header ?? 0) + 16 + 2 * 65_552
            sealed = sealed.prefix(length)
        }
        #expect(stop?.place == "octet \(length), where the file ends and chunk 2 should begin")
        #expect(stop?.isCut == true)
    }

    @Test("is the last chunk, at the end of the file, when it was cut in a chunk")
    func cutWithin() async throws {
        let stop = try await Self.stop(200_000) { sealed, _ in sealed = sealed.prefix(100_000) }
        #expect(try #require(stop).place.hasPrefix("chunk 1, octets "))
        #expect(try #require(stop).place.hasSuffix(" to 99999, where the file ends"))
    }

    @Test("is the header when that was cut", arguments: [0, 20, 100])
    func cutHeader(length: Int) async throws {
        let stop = try await Self.stop(1_000) { sealed, _ in sealed = sealed.prefix(length) }
        #expect(stop?.place == "octet \(length), in the header, where the file ends")
    }

    @Test("is nowhere in a file that is whole", arguments: [0, 1, 65_536, 131_072, 200_000])
    func whole(length: Int) async throws {
        let stop = try await Self.stop(length) { _, _ in }
        #expect(stop == nil)
    }
}

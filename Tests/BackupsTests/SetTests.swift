import Crypto
import Ledger
import Primitives
import Testing

@testable import Backups

@Suite("A set")
struct SetTests {
    @Test("gives back what was written, however it comes in", arguments: [1, 511, 512, 513, 100_000])
    func whole(atOnce: Int) throws {
        let members = try SampleSet.read(try SampleSet.written(), atOnce: atOnce)
        #expect(members.map(\.name) == SampleSet.members.map(\.name))
        #expect(members.map(\.content) == SampleSet.members.map(\.content))
    }

    @Test("tells whose it is before its content comes")
    func manifest() throws {
        let octets = try SampleSet.written()
        let stream = Stream(Bytes(octets.prefix(2 * TarHeader.block)))
        let reader = try SetReader(.data) { stream.take($0) }
        #expect(reader.manifest == SampleSet.manifest())
        #expect(reader.signer == "test.example/ledger")
        #expect(reader.manifest["persons"] == 3)
        #expect(reader.manifest["keys"] == 0)
    }

    @Test("is refused with the member named in which an octet was changed")
    func changed() throws {
        let octets = try SampleSet.written()
        for member in Places(octets).members where !member.content.isEmpty {
            for place in [member.content.lowerBound, member.content.upperBound - 1] {
                var tampered = octets
                tampered[place] ^= 1
                let fault = try #require(try SampleSet.fault(tampered), "octet \(place) of \(member.name)")
                if fault.member != nil || member.name != BackupSet.data.manifest {
                    #expect(fault.member == member.name)
                }
            }
        }
    }

    @Test("is refused for a changed octet anywhere, headers and padding among them")
    func anywhere() throws {
        let octets = try SampleSet.written()
        for place in stride(from: 0, to: octets.count, by: 37) {
            var tampered = octets
            tampered[place] ^= 0x20
            #expect(try SampleSet.fault(tampered) != nil, "octet \(place)")
        }
    }

    @Test("that was cut is refused, wherever it was")
    func cut() throws {
        let octets = try SampleSet.written()
        for length in stride(from: 0, to: octets.count, by: 131) {
            #expect(try SampleSet.fault(Bytes(octets.prefix(length))) != nil, "\(length) octets")
        }
        #expect(try SampleSet.fault(octets + [0]) != nil)
    }

    @Test("whose members changed places, or of which one is missing or too many, is refused with the name")
    func swapped() throws {
        let octets = try SampleSet.written()
        func rebuilt(_ change: (inout [(name: String, content: Bytes)]) -> Void) -> Bytes {
            var members = Places(octets).members.map { (name: $0.name, content: Bytes(octets[$0.content])) }
            change(&members)
            return members.reduce(into: Bytes()) { stream, member in
                stream +=
                    TarHeader(
                        name: member.name, length: member.content.count,
                        modified: Int(SampleSet.manifest().made.seconds)
                    ).octets
                stream += member.content
                stream += Bytes(repeating: 0, count: TarHeader.padding(member.content.count))
            } + TarHeader.end
        }
        #expect(rebuilt { _ in } == octets)
        let swapped = try SampleSet.fault(
            rebuilt { members in
                let content = members[2].content
                members[2].content = members[3].content
                members[3].content = content
            })
        #expect(swapped?.member == "data/saqta.sqlite")
        #expect(swapped?.reason == .changed)
        let order = try SampleSet.fault(rebuilt { $0.swapAt(1, 3) })
        #expect(order?.member == "data/checkpoint")
        let missing = try SampleSet.fault(rebuilt { $0.remove(at: 2) })
        #expect(missing?.member == "data/saqta.sqlite")
        #expect(missing?.reason == .members)
        let more = try SampleSet.fault(rebuilt { $0.insert(("data/more", [1]), at: 4) })
        #expect(more?.reason == .members)
        let unsealed = try SampleSet.fault(rebuilt { $0.removeLast() })
        #expect(unsealed?.member == BackupSet.data.seal)
    }

    @Test("that somebody else has signed, or a list that was made anew, is refused")
    func forged() throws {
        let other = try SampleSet.signer(8)
        let signed = try SampleSet.fault(try SampleSet.written(signer: other))
        #expect(signed?.reason == .signature)
        #expect(signed?.member == BackupSet.data.manifest)
        // The manifest is genuine; content, list and seal are another's.
        let genuine = try SampleSet.written()
        let forged = try SampleSet.written(signer: other, members: [("data/checkpoint", [1])])
        let first = Places(genuine).members[1].header
        let fault = try SampleSet.fault(Bytes(genuine[..<first]) + forged[Places(forged).members[1].header...])
        #expect(fault?.member == BackupSet.data.seal)
        #expect(fault?.reason == .signature)
    }

    @Test("taken for the other set is refused")
    func otherSet() throws {
        let fault = try SampleSet.fault(try SampleSet.written(.keys), .data)
        #expect(fault?.reason == .otherSet)
    }

    @Test(
        "that is no backup at all is refused",
        arguments: [Bytes(), Bytes("hello".utf8), Bytes(repeating: 0, count: 4_096)])
    func other(octets: Bytes) throws {
        #expect(try SampleSet.fault(octets)?.reason == .notABackup)
    }

    @Test("fills a member up that could not be read to its end, and says so")
    func halfRead() async throws {
        let stream = Stream()
        var writer = try SetWriter(SampleSet.manifest(), signer: try SampleSet.signer()) { stream.octets += $0 }
        let length = SetWriter.piece + 100
        let broken = try await writer.add("data/documents/ab/cd/half", length: length) { range in
            guard range.lowerBound == 0 else { throw SampleError.gone }
            return Bytes(repeating: 1, count: range.count)
        }
        let whole = try await writer.add("data/documents/ab/cd/whole", length: 3) { _ in [1, 2, 3] }
        try writer.finish()
        #expect(broken == nil)
        #expect(whole == Bytes(SHA256.hash(data: [1, 2, 3])))
        let members = try SampleSet.read(stream.octets)
        #expect(members.map(\.content.count) == [length, 3])
        #expect(members[0].content.suffix(100).allSatisfy { $0 == 0 })
    }

    @Test(
        "does not take a name that leads out of a folder", arguments: ["/etc/x", "../x", "a/../x", "a//x", "", "./x"])
    func names(name: String) throws {
        let fault = #expect(throws: BackupFault.self) { try SampleSet.written(members: [(name, [])]) }
        #expect(fault?.reason == .unknown)
    }
}

enum SampleError: Error { case gone }

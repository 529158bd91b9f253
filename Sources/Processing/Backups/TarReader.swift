import Primitives

/// Takes a tar stream apart, in constant memory.
struct TarReader {
    /// What is wrong with a stream.
    enum Fault: Error {
        case ended
        /// There is no header where one should be, or something behind the end.
        case malformed
    }

    private let pull: (Int) throws -> Bytes
    private var buffer: Bytes = []
    private var start = 0
    /// Octets of the member that were not read yet, and of its padding.
    private var left = 0
    private var padding = 0

    /// - Parameter pull: gives some more octets, at most so many; none at the end.
    init(_ pull: @escaping (Int) throws -> Bytes) { self.pull = pull }

    /// The next member, after what is left of this one; nil at the end of the stream.
    mutating func next() throws -> TarHeader? {
        while !(try content(most: 65_536)).isEmpty {}
        guard try exactly(padding).allSatisfy({ $0 == 0 }) else { throw Fault.malformed }
        padding = 0
        let block = try exactly(TarHeader.block)
        guard block.contains(where: { $0 != 0 }) else {
            guard try exactly(TarHeader.block).allSatisfy({ $0 == 0 }) else { throw Fault.malformed }
            // Whether the stream is whole shows at its very end.
            guard try some(1).isEmpty else { throw Fault.malformed }
            return nil
        }
        guard let header = TarHeader(block) else { throw Fault.malformed }
        (left, padding) = (header.length, TarHeader.padding(header.length))
        return header
    }

    /// More of the member; nothing at its end.
    mutating func content(most: Int) throws -> Bytes {
        guard left > 0 else { return [] }
        let content = try some(min(most, left))
        guard !content.isEmpty else { throw Fault.ended }
        left -= content.count
        return content
    }

    private mutating func exactly(_ count: Int) throws -> Bytes {
        var octets = Bytes()
        while octets.count < count {
            let more = try some(count - octets.count)
            guard !more.isEmpty else { throw Fault.ended }
            octets += more
        }
        return octets
    }

    private mutating func some(_ most: Int) throws -> Bytes {
        if start == buffer.count { (buffer, start) = (try pull(131_072), 0) }
        let end = min(buffer.count, start + most)
        defer { start = end }
        return Bytes(buffer[start..<end])
    }
}

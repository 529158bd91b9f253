import CZlib
import Primitives

/// The form of RFC 1952, which every browser reads.
package enum Gzip {
    /// As small as zlib makes it: it is done once for what is sent many times.
    ///
    /// - Returns: nil when there is no memory for it.
    package static func compress(_ octets: Bytes) -> Bytes? {
        var stream = z_stream()
        // 15 bits of window, and 16 for the head and the check of gzip; zlib puts no time and no name there.
        let begun = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard begun == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var (source, compressed) = (octets, Bytes(repeating: 0, count: Int(deflateBound(&stream, uLong(octets.count)))))
        let ended = source.withUnsafeMutableBufferPointer { source in
            compressed.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard ended == Z_STREAM_END else { return nil }
        compressed.removeLast(Int(stream.avail_out))
        return compressed
    }
}

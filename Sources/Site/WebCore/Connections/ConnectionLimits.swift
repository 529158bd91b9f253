import Primitives

/// How slow, how large and how many connections may be.
package struct ConnectionLimits: Sendable {
    /// From the first octet of a request's head to its last.
    package var head = Span.seconds(15)
    /// Before the first request, and between two.
    package var idle = Span.seconds(60)
    /// How long a body that is coming, or an answer that is being fetched, may make no progress.
    package var stall = Span.seconds(30)
    /// Octets of a body that count as progress within ``stall``, so that one now and then holds no connection.
    package var progress = 1_024
    /// Octets of a request's head: of one field, and of all together.
    package var headOctets = 16_384
    /// Connections at a time.
    package var connections = 2_000
    /// Connections of one source at a time.
    package var connectionsPerSource = 200

    package init() {}
}

import Configuration
import Primitives
import WebCore

extension Settings {
    static func connections(_ config: ConfigReader) throws -> ConnectionLimits {
        var limits = ConnectionLimits()
        limits.head = try span("head.seconds", limits.head, config)
        limits.idle = try span("idle.seconds", limits.idle, config)
        limits.stall = try span("stall.seconds", limits.stall, config)
        limits.progress = try count("stall.octets", limits.progress, config)
        limits.headOctets = try count("head.octets", limits.headOctets, config)
        limits.connections = try count("connections", limits.connections, config)
        limits.connectionsPerSource = try count("connections.per.source", limits.connectionsPerSource, config)
        return limits
    }

    static func flood(_ config: ConfigReader) throws -> FloodLimits {
        var limits = FloodLimits()
        limits.pages.atOnce = try count("flood.pages", limits.pages.atOnce, config)
        limits.pages.aMinute = try count("flood.pages.a.minute", limits.pages.aMinute, config)
        limits.costly.atOnce = try count("flood.costly", limits.costly.atOnce, config)
        limits.costly.aMinute = try count("flood.costly.a.minute", limits.costly.aMinute, config)
        limits.sources = try count("flood.sources", limits.sources, config)
        return limits
    }

    /// - Throws: ``StartError/setting(_:)`` unless it is above zero and a day at most.
    static func span(_ key: ConfigKey, _ usual: Span, _ config: ConfigReader) throws -> Span {
        let seconds = config.double(forKey: key, default: Double(usual.microseconds) / 1_000_000)
        // A day is far more than any of them needs, and far less than overflows.
        guard seconds > 0, seconds <= 86_400 else { throw StartError.setting("\(key)") }
        return Span(microseconds: Int64(seconds * 1_000_000))
    }

    static func count(_ key: ConfigKey, _ usual: Int, _ config: ConfigReader) throws -> Int {
        let number = config.int(forKey: key, default: usual)
        guard number > 0 else { throw StartError.setting("\(key)") }
        return number
    }
}

import Foundation

/// What this process uses of the machine, under the names that Prometheus' own libraries give it.
package enum ProcessFigures {
    package static func read() -> [Figure] {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        var figures = [
            Figure("process_open_fds", "Open file descriptors.", Double(descriptors))
        ]
        if let pages = memoryPages {
            figures.append(
                Figure(
                    "process_resident_memory_bytes", "Memory in use, in octets.",
                    Double(pages) * Double(sysconf(Int32(_SC_PAGESIZE)))))
        }
        guard let fields = statistics, fields.count > 21, let user = Double(fields[13]),
            let system = Double(fields[14]), let start = Double(fields[21]), let boot
        else { return figures }
        return figures + [
            Figure(
                "process_cpu_seconds_total", "Time of the processors spent, in seconds.", (user + system) / ticks,
                as: .counter),
            Figure(
                "process_start_time_seconds", "When the process began, in seconds since 1970.", boot + start / ticks),
        ]
    }

    private static var descriptors: Int {
        max(0, (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0)
    }

    /// proc(5), `statm`: the second number counts pages in memory.
    private static var memoryPages: Int? {
        let fields = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return fields.flatMap { $0.count > 1 ? Int($0[1]) : nil }
    }

    /// proc(5), `stat`: counted from the number of the process on; the second field, in brackets, may hold blanks.
    private static var statistics: [Substring]? {
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        return ["", ""] + text[text.index(after: end)...].split(separator: " ")
    }

    private static var boot: Double? {
        let lines = try? String(contentsOfFile: "/proc/stat", encoding: .utf8).split(separator: "\n")
        return lines?.first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }
    }
}

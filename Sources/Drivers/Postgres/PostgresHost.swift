import CPostgres

/// One of several servers that a connection string names.
struct PostgresHost: Hashable, Sendable {
    let name: String
    /// Its address, where the string says it beside or instead of the name.
    let address: String
    let port: String

    /// As a connection calls it that leads there.
    var server: String { "\(name.isEmpty ? address : name):\(port.isEmpty ? "5432" : port)" }

    /// Empty where the string names one at most: then there is nothing to choose.
    static func all(in connectionString: String) -> [PostgresHost] {
        guard let options = PQconninfoParse(connectionString, nil) else { return [] }
        defer { PQconninfoFree(options) }
        var lists: [String: [String]] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                lists[String(cString: keyword)] = String(cString: value)
                    .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            option += 1
        }
        let (names, addresses, ports) = (lists["host"] ?? [], lists["hostaddr"] ?? [], lists["port"] ?? [])
        let count = max(names.count, addresses.count)
        // libpq refuses other counts itself.
        guard count > 1, [0, count].contains(names.count), [0, count].contains(addresses.count),
            [0, 1, count].contains(ports.count)
        else { return [] }
        return (0..<count).map { index in
            PostgresHost(
                name: names.isEmpty ? "" : names[index], address: addresses.isEmpty ? "" : addresses[index],
                port: ports.count == count ? ports[index] : ports.first ?? "")
        }
    }

    /// What libpq is told instead of the hosts in the string.
    static func settings(_ hosts: [PostgresHost]) -> [(String, String)] {
        guard !hosts.isEmpty else { return [] }
        let lists = [
            ("host", hosts.map(\.name)), ("hostaddr", hosts.map(\.address)), ("port", hosts.map(\.port)),
        ]
        return lists.filter { $0.1.contains { !$0.isEmpty } }.map { ($0.0, $0.1.joined(separator: ",")) }
    }
}

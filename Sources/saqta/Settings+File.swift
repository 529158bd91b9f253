import Configuration
import Foundation
import Operation

/// Why the settings cannot be read.
enum SettingsError: Error, CustomStringConvertible {
    case unreadable(path: String)
    case line(path: String, Int)

    var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read."
        case .line(let path, let number): "\(path):\(number): neither KEY=value nor a remark."
        }
    }
}

extension Settings {
    /// Where the file of settings may lie: `$SAQTA_CONFIG`, else the first of these that is there.
    static let usualFiles = ["./saqta.env", "/etc/saqta/saqta.env"]

    /// The path of the file of settings that this process uses; nil when there is none.
    static var file: String? {
        ProcessInfo.processInfo.environment["SAQTA_CONFIG"]
            ?? usualFiles.first { FileManager.default.fileExists(atPath: $0) }
    }

    static func read() throws -> Settings { try Settings(try values()) }

    /// From the environment, and from the file of settings where the environment says nothing.
    static func values() throws -> ConfigReader {
        var values: [String: String] = [:]
        if let file { for (key, value) in try environmentFile(file).values { values[key] = value } }
        values.merge(ProcessInfo.processInfo.environment) { _, environment in environment }
        let provider = EnvironmentVariablesProvider(environmentVariables: values)
        return ConfigReader(provider: provider.prefixKeys(with: "saqta"))
    }

    static func environmentFile(_ path: String) throws -> EnvironmentFile {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw SettingsError.unreadable(path: path)
        }
        do throws(EnvironmentFile.Malformed) {
            return try EnvironmentFile(parsing: text)
        } catch {
            throw SettingsError.line(path: path, error.line)
        }
    }
}

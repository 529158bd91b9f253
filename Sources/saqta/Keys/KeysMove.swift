import ArgumentParser
import Foundation
import Primitives
import Vault

extension KeysCommand {
    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Moves the root key to the key service, or back into a file.",
            discussion: """
                Stop the server first. SAQTA_KEY_SERVICE must be set either way; after a move into a file, take it out of \
                the settings. The ring gets a new root key, and the former one is overwritten. It may be broken off at any \
                point and run again.
                """)

        enum Place: String, ExpressibleByArgument, CaseIterable { case service, file }

        @Argument(help: "service or file.") var place: Place

        func run() async throws {
            let settings = try Settings.read()
            guard settings.rootKey.service != nil else { throw ValidationError("SAQTA_KEY_SERVICE is not set.") }
            guard FileManager.default.fileExists(atPath: settings.keys) else {
                throw ValidationError("There are no keys in \(settings.keys).")
            }
            // A server that holds the former key would find nothing where it looks for the new one.
            let lock = try DataLock(settings.data)
            defer { withExtendedLifetime(lock) {} }
            // What cannot be put on record is not done; before the first start there is no record.
            let isBegun = try await Databases.areBegun(settings)
            let (service, file) = (try RootKeeping(settings).root, RootKeeping.file(settings))
            switch place {
            case .service:
                try KeyRing.move(folder: settings.keys, from: file, to: service)
                print("The root key is wrapped by \(settings.rootKey.service.map { "\($0.key)" } ?? "") now.")
            case .file:
                try KeyRing.move(folder: settings.keys, from: service, to: file)
                print("The root key lies in a file now. Take SAQTA_KEY_SERVICE out of the settings.")
            }
            if isBegun { try await record(settings) }
            print("Make a new backup: saqta backup")
        }

        /// A move that breaks off before this is put on record when it is run again.
        private func record(_ settings: Settings) async throws {
            var settings = settings
            if place == .file { settings.rootKey.service = nil }
            let house = try await House.open(settings, site: "", for: .command)
            try await house.recordKeyChange("root", to: place.rawValue)
        }
    }
}

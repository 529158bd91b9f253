import ArgumentParser
import Foundation
import Ledger
import Permits
import Primitives
import Vault

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Looks after the keys.", discussion: "See docs/operating.md, Keys.",
        subcommands: [Rotate.self, Move.self])

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Exchanges keys for new ones while the server works; the former ones open nothing any more.",
            discussion: """
                Without an option: all three. It may be broken off at any point and run again; it goes on where it was. \
                Copies of the key folder made before open what was copied with them, and nothing newer: make a new backup \
                afterwards.
                """)

        @Flag(help: "The root key, which seals the key ring.") var root = false
        @Flag(help: "The epoch keys, which wrap the keys of all persons.") var epochs = false
        @Flag(help: "The key of the index by which people are found when they sign in.") var index = false
        @Option(
            help: """
                Seconds after which no request is still at work that began before the new index key was announced.
                """) var settle = 60

        func validate() throws {
            guard (0...3_600).contains(settle) else { throw ValidationError("--settle is 0 to 3600 seconds.") }
        }

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            let all = !root && !epochs && !index
            if all || index {
                let change = IndexKeyChange(house: house, settle: .seconds(settle))
                print(try await change.run())
                try await house.recordKeyChange("index")
            }
            if all || epochs {
                let bar = ProgressBar("keys of persons")
                let ended = try await house.keys.turnAllEpochs { bar.show($0, of: $1) }
                bar.end()
                print("epoch keys: \(ended.count) ended")
                try await house.recordKeyChange("epochs")
            }
            if all || root {
                try house.ring.changeRoot()
                print("root key: exchanged; copy \(house.ring.path) to a safe place, or make a backup")
                try await house.recordKeyChange("root")
            }
        }
    }
}

extension House {
    /// Puts on record that keys were exchanged, or where the root key lies from now on.
    func recordKeyChange(_ kind: String, to place: String? = nil) async throws {
        try await gate.recordKeyChange(kind, to: place)
        try await sequencer.sequence()
    }
}

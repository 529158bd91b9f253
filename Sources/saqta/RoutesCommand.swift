import ArgumentParser
import HTTPTypes
import Hummingbird

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Lists what the server answers: a method and an address a line.")

    func run() async throws {
        let house = try await House.open(try Settings.read(), site: "", for: .command)
        for route in try house.router(site: "").routes.map({ "\($0.method.rawValue) \($0.path)" }).sorted() {
            print(route)
        }
    }
}

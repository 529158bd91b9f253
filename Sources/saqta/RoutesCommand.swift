import ArgumentParser
import HTTPTypes
import Hummingbird
import Logging
import Monitoring
import WebCore

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Lists what the server answers: a method and an address a line.")

    func run() async throws {
        let house = try await House.open(try Settings.read(), site: "", for: .command)
        let logger = Logger(label: "saqta")
        let router = try house.router(
            site: "", marks: SourceMarks(randomness: house.randomness),
            Sight(metrics: MetricRegistry(), room: DiskRoom(folder: house.settings.data, reserve: 0, logger: logger)),
            ReadyAnswers(time: house.time))
        for route in router.routes.map({ "\($0.method.rawValue) \($0.path)" }).sorted() { print(route) }
    }
}

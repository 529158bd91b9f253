import HouseKit
import Hummingbird
import Primitives
import TestKit
import Testing
import WebCore

@testable import API
@testable import Clients

@Suite("The description of the API")
struct DocumentTests {
    @Test("names every operation once, every schema it refers to, and every type of problem")
    func complete() async throws {
        try await TestHouse.run(on: .sqlite) { house in
            let time = house.clock.source
            let site = APISite(
                clients: ClientDesk(gate: house.gate, time: time, randomness: .system),
                subjects: SubjectDesk(gate: house.gate, registrar: house.registrar, time: time), site: "")
            let router = Router(context: WebContext.self)
            site.addRoutes(to: router)
            let served = Set(router.routes.map { "\($0.method.rawValue.lowercased()) \($0.path)" })
            let document = OpenAPIDocument.document(of: site.endpoints)
            let described = try operations(document)
            #expect(described == served)
            #expect(Set(site.endpoints.map(\.name)).count == site.endpoints.count)
            let text = String(decoding: document.octets, as: UTF8.self)
            for match in text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/) {
                #expect(Schema.all[String(match.output.1)] != nil, "\(match.output.1)")
            }
            for code in Problem.Code.allCases { #expect(text.contains("\"\(code.type)\""), "\(code)") }
        }
    }

    private func operations(_ document: CanonicalValue) throws -> Set<String> {
        guard case .object(let members) = document, case .object(let paths) = members["paths"] else { return [] }
        var found: Set<String> = []
        for (path, value) in paths {
            guard case .object(let methods) = value else { continue }
            for method in methods.keys { found.insert("\(method) \(path)") }
        }
        return found
    }
}

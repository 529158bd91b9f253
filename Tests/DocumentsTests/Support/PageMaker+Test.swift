import Documents
import Policy
import Primitives

extension PageMaker {
    /// Takes each 100,000 octets of a document for a page; the image is the octets turned over.
    static let slicing = PageMaker { request, pull, deliver in
        let pages = max(1, (request.length + 99_999) / 100_000)
        for number in 1...pages {
            let range = (number - 1) * 100_000..<min(number * 100_000, request.length)
            let octets = try await pull(range)
            try await deliver(
                MadePage(
                    number: number, image: octets.map { $0.reversed() }, width: 1_000, height: 1_400,
                    thumbnail: octets.map { Bytes($0.prefix(100)) }))
        }
        return PageReport(
            type: .jpeg, pages: pages, hints: [PageHint(.blurred, page: 1), PageHint(.metadata)],
            text: [
                RecognisedPage(
                    page: 1, lines: PersonalData([RecognisedLine(text: "Үлгіева", confidence: 90)]),
                    zone: PersonalData([]))
            ])
    }

    /// Fails always in the same way.
    static func failing(_ error: any Error) -> PageMaker { PageMaker { _, _, _ in throw error } }
}

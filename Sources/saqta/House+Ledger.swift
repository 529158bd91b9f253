import HTTPTypes
import Hummingbird
import Ledger
import Primitives
import WebCore
import WitnessClient

extension House {
    /// A checkpoint whose cosignatures are older is stale: the newest one is shown without them, and the office warns.
    static let cosignedStaleAfter = Span.minutes(30)

    /// Asks the witnesses.
    var logWitnesses: LogWitnesses {
        let client = WitnessClient()
        return LogWitnesses(
            database: database, verifier: sequencer.verifier, places: settings.witnesses.places, time: time
        ) { address, body in
            let answer = try await client.post(body, to: address)
            return LogWitnesses.Reply(status: answer.status, type: answer.type, body: answer.body)
        }
    }

    /// The published ledger (C2SP `tlog-tiles`): entry bundles are for auditors only and not served.
    ///
    /// A log that followed one whose end was lost has addresses of its own too, with its number: what caches hold of the old
    /// one's end is not taken for a part of it.
    func addLedger(to router: Router<WebContext>) {
        router.get("ledger/checkpoint") { _, _ in try await checkpoint() }
        router.get("ledger/key") { _, _ in ledgerKey() }
        router.get("ledger/tile/**") { _, context in
            try await tile(context.parameters.getCatchAll(), isImmutable: sequencer.logNumber == 1)
        }
        router.get("ledger/{number}/checkpoint") { _, context in
            try refuseOtherLog(context)
            return try await checkpoint()
        }
        router.get("ledger/{number}/key") { _, context in
            try refuseOtherLog(context)
            return ledgerKey()
        }
        router.get("ledger/{number}/tile/**") { _, context in
            try refuseOtherLog(context)
            return try await tile(context.parameters.getCatchAll(), isImmutable: true)
        }
    }

    private func refuseOtherLog(_ context: WebContext) throws {
        let number = sequencer.logNumber
        guard number > 1, context.parameters.get("number") == "\(number)" else { throw PageRefusal(.notFound) }
    }

    private func checkpoint() async throws -> Response {
        guard let note = try await ledger.published(at: time.now, limit: Self.cosignedStaleAfter) else {
            throw PageRefusal(.notFound)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: note)))
    }

    private func ledgerKey() -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: sequencer.verifierKey + "\n")))
    }

    private func tile(_ parts: [Substring], isImmutable: Bool) async throws -> Response {
        // Entry bundles (`tile/entries/…`) name acts and are for auditors only.
        let path = (["tile"] + parts.map(String.init)).joined(separator: "/")
        guard !path.hasPrefix("tile/entries"), let place = TilePath(path) else { throw PageRefusal(.notFound) }
        let tile = try await ledger.content(at: place)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .cacheControl: isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: tile)))
    }
}

import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import WebCore

/// Hands requests to the router and writes its answers, as `Application` does.
package struct Answering<Responder: HTTPResponder>: Sendable
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    private let responder: Responder
    private let logger: Logger
    private let clock = DateField()
    private let ready: ReadyAnswers?

    /// - Parameter ready: looked at before the router is asked.
    package init(_ responder: Responder, logger: Logger, ready: ReadyAnswers? = nil) {
        self.ready = ready
        self.responder = responder
        self.logger = logger
    }

    /// What a channel calls for each request.
    package var handler: HTTPChannelHandler.Responder {
        { request, writer, channel in
            let id = RequestID()
            if var response = ready?.answer(request, from: channel.remoteAddress, id: id, logger) {
                response.headers[.date] = clock.now
                return try await writer.write(response: response.head, body: response.body)
            }
            var logger = logger
            logger[metadataKey: "hb.request.id"] = .stringConvertible(id)
            var response: Response
            do {
                response = try await responder.respond(
                    to: request,
                    context: Responder.Context(
                        source: ApplicationRequestContextSource(channel: channel, logger: logger)))
            } catch {
                // The router makes pages of all errors; this one did not reach it.
                logger.debug("Request ended", metadata: ["error.type": "\(type(of: error))"])
                response = Response(status: .internalServerError)
            }
            response.headers[.date] = clock.now
            try await writer.write(response: response.head, body: response.body)
        }
    }
}

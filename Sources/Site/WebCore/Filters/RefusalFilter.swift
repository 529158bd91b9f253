import HTTPTypes
import Hummingbird
import Logging
import Metrics
import Permits
import Primitives

/// The one place where errors become pages: a refusal keeps its kind; anything else is logged and shows no detail.
struct RefusalFilter: RouterMiddleware {
    /// What may be logged of an error without telling anything about a person; nil leaves its type only.
    let describe: @Sendable (any Error) -> String?
    /// What programmes are told of a refusal; nil where its kind says all.
    let problem: @Sendable (any Error) -> Problem?

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            count(error)
            return try context.isFromProgramme ? problem(for: error, context) : page(for: error, context)
        }
    }

    private func count(_ error: any Error) {
        let status = (error as? any HTTPResponseError)?.status
        guard let kind = (error as? any Refusal)?.kind ?? status.flatMap(RefusalKind.init(status:)) else { return }
        let reason = (error as? GateRefusal)?.reason.rawValue ?? "none"
        Counter(label: "refusals", dimensions: [("kind", kind.rawValue), ("reason", reason)]).increment()
    }

    private func problem(for error: any Error, _ context: WebContext) throws -> Response {
        if error is CancellationError { throw error }
        let kind = (error as? any Refusal)?.kind
        let status = (error as? any HTTPResponseError)?.status
        if status == nil, kind == nil || kind == .unavailable { log(error, context) }
        return context.respond(
            problem(error) ?? Problem(Problem.Code(kind ?? status.flatMap(RefusalKind.init(status:)))))
    }

    private func page(for error: any Error, _ context: WebContext) throws -> Response {
        do {
            throw error
        } catch let refusal as PageRefusal {
            return context.respond(
                refusalPage(refusal.kind, refusal.explanation, request: context.id), status: refusal.kind.status)
        } catch let refusal as any Refusal {
            // What is unavailable is a fault of ours, whatever its name; only a person's refusals are no news.
            if refusal.kind == .unavailable { log(refusal, context) }
            let explanation: Phrase? =
                switch (refusal as? GateRefusal)?.reason {
                case .blocked: .blockedExplanation
                case .held: .heldExplanation
                case .needsRepresentative: .needsRepresentativeExplanation
                case .needsConsent:
                    (refusal as? GateRefusal)?.ask?.actor.isOwn == false
                        ? .needsConsentForStaff : .needsConsentExplanation
                default: nil
                }
            return context.respond(
                refusalPage(refusal.kind, explanation, request: context.id),
                status: refusal.kind.status)
        } catch let error as any HTTPResponseError {
            let kind = RefusalKind(status: error.status)
            return context.respond(refusalPage(kind, nil, request: context.id), status: error.status)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            log(error, context)
            return context.respond(refusalPage(nil, nil, request: context.id), status: .internalServerError)
        }
    }
}

extension RefusalFilter {
    private func log(_ error: any Error, _ context: WebContext) {
        context.logger.error(
            "Request failed",
            metadata: ["error.type": "\(type(of: error))", "error.detail": "\(describe(error) ?? "–")"])
    }
}

extension RefusalKind {
    /// The status of RFC 9110 that goes with the kind.
    package var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .gone: .gone
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }

    /// The kind that goes with a status; nil for errors of our own.
    init?(status: HTTPResponse.Status) {
        if let kind = RefusalKind.allCases.first(where: { $0.status == status }) {
            self = kind
        } else if status.kind == .clientError {
            self = .invalid
        } else {
            return nil
        }
    }
}

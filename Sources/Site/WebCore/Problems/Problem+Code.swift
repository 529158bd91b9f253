import HTTPTypes
import Primitives

extension Problem {
    /// The kinds of problem; their names never change their meaning.
    package enum Code: String, Sendable, CaseIterable {
        case malformed
        case keyMissing = "idempotency-key-missing"
        case notAuthenticated = "not-authenticated"
        case notAllowed = "not-allowed"
        case notFound = "not-found"
        case conflict
        case otherEdition = "other-edition"
        case inProgress = "in-progress"
        case gone
        case tooLarge = "too-large"
        case unsupportedMediaType = "unsupported-media-type"
        case misdirected
        case invalid
        case otherBody = "idempotency-key-reused"
        case tooMany = "too-many"
        case internalError = "internal"
        case unavailable
        case noRoom = "no-room"

        /// Where the kind is explained (RFC 9457, 3.1.1).
        package var type: String { "/api/problems/\(rawValue)" }

        package var status: HTTPResponse.Status {
            switch self {
            case .malformed, .keyMissing: .badRequest
            case .notAuthenticated: .unauthorized
            case .notAllowed: .forbidden
            case .notFound: .notFound
            case .conflict, .otherEdition, .inProgress: .conflict
            case .gone: .gone
            case .tooLarge: .contentTooLarge
            case .unsupportedMediaType: .unsupportedMediaType
            case .misdirected: .misdirectedRequest
            case .invalid, .otherBody: .unprocessableContent
            case .tooMany: .tooManyRequests
            case .internalError: .internalServerError
            case .unavailable: .serviceUnavailable
            case .noRoom: .insufficientStorage
            }
        }

        /// The kind that goes with a refusal of which no more is known; nil is an error of our own.
        init(_ kind: RefusalKind?) {
            self =
                switch kind {
                case .invalid: .invalid
                case .unauthenticated: .notAuthenticated
                case .forbidden: .notAllowed
                case .notFound: .notFound
                case .conflict: .conflict
                case .gone: .gone
                case .tooLarge: .tooLarge
                case .tooMany: .tooMany
                case .unavailable: .unavailable
                case nil: .internalError
                }
        }
    }
}

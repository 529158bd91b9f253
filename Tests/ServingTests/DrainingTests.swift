import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOExtras
import NIOHTTPTypes
import Serving
import Testing

@Suite("A connection of a server that is to stop")
struct DrainingTests {
    /// Stands behind the draining, as the handler that closes connections does.
    private final class Behind: ChannelDuplexHandler {
        typealias InboundIn = HTTPRequestPart
        typealias InboundOut = HTTPRequestPart
        typealias OutboundIn = HTTPResponsePart
        typealias OutboundOut = HTTPResponsePart

        var mayClose = false

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if event is ChannelShouldQuiesceEvent { mayClose = true }
        }
    }

    private struct Line {
        let channel: EmbeddedChannel
        let behind: Behind

        init() throws {
            behind = Behind()
            channel = EmbeddedChannel()
            try channel.pipeline.syncOperations.addHandlers([DrainingHandler(grace: .seconds(1)), behind])
        }

        func ask() throws {
            let head = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/")
            try channel.writeInbound(HTTPRequestPart.head(head))
            try channel.writeInbound(HTTPRequestPart.end(nil))
        }

        func begin() throws -> HTTPResponse? {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else { return nil }
            return head
        }

        func end() throws {
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            _ = try channel.readOutbound(as: HTTPResponsePart.self)
        }

        func stop() { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    }

    @Test("is told with the answer that runs, and closes behind it")
    func running() throws {
        let line = try Line()
        try line.ask()
        line.stop()
        #expect(!line.behind.mayClose)
        #expect(try line.begin()?.headerFields[.connection] == "close")
        #expect(line.behind.mayClose)
    }

    @Test("whose answer has begun closes behind it")
    func begun() throws {
        let line = try Line()
        try line.ask()
        #expect(try line.begin()?.headerFields[.connection] == nil)
        line.stop()
        #expect(line.behind.mayClose)
    }

    @Test("that is idle takes the request that was on its way")
    func onItsWay() throws {
        let line = try Line()
        try line.ask()
        _ = try line.begin()
        try line.end()
        line.stop()
        line.channel.embeddedEventLoop.advanceTime(by: .milliseconds(900))
        #expect(!line.behind.mayClose)
        try line.ask()
        line.channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(!line.behind.mayClose, "the request that came is not cut off")
        #expect(try line.begin()?.headerFields[.connection] == "close")
        #expect(line.behind.mayClose)
    }

    @Test("that stays idle is closed after a moment")
    func idle() throws {
        let line = try Line()
        line.stop()
        line.channel.embeddedEventLoop.advanceTime(by: .milliseconds(900))
        #expect(!line.behind.mayClose)
        line.channel.embeddedEventLoop.advanceTime(by: .milliseconds(200))
        #expect(line.behind.mayClose)
    }

    @Test("that nobody stops says nothing of closing")
    func untouched() throws {
        let line = try Line()
        for _ in 0..<3 {
            try line.ask()
            #expect(try line.begin()?.headerFields[.connection] == nil)
            try line.end()
        }
        #expect(!line.behind.mayClose)
    }
}

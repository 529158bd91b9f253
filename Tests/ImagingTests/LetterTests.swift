import Imaging
import Primitives
import Testing

@Suite("Letters in the worker")
struct LetterTests {
    private static func read(_ text: String) async throws -> ReadLetter {
        try await Worker.with().letter(Bytes(text.replacing("\n", with: "\r\n").utf8))
    }

    private static let head = "From: =?koi8-r?B?4c7OwQ==?= <anna@example.kz>\nMessage-ID: <1@example.kz>\n"

    @Test("are read in any usual character set, with what is attached")
    func read() async throws {
        let letter = try await Self.read(
            Self.head + """
                Subject: =?utf-8?B?0J/RgNC40LLQtdGC?=
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=windows-1251
                Content-Transfer-Encoding: base64

                z/Do4uXy
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=a.pdf

                xxx
                --b--

                """)
        #expect(letter.identifier == "1@example.kz")
        #expect(letter.sender?.reveal() == "anna@example.kz")
        #expect(letter.subject?.reveal() == "Привет")
        #expect(letter.texts.map { $0.words.reveal() } == ["Привет"])
        #expect(letter.attachments.map(\.type) == ["application/pdf"])
        #expect(letter.attachments.map { $0.content.reveal() } == [Bytes("xxx".utf8)])
    }

    @Test("show plain text where there is the same as HTML")
    func alternative() async throws {
        let letter = try await Self.read(
            Self.head + """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>Сәлем</p>
                --b
                Content-Type: text/plain; charset=utf-8

                Сәлем
                --b--

                """)
        #expect(letter.texts.map(\.isHTML) == [false])
        #expect(letter.texts.map { $0.words.reveal() } == ["Сәлем"])
    }

    @Test(
        "with a broken character set or transfer encoding are read as far as they go",
        arguments: [
            "Content-Type: text/plain; charset=klingon-8\n\nабв",
            "Content-Type: text/plain; charset=utf-8\n\n\u{FF}\u{0}абв",
            "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n====z/D!!!", "Content-Type: ;;;;\n\nабв",
            "Content-Type: multipart/mixed\n\nabc", "Content-Type: text/plain; charset=\n\n",
            "Content-Transfer-Encoding: quoted-printable\n\n=ZZ=\n==", "Subject: =?utf-8?B?////?= =?x?y?z?=\n\nабв",
        ])
    func broken(rest: String) async throws {
        #expect(try await Self.read(Self.head + rest).sender?.reveal() == "anna@example.kz")
    }

    @Test("name nobody as sender when they name several or no address")
    func senders() async throws {
        let head = "Message-ID: <1@example.kz>\n"
        for from in ["From: a@example.kz, b@example.kz\n", "From: nobody:;\n", "", "From: a@b.kz\nFrom: c@d.kz\n"] {
            #expect(try await Self.read(head + from + "\nабв").sender == nil, "\(from)")
        }
    }

    @Test("that are none, too large or nested too deep are told apart", arguments: [11, 200, 20_000])
    func refused(depth: Int) async throws {
        await #expect(throws: LetterRefusal.noLetter) { try await Self.read("") }
        await #expect(throws: LetterRefusal.noLetter) { try await Self.read("Hello\n\nthere") }
        await #expect(throws: LetterRefusal.tooLarge) {
            try await Worker.with().letter(Bytes(repeating: 65, count: ImagingWorker.longestLetter + 1))
        }
        let nested = (0..<depth).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n" }.joined()
        await #expect(throws: LetterRefusal.tooNested) {
            try await Self.read(Self.head + "Content-Type: multipart/mixed; boundary=b0\n\n" + nested)
        }
        let many = String(repeating: "--b\n\nx\n", count: 200)
        await #expect(throws: LetterRefusal.tooNested) {
            try await Self.read(Self.head + "Content-Type: multipart/mixed; boundary=b\n\n" + many)
        }
    }

    @Test("changed at random places end with a letter or a refusal, and nothing else", arguments: 0..<40)
    func changed(seed: Int) async throws {
        var letter = Bytes(
            (Self.head + """
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: multipart/alternative; boundary="c"

                --c
                Content-Type: text/html; charset=koi8-r
                Content-Transfer-Encoding: quoted-printable

                <p>=E1=CE=CE=C1</p>
                --c--
                --b
                Content-Type: message/rfc822

                From: x@example.kz

                --b
                Content-Type: image/png; name*0*=utf-8''%D0; name*1=x
                Content-Transfer-Encoding: base64

                AAAA
                --b--

                """).utf8)
        var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        for _ in 0..<(1 + seed) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let place = Int(state >> 33) % letter.count
            switch state >> 20 & 3 {
            case 0: letter[place] = UInt8(truncatingIfNeeded: state >> 12)
            case 1: letter.remove(at: place)
            case 2: letter.insert(contentsOf: letter[place...].prefix(40), at: place)
            default: letter.insert(UInt8(truncatingIfNeeded: state >> 12), at: place)
            }
        }
        do {
            _ = try await Worker.with().letter(letter)
        } catch let refusal as LetterRefusal {
            #expect(refusal == .noLetter || refusal == .tooNested)
        }
    }

    @Test("are not read where there is no jail, or no worker")
    func unguarded() async throws {
        let letter = Bytes((Self.head + "\nабв").utf8)
        try await Worker.withoutJail { programme in
            await #expect(throws: LetterRefusal.unavailable) {
                try await ImagingWorker(programme: programme).letter(letter)
            }
        }
        await #expect(throws: LetterRefusal.unavailable) {
            try await ImagingWorker(programme: "/absent").letter(letter)
        }
    }
}

import Access
import Documents
import Messages
import Metrics
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Letters that came by mail and that staff drop in. Who is named as sender is believed for one thing only: in whose thread
/// the letter is put; nothing is told or opened to anybody for it.
package struct LetterDesk: Sendable {
    let threads: ThreadDesk
    let intake: DocumentIntake
    let read: @Sendable (Bytes) async throws -> Letter

    /// - Parameters:
    ///   - intake: takes the files of letters.
    ///   - read: takes a letter apart; throws ``ThreadsRefusal/noLetter``, `.nestedLetter`, `.costlyLetter`,
    ///     `.lettersUnread`.
    package init(
        threads: ThreadDesk, intake: DocumentIntake, read: @escaping @Sendable (Bytes) async throws -> Letter
    ) {
        self.threads = threads
        self.intake = intake
        self.read = read
    }

    /// What became of a letter.
    package struct Taken: Sendable {
        /// The thread that it is in.
        package let thread: ThreadID
        /// Whether it was there before; then nothing was done.
        package var wasThere = false
        /// How many of its files could not be kept; of these its words tell type and size.
        package var filesLeft = 0
    }

    /// Takes a letter once: into the open thread of the one person who has confirmed the sender's address, or as a thread
    /// without an account, which is destroyed as questions of the contacts page are.
    ///
    /// Its files go into the thread of somebody with an account, as files that the person sent.
    /// - Throws: ``ThreadsRefusal/largeLetter``, `.noLetter`, `.nestedLetter`, `.costlyLetter`, `.lettersUnread`,
    ///   `.noSender`, `.noWords`, `.longLetter`, `.tooMany`.
    package func take(_ octets: Bytes, by actor: Actor) async throws -> Taken {
        guard octets.count <= Letter.mostOctets else { throw ThreadsRefusal.largeLetter }
        let letter = try await read(octets)
        guard let sender = letter.sender, let address = try? Registrar.normalised(.email, sender.reveal()) else {
            throw ThreadsRefusal.noSender
        }
        let words = letter.words
        guard !words.isEmpty else { throw ThreadsRefusal.noWords }
        guard words.count <= Letter.mostCharacters else { throw ThreadsRefusal.longLetter }
        let gate = threads.gate
        // A sender's identifier is theirs alone: another's letter under the same one is another letter.
        let mark = gate.mac(
            "letter", over: letter.identifier.map { Bytes("\(address.compared) \($0)".utf8) } ?? octets)
        if let before = try await again(letter, mark, by: actor) { return before }
        let digests = try AddressBook(gate).digests(.email, address.compared)
        do {
            if let person = try await threads.person(at: .email, digests, as: .wrote, by: actor) {
                let thread = try await join(
                    words, of: person, mark, hasFiles: !letter.attachments.isEmpty, by: actor)
                return Taken(
                    thread: thread, filesLeft: await keep(letter, from: 0, mark, in: thread, of: person, by: actor))
            }
            let sender = ThreadDesk.Stranger.Address(channel: .email, shown: address.shown, digests: digests)
            return Taken(
                thread: try await begin(words, from: sender, in: letter.language, mark, by: actor),
                filesLeft: letter.attachments.count)
        } catch ThreadsRefusal.letterThere {
            guard let before = try await again(letter, mark, by: actor) else { throw ThreadsRefusal.letterThere }
            return before
        }
    }

    /// A letter that is there: of its files those are kept that nobody came to, as when the server ended at that moment.
    ///
    /// - Returns: nil when it was never taken.
    private func again(_ letter: Letter, _ mark: Bytes, by actor: Actor) async throws -> Taken? {
        guard let before = try await threads.gate.look({ try LetterStore($0).find(mark) }) else { return nil }
        var taken = Taken(thread: before.thread, wasThere: true)
        // Whoever took it may still be about it.
        if let files = before.files, threads.time.now - before.at >= Self.mostTime {
            taken.filesLeft = await keep(letter, from: files, mark, in: before.thread, of: before.subject, by: actor)
        }
        return taken
    }

    /// So long the files of one letter may take to be sealed.
    private static let mostTime = Span.minutes(1)

    /// Puts files into a thread, to the end also when whoever dropped the letter has gone.
    ///
    /// - Returns: how many could not be kept.
    private func keep(
        _ letter: Letter, from first: Int, _ mark: Bytes, in thread: ThreadID, of person: SubjectID, by actor: Actor
    ) async -> Int {
        let files = letter.attachments.dropFirst(first)
        return await Task {
            let left = await keep(files, mark, in: thread, of: person, by: actor)
            // Dropped again, such a letter goes through its last files once more.
            try? await threads.gate.perform { try LetterStore($0).setFiles(nil, of: mark) }
            return left
        }.value
    }

    /// One by one: what is wrong with one, or goes wrong with it, keeps neither another nor the letter, which is taken, from
    /// being there.
    private func keep(
        _ files: ArraySlice<Letter.Attachment>, _ mark: Bytes, in thread: ThreadID, of person: SubjectID,
        by actor: Actor
    ) async -> Int {
        var left = 0
        for (index, file) in zip(files.indices, files) {
            let octets = file.content.reveal()
            do {
                // What would be refused anyway does not stand in the thread.
                guard FileType(firstOctets: octets) != nil else { throw IntakeRefusal.file(.unknownType, most: nil) }
                _ = try await intake.receive(
                    DocumentIntake.Announcement(
                        .attachment, length: octets.count, thread: CorrespondenceID(of: thread.bytes),
                        isForwarded: true),
                    of: person, by: actor,
                    AsyncStream { stream in
                        stream.yield(octets)
                        stream.finish()
                    })
            } catch {
                left += 1
                Counter(label: "letters.files.left").increment()
            }
            try? await threads.gate.perform { try LetterStore($0).setFiles(index + 1, of: mark) }
        }
        return left
    }

    private func join(
        _ words: String, of person: SubjectID, _ mark: Bytes, hasFiles: Bool, by actor: Actor
    ) async throws -> ThreadID {
        let now = threads.time.now
        return try await threads.enter(
            ThreadDesk.Entry(words: words, way: .letter, mostCharacters: Letter.mostCharacters), in: .open, of: person,
            as: .takeLetter, by: actor
        ) { row, transaction in try LetterStore(transaction).insert(mark, in: row, files: hasFiles ? 0 : nil, at: now) }
        .id
    }

    private func begin(
        _ words: String, from address: ThreadDesk.Stranger.Address, in language: Language, _ mark: Bytes,
        by actor: Actor
    ) async throws -> ThreadID {
        let now = threads.time.now
        return try await threads.begin(
            ThreadDesk.Entry(words: words, way: .strangersLetter, mostCharacters: Letter.mostCharacters),
            of: ThreadDesk.Stranger(address: address, language: language), as: .takeLetter, by: actor
        ) { row, transaction in try LetterStore(transaction).insert(mark, in: row, at: now) }
    }
}

import Primitives

extension ImagingWorker {
    /// The largest letter, in octets.
    package static let longestLetter = 10 << 20
    /// The longest frame of a letter: a character of one octet may be three in UTF-8.
    private static let longestPiece = 3 * longestLetter

    /// Takes a letter (RFC 5322 with MIME) apart, in a process of its own that can reach nothing.
    ///
    /// - Throws: ``LetterRefusal``, whatever the letter does to that process; `CancellationError`.
    package func letter(_ octets: Bytes) async throws -> ReadLetter {
        guard octets.count <= Self.longestLetter else { throw LetterRefusal.tooLarge }
        try await turnstile.enter()
        do {
            let letter = try await read(octets)
            await turnstile.leave()
            return letter
        } catch {
            await turnstile.leave()
            throw error
        }
    }

    private func read(_ octets: Bytes) async throws -> ReadLetter {
        let process: WorkerProcess
        do {
            process = try WorkerProcess(programme, arguments: ["--letter"])
        } catch { throw LetterRefusal.unavailable }
        let feeding = Task {
            guard
                await process.write(
                    Frame(
                        "A",
                        fields: [
                            "octets": "\(Self.longestLetter)", "memory": "\(limits.memory)",
                            "seconds": "\(limits.processor)",
                        ]))
            else { return }
            for start in stride(from: 0, to: octets.count, by: 262_144) {
                let piece = Bytes(octets[start..<min(start + 262_144, octets.count)])
                guard await process.write(Frame("D", piece)) else { return }
            }
            _ = await process.write(Frame("E", []))
        }
        let deadline = Task {
            try await Task.sleep(for: limits.clock)
            process.kill()
        }
        defer { deadline.cancel() }
        return try await withTaskCancellationHandler {
            let said = await collected(from: process)
            let ending = await process.ending()
            feeding.cancel()
            try Task.checkCancellation()
            switch said {
            case .success(let letter) where ending == .status(0): return letter
            case .failure(let refusal) where ending == .status(0): throw refusal
            default: break
            }
            switch ending {
            // The worker's own statuses, and that of a programme that could not be executed.
            case .status(70), .status(72), .status(127): throw LetterRefusal.unavailable
            default: throw LetterRefusal.tooCostly
            }
        } onCancel: {
            process.kill()
        }
    }

    /// What the worker says until it closes its end; a failure also when it did not say its last word.
    private func collected(from process: WorkerProcess) async -> Result<ReadLetter, LetterRefusal> {
        var (letter, type, total) = (ReadLetter(), String?.none, 0)
        while let frame = await process.read(longest: Self.longestPiece) {
            total += frame.payload.count
            switch frame.kind {
            case "Z": return .success(letter)
            case "X":
                return .failure(
                    frame.fields["reason"] == "tooNested"
                        ? .tooNested : frame.fields["reason"] == "tooLarge" ? .tooLarge : .noLetter)
            default:
                guard total <= Self.longestPiece, letter.take(frame, type: &type) else {
                    process.kill()
                    return .failure(.tooCostly)
                }
            }
        }
        return .failure(.tooCostly)
    }
}

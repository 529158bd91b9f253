import Glibc
import Primitives

/// What a worker has said so far.
struct Answer {
    /// The longest frame: a page image is far below it.
    private static let longest = 16 << 20

    let process: WorkerProcess
    /// How many pages it may give.
    let pages: Int
    private var found: ImagingResult?
    private var refusal: ImagingRefusal?
    private var given = 0
    private var ended = false

    init(process: WorkerProcess, pages: Int) {
        self.process = process
        self.pages = pages
    }

    /// Whether the worker said its last word.
    var isComplete: Bool { ended || refusal != nil }

    /// Takes frames until the worker closes its end, and hands on each page.
    ///
    /// - Throws: ``ImagingRefusal/crashed`` when it does not keep to the form; whatever `page` throws.
    mutating func collect(_ page: (ImagingPage) async throws -> Void) async throws {
        while let frame = await process.read(longest: Self.longest) {
            guard frame.kind == "P" else {
                try take(frame)
                continue
            }
            // An end in the middle of a page has its reason in the way the process ends.
            guard let next = await self.page(frame.fields) else { return }
            try await page(next)
        }
    }

    private mutating func page(_ fields: [String: String]) async -> ImagingPage? {
        guard given < pages, let image = await process.read(longest: Self.longest), image.kind == "I",
            let thumbnail = await process.read(longest: Self.longest), thumbnail.kind == "U",
            let page = ImagingPage(fields: fields, image: image.payload, thumbnail: thumbnail.payload),
            page.index == given
        else { return nil }
        given += 1
        return page
    }

    private mutating func take(_ frame: Frame) throws(ImagingRefusal) {
        switch frame.kind {
        case "T": found = ImagingResult(fields: frame.fields)
        case "M": if let zone = ReadZone(fields: frame.fields) { found?.zones.append(zone) }
        case "W": if let text = ReadText(payload: frame.payload) { found?.texts.append(text) }
        case "X": refusal = ImagingRefusal(worker: frame.fields["reason"] ?? "")
        case "Z":
            let fields = frame.fields
            found?.processor = .milliseconds(fields["processor"].flatMap { Int($0) } ?? 0)
            found?.resident = fields["resident"].flatMap { Int($0) } ?? 0
            found?.confined = fields["confined"] == "1"
            ended = true
        default: throw .crashed
        }
    }

    /// The result, or what the end of the process says about its absence.
    func result(after ending: WorkerProcess.Ending) throws(ImagingRefusal) -> ImagingResult {
        if let refusal { throw refusal }
        if ended, ending == .status(0), let found, found.pages == given { return found }
        throw Self.refusal(for: ending, wasKilled: process.wasKilled)
    }

    static func refusal(for ending: WorkerProcess.Ending, wasKilled: Bool) -> ImagingRefusal {
        switch ending {
        case .signal(SIGXCPU): .timeLimit
        case .signal(SIGKILL) where wasKilled: .timeLimit
        // The worker's own statuses, and that of a programme that could not be executed.
        case .status(71): .memoryLimit
        case .status(72): .unguarded
        case .status(127): .unavailable
        default: .crashed
        }
    }
}

import Archive
import Disclosures
import Retention

extension House {
    /// Erases, each night, people whose consent has ended; not those of whom a part is kept on an article, or about whose
    /// withdrawal staff have not decided yet.
    var consentEnds: ConsentEndSweep {
        ConsentEndSweep(
            gate: gate, erasure: Schema.erasure,
            isKept: { subject, transaction in
                try DisclosureStore(transaction).withdrawals(of: subject).contains { $0.state != .done }
            }, time: time)
    }

    /// Erases, each night, people whose archive has had its term.
    var archiveEnds: ArchiveSweep { ArchiveSweep(gate: gate, erasure: Schema.erasure, time: time) }
}

import Agreements
import Archive
import Disclosures
import Permits
import Primitives
import Registration
import Retention
import Storage

extension House {
    /// Erases, each night, people whose consent has ended or was withdrawn; not those of whom a part is kept on an article,
    /// about whose withdrawal staff have not decided yet, or for whom a service goes on by an agreement.
    var consentEnds: ConsentEndSweep {
        ConsentEndSweep(
            gate: gate, erasure: Schema.erasure,
            isAnswered: { [time] in try DisclosureStore($1).hasEndedProcessing(of: $0, at: time.now) },
            isKept: { [isKept] in try isKept($0, $1) || OrderStore($1).hasService(of: $0) }, time: time)
    }

    /// Destroys, each night, single fields whose term or last ground has ended.
    var fieldEnds: FieldSweep {
        FieldSweep(
            gate: gate, isKept: isKept,
            forget: { field, subject, transaction in
                try RegistrationStore(transaction).forget(field, of: subject)
            }, time: time)
    }

    /// Whether any room gives a reason to keep a person's data.
    private var isKept: @Sendable (SubjectID, any Transaction) throws -> Bool {
        { [time] subject, transaction in
            try Schema.keeping.contains { try $0(subject, time.now, transaction) }
        }
    }
    /// Erases, each night, people whose archive has had its term.
    var archiveEnds: ArchiveSweep { ArchiveSweep(gate: gate, erasure: Schema.erasure, time: time) }
}

import Markup
import Permits
import Primitives
import WebCore

/// What is stuck: its kind, since when, how often it was tried and what went wrong.
struct JobsPage {
    let jobs: [StuckJob]
    /// What was done on this page just before.
    let done: Done?
    let now: Instant
    let token: FormToken

    enum Done: String {
        case again
        case givenUp = "given-up"
    }

    var content: HTML {
        group {
            h1 { Phrase.officeJobsTitle }
            p { Phrase.officeJobsLead }
            if let done {
                p(.role("status")) { done == .again ? Phrase.officeJobAgainDone : .officeJobGivenUpDone }
            }
            if jobs.isEmpty {
                emptyState(.officeJobsEmpty, .officeJobsEmptyWhy)
            } else {
                dataTable(
                    .officeJobsTitle,
                    [
                        Column(.officeJob), Column(.officeJobSince), Column(.officeTries, isNumber: true),
                        Column(.officeJobFault), Column(.officeActions, isPlain: true),
                    ], hidesCaption: true, rows: jobs.map(line))
            }
        }
    }

    private func line(_ job: StuckJob) -> [HTML] {
        [
            group {
                Phrase.officeJobKind(job.kind)
                if let about = job.about {
                    ": "
                    about
                }
            },
            time(.datetime(job.since.description)) { Phrase.moment(job.since) }, .text(String(job.tries)),
            fault(job), changes(job),
        ]
    }

    private func fault(_ job: StuckJob) -> HTML {
        group {
            Phrase.officeFault(job.fault)
            if let next = job.next {
                " "
                span(.class("muted", "small")) {
                    next > now ? Phrase.officeJobNext(.moment(next)) : .officeJobNextNow
                }
            }
        }
    }

    private func changes(_ job: StuckJob) -> HTML {
        div(.class("job-acts")) {
            act(.jobAgain, .officeTryAgain, job)
            if !job.kind.groundsToGiveUp.isEmpty { act(.jobGiveUp, .officeGiveUp, job) }
        }
    }

    private func act(_ path: SitePath, _ words: Phrase, _ job: StuckJob) -> HTML {
        postForm(to: path, token: token) {
            Self.name(of: job)
            button(.type(.submit), .class("link-button")) {
                words
                span(.class("visually-hidden")) {
                    ": "
                    job.about ?? .officeJobKind(job.kind)
                }
            }
        }
    }

    /// The fields of a form that name a job.
    static func name(of job: StuckJob) -> HTML {
        group {
            input(.type(.hidden), .name(JobsController.queue.text), .value(job.kind.rawValue))
            input(.type(.hidden), .name(JobsController.job.text), .value(job.id.description))
        }
    }
}

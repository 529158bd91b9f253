import ArgumentParser
import Storage

extension DatabaseCommand {
    struct Sharding: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the statements that shard the database with Citus.",
            discussion: """
                For psql, as the owner of the tables, on the coordinator, once all workers are added and the server has made \
                its tables; docs/scale.md tells what else is to be done. It opens no database and changes nothing.
                """)

        func run() { for statement in Migrator(Schema.migrations).shardingStatements { print(statement) } }
    }
}

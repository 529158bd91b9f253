import Primitives

/// What an examination says of the databases.
extension Phrase {
    static let doctorDatabaseFiles = Phrase(
        ru: "База данных лежит в папке данных (SQLite).", kk: "Дерекқор деректер қалтасында (SQLite).",
        en: "The database lies in the data folder (SQLite).")

    static let doctorDatabase = Phrase(
        ru: "Данные и ключи лежат на разных серверах PostgreSQL.",
        kk: "Деректер мен кілттер әртүрлі PostgreSQL серверлерінде.",
        en: "Data and keys lie on separate PostgreSQL servers.")

    static let doctorDatabaseOneServer = Phrase(
        ru: "Данные и ключи лежат на одном сервере PostgreSQL: кто получит его, получит и то и другое.",
        kk: "Деректер мен кілттер бір PostgreSQL серверінде: оған қол жеткізген адам екеуін де алады.",
        en: "Data and keys lie on one PostgreSQL server: whoever takes it has both.")

    static let doctorDatabaseServer = Phrase(
        ru: "Перенесите базу ключей на отдельный сервер и укажите его в SAQTA_KEY_DATABASE.",
        kk: "Кілттер дерекқорын бөлек серверге көшіріп, оны SAQTA_KEY_DATABASE баптауында көрсетіңіз.",
        en: "Move the database of keys to a server of its own and name it in SAQTA_KEY_DATABASE.")

    static let doctorDatabaseOneRole = Phrase(
        ru: "Данные и ключи открывает одна и та же роль PostgreSQL.",
        kk: "Деректер мен кілттерді PostgreSQL-дің бір рөлі ашады.",
        en: "One PostgreSQL role opens both data and keys.")

    static let doctorDatabaseRole = Phrase(
        ru: "Создайте для базы ключей отдельную роль, лучше на отдельном сервере (SAQTA_KEY_DATABASE).",
        kk: "Кілттер дерекқоры үшін бөлек рөл жасаңыз, бөлек серверде болғаны жақсы (SAQTA_KEY_DATABASE).",
        en: "Give the database of keys a role of its own, better a server of its own (SAQTA_KEY_DATABASE).")

    static let doctorDatabaseOverheard = Phrase(
        ru: "Связь с сервером PostgreSQL не зашифрована.", kk: "PostgreSQL серверімен байланыс шифрланбаған.",
        en: "The connection to the PostgreSQL server is not encrypted.")

    static let doctorDatabaseEncrypt = Phrase(
        ru: "Включите TLS на сервере и добавьте к адресу sslmode=verify-full.",
        kk: "Серверде TLS қосып, мекенжайға sslmode=verify-full қосыңыз.",
        en: "Turn on TLS at the server and add sslmode=verify-full to the address.")

    static let doctorDatabaseLoses = Phrase(
        ru:
            "У PostgreSQL есть резервный сервер, но его подтверждения не ждут: при переключении часть записей пропадёт.",
        kk:
            "PostgreSQL-дің қосалқы сервері бар, бірақ оның растауы күтілмейді: ауысқанда жазбалардың бір бөлігі жоғалуы мүмкін.",
        en: "PostgreSQL has a standby and does not wait for it: at a fail-over some records may be lost.")

    static let doctorDatabaseWait = Phrase(
        ru: "Укажите в PostgreSQL synchronous_standby_names и оставьте synchronous_commit = on.",
        kk: "PostgreSQL-де synchronous_standby_names баптауын көрсетіп, synchronous_commit = on күйінде қалдырыңыз.",
        en: "Set synchronous_standby_names in PostgreSQL and leave synchronous_commit = on.")
}

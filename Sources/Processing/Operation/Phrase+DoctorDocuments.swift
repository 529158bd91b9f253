import Primitives

/// What an examination says of the store of documents.
extension Phrase {
    static let doctorStoreFolder = Phrase(
        ru: "Документы лежат в папке данных.", kk: "Құжаттар деректер қалтасында.",
        en: "Documents lie in the data folder.")

    static func doctorStore(_ place: String, _ country: String) -> Phrase {
        Phrase(
            ru: "Документы лежат в хранилище \(place), страна: \(country); запись, чтение и удаление проверены.",
            kk: "Құжаттар \(place) қоймасында, ел: \(country); жазу, оқу және жою тексерілді.",
            en: "Documents lie in \(place), country \(country); writing, reading and deleting were tried.")
    }

    static func doctorStoreFails(_ fault: String) -> Phrase {
        Phrase(
            ru: "Хранилище документов не работает: \(fault).", kk: "Құжаттар қоймасы жұмыс істемейді: \(fault).",
            en: "The document store does not work: \(fault).")
    }

    static let doctorMendStore = Phrase(
        ru:
            "Проверьте хранилище, его адрес (SAQTA_S3_ENDPOINT) и права ключа: записывать, читать, перечислять, удалять.",
        kk: "Қойманы, оның мекенжайын (SAQTA_S3_ENDPOINT) және кілттің жазу, оқу, тізімдеу, жою құқықтарын тексеріңіз.",
        en: "Check the store, its address (SAQTA_S3_ENDPOINT) and what its key may do: write, read, list, delete.")

    static func doctorStoreNoCountry(_ place: String) -> Phrase {
        Phrase(
            ru: "Не указано, в какой стране находится хранилище документов \(place).",
            kk: "\(place) құжаттар қоймасының қай елде екені көрсетілмеген.",
            en: "It is not set in which country the document store \(place) is.")
    }

    static func doctorStoreElsewhere(_ set: String, _ policy: String) -> Phrase {
        Phrase(
            ru: "Хранилище документов находится в стране \(set), а политика обещает \(policy).",
            kk: "Құжаттар қоймасы \(set) елінде, ал саясат \(policy) деп уәде береді.",
            en: "The document store is in \(set), but the policy promises \(policy).")
    }

    static let doctorMoveStore = Phrase(
        ru: "Перенесите хранилище документов в страну, которую называет политика.",
        kk: "Құжаттар қоймасын саясатта аталған елге көшіріңіз.",
        en: "Move the document store to the country that the policy names.")

    static func doctorStoreVersions(_ place: String) -> Phrase {
        Phrase(
            ru: "Хранилище \(place) сохраняет прежние версии; при удалении удаляются и они.",
            kk: "\(place) қоймасы бұрынғы нұсқаларды сақтайды; жою кезінде олар да жойылады.",
            en: "The store \(place) keeps earlier versions; they are deleted too when a document is.")
    }

    static let doctorNoVersions = Phrase(
        ru: "Отключите версии в хранилище или дайте ключу право удалять версии.",
        kk: "Қоймада нұсқаларды өшіріңіз немесе кілтке нұсқаларды жою құқығын беріңіз.",
        en: "Turn versions off, or let the key delete versions.")

    static func doctorUndeleted(_ count: Int) -> Phrase {
        Phrase(
            ru: "Файлов, которые нужно удалить, но пока не удаётся: \(count).",
            kk: "Жойылуы тиіс, бірақ әзірге жойылмаған файлдар саны: \(count).",
            en: "Files that must be deleted and could not be yet: \(count).")
    }

    static let doctorLetDelete = Phrase(
        ru: "Дайте серверу право удалять файлы в хранилище; попытки повторяются сами.",
        kk: "Серверге қоймадағы файлдарды жою құқығын беріңіз; әрекет өзі қайталанады.",
        en: "Let the server delete files in the store; it tries again by itself.")
}

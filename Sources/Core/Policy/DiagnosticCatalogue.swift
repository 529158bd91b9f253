/// Russian and Kazakh for what the check says, by the English words.
enum DiagnosticCatalogue {
    typealias Translation = (ru: String, kk: String)

    static func translation(of template: String) -> Translation? {
        files[template] ?? things[template] ?? texts[template] ?? data[template] ?? access[template] ?? law[template]
            ?? rules[template]
    }

    /// What files hold, key by key.
    private static let files: [String: Translation] = [
        "unknown key “{1}”": ("неизвестный ключ «{1}»", "белгісіз кілт: «{1}»"),
        "“{1}” is missing": ("нет ключа «{1}»", "«{1}» кілті жоқ"),
        "“{1}” is missing or not a block": ("«{1}»: нет или это не блок", "«{1}»: жоқ немесе блок емес"),
        "“{1}” is not a text": ("«{1}»: это не текст", "«{1}»: мәтін емес"),
        "“{1}” is not a list": ("«{1}»: это не список", "«{1}»: тізім емес"),
        "“{1}” cannot be “{2}”": ("«{1}»: не может быть «{2}»", "«{1}»: «{2}» бола алмайды"),
        "“{1}” cannot hold “{2}”": ("«{1}»: не может содержать «{2}»", "«{1}»: ішінде «{2}» бола алмайды"),
        "not a block in “{1}”": ("«{1}»: элемент не является блоком", "«{1}»: элемент блок емес"),
        "not a text in “{1}”": ("«{1}»: элемент не является текстом", "«{1}»: элемент мәтін емес"),
        "the file is missing": ("нет файла", "файл жоқ"),
        "the file is not a block of keys": ("файл не является блоком ключей", "файл кілттер блогы емес"),
        "not YAML: {1}": ("это не YAML: {1}", "YAML емес: {1}"),
        "a week has working days": ("в неделе должны быть рабочие дни", "аптада жұмыс күндері болуы керек"),
    ]

    /// What findings are about.
    private static let things: [String: Translation] = [
        "field {1} ({2})": ("поле {1} ({2})", "{1}-өріс ({2})"),
        "document kind {1}": ("вид документов {1}", "{1} құжат түрі"),
        "consent {1}": ("согласие {1}", "{1} келісімі"),
        "recipient {1}": ("получатель {1}", "{1} алушысы"),
        "role {1}": ("роль {1}", "{1} рөлі"),
        "a grant of {1}": ("{1}, разрешение", "{1}, рұқсат"),
        "a grant of {1} has no act": ("{1}: разрешение не называет действий", "{1}: рұқсатта әрекет аталмаған"),
        "operator.{1}": ("operator.{1}", "operator.{1}"),
        "purpose": ("цель", "мақсат"), "consent": ("согласие", "келісім"), "recipient": ("получатель", "алушы"),
        "role": ("роль", "рөл"), "field number": ("номер поля", "өріс нөмірі"), "field code": ("код поля", "өріс коды"),
        "document kind": ("вид документов", "құжат түрі"), "reason": ("причина", "себеп"),
        "deadline": ("срок", "мерзім"), "clause": ("пункт", "тармақ"), "control": ("мера", "шара"),
        "required": ("обязательна", "міндетті"), "optional": ("необязательна", "міндетті емес"),
        "at most": ("не больше", "ең көбі"), "at least": ("не меньше", "ең азы"),
        "{1} {2} stands twice": ("{1} {2}: встречается дважды", "{1} {2}: екі рет кездеседі"),
        "{1} has no purpose": ("{1}: нет цели", "{1}: мақсаты жоқ"),
        "{1} has no reason": ("{1}: нет причины", "{1}: себебі жоқ"),
        "{1} has no country": ("{1}: нет страны", "{1}: елі жоқ"),
        "{1} has no fields": ("{1}: нет полей", "{1}: өрістері жоқ"),
        "{1} has no act": ("{1}: нет действий", "{1}: әрекеттері жоқ"),
        "there is no clause {1}": ("нет пункта {1}", "{1}-тармақ жоқ"),
        "there is no purpose {1}": ("нет цели {1}", "{1} мақсаты жоқ"),
        "there is no field {1}": ("нет поля {1}", "{1}-өріс жоқ"),
        "there is no document kind {1}": ("нет вида документов {1}", "{1} құжат түрі жоқ"),
        "there is no control {1}": ("нет меры {1}", "{1} шарасы жоқ"),
        "{1} reaches field {2} ({3}) that has none of its purposes": (
            "{1}: поле {2} ({3}) не служит ни одной из этих целей",
            "{1}: {2}-өріс ({3}) бұл мақсаттардың ешқайсысына қажет емес"
        ),
        "{1} reaches documents of kind {2} that has none of its purposes": (
            "{1}: вид документов {2} не служит ни одной из этих целей",
            "{1}: {2} құжат түрі бұл мақсаттардың ешқайсысына қажет емес"
        ),
    ]

    /// Clauses and what enforces them.
    private static let texts: [String: Translation] = [
        "there is no title": ("нет заголовка", "тақырып жоқ"),
        "text outside any clause": ("текст вне пунктов", "мәтін тармақтан тыс тұр"),
        "clause {1} stands twice": ("пункт {1} встречается дважды", "{1}-тармақ екі рет кездеседі"),
        "clause {1} is missing": ("нет пункта {1}", "{1}-тармақ жоқ"),
        "clause {1} is empty": ("пункт {1} пуст", "{1}-тармақ бос"),
        "clause {1} is not in policy.yml": ("пункта {1} нет в policy.yml", "{1}-тармақ policy.yml файлында жоқ"),
        "the clauses stand in another order than in policy.yml": (
            "порядок пунктов не тот, что в policy.yml", "тармақтардың реті policy.yml файлындағыдай емес"
        ),
        "the chapters are not those of ru.md": ("главы не те, что в ru.md", "тараулар ru.md файлындағыдай емес"),
        "clause {1} was declared void; unchanged, it would hold again": (
            "пункт {1} объявлен недействительным; без изменений он снова начнёт действовать",
            "{1}-тармақ жарамсыз деп жарияланған; өзгертілмесе, ол қайта күшіне енеді"
        ),
        "clause {1} has no control": ("у пункта {1} нет меры", "{1}-тармақтың шарасы жоқ"),
        "clause {1} has no control that is built": (
            "пункт {1}: ни одна мера ещё не работает", "{1}-тармақ: әзірге бірде-бір шара жұмыс істемейді"
        ),
        "control {1} belongs to no clause": (
            "мера {1} не относится ни к одному пункту", "{1} шарасы ешбір тармаққа қатысты емес"
        ),
        "clause {1}: {2}": ("пункт {1}: {2}", "{1}-тармақ: {2}"),
    ]
}

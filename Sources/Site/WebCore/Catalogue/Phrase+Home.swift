import Primitives

/// Words of the home page.
extension Phrase {
    package static let homeTitle = Phrase(
        ru: "Ваши данные под защитой политики, которая исполняется",
        kk: "Деректеріңізді іс жүзінде орындалатын саясат қорғайды",
        en: "Your data, under a policy that is enforced")

    package static let homeLead = Phrase(
        ru: "Каждый пункт политики исполняет сама система: никто не откроет ваши данные без цели, "
            + "и каждое открытие видно вам.",
        kk: "Саясаттың әр тармағын жүйенің өзі орындайды: деректеріңізді ешкім мақсатсыз аша алмайды, "
            + "ал әр ашылғанын өзіңіз көресіз.",
        en: "The system itself enforces every clause of the policy: nobody opens your data without a purpose, "
            + "and you see each time they are opened.")

    package static let homeRegister = Phrase(ru: "Зарегистрироваться", kk: "Тіркелу", en: "Register")
    package static let homeRegisterDetails = Phrase(
        ru: "Имя, согласие, контакты и снимок документа. Около десяти минут; можно прерваться и продолжить.",
        kk:
            "Аты-жөніңіз, келісім, байланыс деректері және құжат суреті. Он минуттай уақыт; тоқтатып, кейін жалғастыруға болады.",
        en: "Name, consent, contacts and a picture of a document. About ten minutes; you can stop and continue.")
    package static let homeRead = Phrase(ru: "Прочитать политику", kk: "Саясатты оқу", en: "Read the policy")
    package static let homeReadDetails = Phrase(
        ru:
            "Какие данные, зачем, как долго хранятся и кто их получает. Рядом с каждым пунктом сказано, как он исполняется.",
        kk:
            "Қандай деректер, не үшін, қанша уақыт сақталады және оларды кім алады. Әр тармақтың жанында оның қалай орындалатыны айтылған.",
        en:
            "Which data, what for, how long they are kept and who receives them. Beside each clause: how it is enforced."
    )
    package static let homeVerify = Phrase(ru: "Проверить расписку", kk: "Қолхатты тексеру", en: "Check a receipt")
    package static let homeVerifyDetails = Phrase(
        ru: "Убедитесь, что запись о вашем согласии цела. Вход не нужен, файл нигде не сохраняется.",
        kk: "Келісіміңіз туралы жазбаның бүтін екеніне көз жеткізіңіз. Кіру қажет емес, файл еш жерде сақталмайды.",
        en: "Make sure that the entry of your consent is intact. No sign-in, and the file is stored nowhere.")

    package static let policyInBrief = Phrase(ru: "Политика коротко", kk: "Саясат қысқаша", en: "The policy in brief")
    package static func homeReadWhole(_ edition: Int) -> Phrase {
        Phrase(
            ru: "Читать целиком, редакция \(edition)", kk: "Толық оқу, \(edition)-редакция",
            en: "Read it in full, edition \(edition)")
    }
}

import Primitives

/// Words of the page on which a changed policy is proposed and published.
extension Phrase {
    package static let officePolicyTitle = Phrase(ru: "Политика", kk: "Саясат", en: "Policy")
    package static let officePolicyInForce = Phrase(
        ru: "Действующая редакция", kk: "Қолданыстағы редакция", en: "Edition in force")
    package static let officePolicyProposed = Phrase(
        ru: "Предложено опубликовать", kk: "Жариялауға ұсынылды", en: "Proposed for publication")
    package static let officePolicyProposedAt = Phrase(ru: "Предложено", kk: "Ұсынылған уақыты", en: "Proposed")
    package static let officePolicyProposedBy = Phrase(ru: "Кем", kk: "Кім ұсынды", en: "By")
    package static let officePolicyWarnings = Phrase(
        ru: "Замечания проверки", kk: "Тексеру ескертпелері", en: "Warnings of the check")
    package static let officePolicyNoWarnings = Phrase(ru: "нет", kk: "жоқ", en: "none")
    package static let officePolicyFolder = Phrase(
        ru: "В папке политики", kk: "Саясат қалтасында", en: "In the policy’s folder")
    package static let officePolicySame = Phrase(
        ru: "Публиковать нечего", kk: "Жариялайтын ештеңе жоқ", en: "There is nothing to publish")
    package static let officePolicySameWhy = Phrase(
        ru:
            "Папка политики совпадает с действующей редакцией. Когда её изменят, здесь появятся различия; проверить папку на сервере можно командой «saqta policy check».",
        kk:
            "Саясат қалтасы қолданыстағы редакциямен бірдей. Ол өзгергенде, айырмалары осында шығады; серверде қалтаны «saqta policy check» командасымен тексеруге болады.",
        en:
            "The policy’s folder is as the edition in force. Once it is changed, the differences are here; on the server “saqta policy check” checks the folder."
    )
    package static let officePolicyFaulty = Phrase(
        ru: "В папке ошибки, опубликовать её нельзя", kk: "Қалтада қателер бар, оны жариялауға болмайды",
        en: "The folder has errors and cannot be published")
    package static let officePolicyPropose = Phrase(
        ru: "Предложить к публикации", kk: "Жариялауға ұсыну", en: "Propose for publication")
    package static let officePolicyProposeMeans = Phrase(
        ru:
            "Предлагается ровно то, что показано на этой странице. Публикует другой администратор; до этого действует прежняя редакция.",
        kk:
            "Тек осы бетте көрсетілгені ұсынылады. Басқа әкімші жариялайды; оған дейін бұрынғы редакция қолданыста болады.",
        en:
            "Exactly what this page shows is proposed. Another administrator publishes it; until then the present edition stays in force."
    )
    package static let officePolicyPublish = Phrase(ru: "Опубликовать", kk: "Жариялау", en: "Publish")
    package static let officePolicyPublishMeans = Phrase(
        ru:
            "Редакция вступит в силу сразу, на всех страницах и во всех проверках. Прежняя вернётся, только если опубликовать её заново.",
        kk:
            "Редакция барлық бетте және барлық тексеруде бірден күшіне енеді. Бұрынғысын тек жаңа редакциямен қайтаруға болады.",
        en:
            "The edition is in force at once, on every page and in every check. Only a new edition brings the old one back."
    )
    package static let officePolicyCode = Phrase(
        ru: "Новый код второго фактора", kk: "Екінші фактордың жаңа коды", en: "Fresh code of the second factor")
    package static let officePolicyWithdraw = Phrase(
        ru: "Отозвать предложение", kk: "Ұсынысты кері қайтарып алу", en: "Withdraw the proposal")
    package static let officePolicyAnother = Phrase(
        ru: "Опубликовать должен другой администратор", kk: "Басқа әкімші жариялауы керек",
        en: "Another administrator has to publish")
    package static let officePolicyAnotherHow = Phrase(
        ru: "Предложили вы. Если второго администратора нет, пригласите его на странице «Работники».",
        kk: "Оны сіз ұсындыңыз. Екінші әкімші болмаса, оны «Қызметкерлер» бетінде шақырыңыз.",
        en: "You proposed it. If there is no other administrator, invite one on the page “Staff”.")
    package static let officePolicyAlone = Phrase(
        ru: "Вы работаете в одиночку и публикуете сами", kk: "Жалғыз жұмыс істейсіз, сондықтан өзіңіз жариялайсыз",
        en: "You work alone and publish it yourself")
    package static func officePolicyAloneFrom(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Не раньше \(moment.ru). Редакция будет помечена «в одиночку».",
            kk: "Ең ерте уақыты: \(moment.kk). Редакцияға «жалғыз өзі» белгісі қойылады.",
            en: "From \(moment.en) on. The edition will be marked “single-handed”.")
    }
    package static let officePolicyFolderDiffers = Phrase(
        ru: "Папку с тех пор изменили", kk: "Содан бері қалта өзгерді", en: "The folder has changed since")
    package static let officePolicyFolderDiffersMeans = Phrase(
        ru:
            "Предложение осталось таким, каким было. Чтобы предложить то, что в папке сейчас, отзовите его.",
        kk:
            "Ұсыныс сол күйінде қалды. Қалтадағы қазіргісін ұсыну үшін оны кері қайтарып алыңыз.",
        en:
            "The proposal stands as it was. To propose the folder as it is now, withdraw it."
    )

    package static let officePolicyRevives = Phrase(
        ru: "Эти пункты объявлены недействительными. В новой редакции они те же и снова начнут действовать",
        kk: "Бұл тармақтар жарамсыз деп жарияланған. Жаңа редакцияда олар өзгермеген, сондықтан қайта күшіне енеді",
        en: "These clauses were declared void. The new edition has them unchanged, and they will hold again")
    package static let officePolicyReviving = Phrase(
        ru: "Да, пусть эти пункты снова действуют", kk: "Иә, бұл тармақтар қайта күшіне енсін",
        en: "Yes, these clauses shall hold again")

    // Why something was not done.
    package static let publicationRevives = Phrase(
        ru:
            "Подтвердите, что недействительные пункты снова начнут действовать, или отзовите предложение и измените их.",
        kk:
            "Жарамсыз тармақтардың қайта күшіне енетінін растаңыз немесе ұсынысты кері қайтарып алып, оларды өзгертіңіз.",
        en: "Confirm that the void clauses hold again, or withdraw the proposal and change them.")
    package static let publicationNotAdministrator = Phrase(
        ru: "Это делает только администратор.", kk: "Мұны тек әкімші жасайды.", en: "Only an administrator does this.")
    package static let publicationNothingNew = Phrase(
        ru: "Папка политики совпадает с действующей редакцией, предлагать нечего.",
        kk: "Саясат қалтасы қолданыстағы редакциямен бірдей, ұсынатын ештеңе жоқ.",
        en: "The policy’s folder is as the edition in force; there is nothing to propose.")
    package static let publicationFolderChanged = Phrase(
        ru: "Пока вы смотрели, папка изменилась. Посмотрите различия ещё раз и предложите снова.",
        kk: "Сіз қарап отырғанда қалта өзгерді. Айырмаларды тағы бір рет қарап, қайта ұсыныңыз.",
        en: "The folder changed while you looked. Look at the differences again, then propose again.")
    package static let publicationFaulty = Phrase(
        ru: "В политике есть ошибки. Исправьте их и предложите снова.",
        kk: "Саясатта қателер бар. Оларды түзетіп, қайта ұсыныңыз.",
        en: "The policy has errors. Put them right and propose again.")
    package static let publicationAlready = Phrase(
        ru: "Уже есть предложение. Опубликуйте его или отзовите.",
        kk: "Ұсыныс бар. Оны жариялаңыз немесе кері қайтарып алыңыз.",
        en: "There is a proposal already. Publish it or withdraw it.")
    package static let publicationEnded = Phrase(
        ru: "Этого предложения больше нет: его отозвали или опубликовали, или действует уже другая редакция.",
        kk: "Бұл ұсыныс енді жоқ: ол кері қайтарып алынған не жарияланған немесе басқа редакция қолданыста.",
        en: "This proposal is no more: it was withdrawn or published, or another edition is in force.")
    package static let publicationOtherRegion = Phrase(
        ru: "Данные лежат не в той стране, которую обещает эта политика. Ничего не опубликовано.",
        kk: "Деректер бұл саясатта көрсетілген елде сақталмайды. Ештеңе жарияланбады.",
        en: "The data lie in another country than this policy promises. Nothing was published.")
}

import Policy
import Primitives

/// Data that are held from destruction.
extension Phrase {
    package static let personHoldsTitle = Phrase(ru: "Удержания", kk: "Ұстап қоюлар", en: "Holds")
    package static let personHoldsLead = Phrase(
        ru: "Пока стоит удержание, ничего из данных человека не уничтожается: ни по сроку, ни по просьбе.",
        kk: "Ұстап қою күшінде тұрғанда адамның деректерінен ештеңе жойылмайды: мерзімі бойынша да, өтініш бойынша да.",
        en: "While a hold stands, nothing of the person’s data is destroyed: neither at a term nor on request.")
    package static let personHoldsStanding = Phrase(
        ru: "Что удерживается", kk: "Ұсталып тұрғандар", en: "What is held")
    package static let personHoldsNone = Phrase(
        ru: "Ничего не удерживается", kk: "Ештеңе ұсталып тұрған жоқ", en: "Nothing is held")
    package static let personHoldsNoneWhy = Phrase(
        ru: "Данные уничтожаются в свой срок.", kk: "Деректер өз мерзімінде жойылады.",
        en: "Data are destroyed at their terms.")
    package static let personHoldPut = Phrase(ru: "Удержать данные", kk: "Деректерді ұстап қою", en: "Hold data")
    package static let personHoldGround = Phrase(ru: "Основание", kk: "Негізі", en: "Ground")
    package static func personHoldGround(_ ground: LawPack.RefusalGround) -> Phrase {
        ground.title.followed(by: " (", .invariable("\(ground.article))"))
    }
    package static let personHoldLostConsent = Phrase(
        ru: "Согласие, данное после резервной копии, утрачено: спросите человека снова",
        kk: "Резервтік көшірмеден кейін берілген келісім жоғалған: адамнан қайта сұраңыз",
        en: "A consent given after the backup is lost: ask the person again")
    package static let personHoldReference = Phrase(
        ru: "Номер дела или требования", kk: "Істің немесе талаптың нөмірі", en: "Number of the case or order")
    package static let personHoldReferenceHint = Phrase(
        ru: "Только номер, без имён: до 60 знаков.", kk: "Тек нөмірі, аты-жөнсіз: 60 таңбаға дейін.",
        en: "The number alone, no names: up to 60 characters.")
    package static let personHoldUntil = Phrase(
        ru: "Пересмотреть до", kk: "Қайта қарау күні", en: "To be looked at again by")
    package static let personHoldUntilHint = Phrase(
        ru: "Не позже чем через год. После этого дня удержание кончается само.",
        kk: "Бір жылдан кешіктірмей. Осы күннен кейін ұстап қою өздігінен аяқталады.",
        en: "Within a year. After that day the hold ends by itself.")
    package static let personHoldRelease = Phrase(ru: "Снять", kk: "Тоқтату", en: "Release")
    package static let personHoldOwn = Phrase(
        ru: "снимет другой работник", kk: "басқа қызметкер тоқтатады", en: "another person releases it")
    package static let personHoldAnother = Phrase(
        ru: "Удержание снимает не тот, кто его поставил.", kk: "Ұстап қоюды оны қоймаған басқа қызметкер тоқтатады.",
        en: "A hold is released by another person than the one who put it on.")
    package static let personHoldEnded = Phrase(
        ru: "Это удержание уже кончилось.", kk: "Бұл ұстап қою аяқталып қойған.", en: "This hold has ended already.")
    package static let personHoldNoGround = Phrase(
        ru: "Выберите основание", kk: "Негізін таңдаңыз", en: "Choose a ground")
    package static let personHoldNoReference = Phrase(
        ru: "Укажите номер дела или требования, без имён", kk: "Істің немесе талаптың нөмірін аты-жөнсіз көрсетіңіз",
        en: "Give the number of the case or order, without names")
    package static let personHoldNoDay = Phrase(
        ru: "Укажите день: от сегодняшнего и не позже чем через год",
        kk: "Күнін көрсетіңіз: бүгіннен бастап, бір жылдан кешіктірмей", en: "Give a day from today and within a year")
    package static func personHoldDestroy(_ article: String) -> Phrase {
        Phrase(
            ru: "Данные удерживаются (\(article)) и сейчас не уничтожаются. Откажите или дождитесь конца удержания.",
            kk: "Деректер ұсталып тұр (\(article)), қазір жойылмайды. Бас тартыңыз немесе аяқталуын күтіңіз.",
            en: "The data are held (\(article)) and are not destroyed now. Refuse, or wait for the hold to end.")
    }
    package static let personHoldDestroyLost = Phrase(
        ru:
            "Данные удерживаются, потому что согласие, данное после резервной копии, утрачено. Сначала снимите удержание.",
        kk:
            "Резервтік көшірмеден кейін берілген келісім жоғалғандықтан, деректер ұсталып тұр. Алдымен ұстап қоюды тоқтатыңыз.",
        en: "The data are held, since a consent given after the backup is lost. Release the hold first.")

    package static let heldTitle = Phrase(
        ru: "Ваши данные сохраняются по закону", kk: "Деректеріңіз заң бойынша сақталып тұр",
        en: "Your data are kept by law")
    package static func heldUntil(_ ground: Phrase, _ day: Phrase) -> Phrase {
        Phrase(
            ru: "Основание: \(ground.ru). До этого дня ничего не уничтожается: \(day.ru).",
            kk: "Негізі: \(ground.kk). Осы күнге дейін ештеңе жойылмайды: \(day.kk).",
            en: "Ground: \(ground.en). Nothing is destroyed until \(day.en).")
    }
    package static let consentLostTitle = Phrase(
        ru: "Решите о согласии ещё раз", kk: "Келісім туралы қайта шешіңіз",
        en: "Please decide about your consent again")
    package static func consentLostUntil(_ day: Phrase) -> Phrase {
        Phrase(
            ru:
                "Данные сервиса возвращены из более старой резервной копии, и вашего последнего согласия на регистрацию в ней нет. Если вы не решите раньше, данные сохраняются до этого дня: \(day.ru).",
            kk:
                "Сервис деректері ескірек резервтік көшірмеден қайтарылды, тіркелуге берген соңғы келісіміңіз онда жоқ. Ертерек шешпесеңіз, деректер осы күнге дейін сақталады: \(day.kk).",
            en:
                "The data of this service were put back from an older backup, and your latest consent to the registration is not in it. Unless you decide sooner, your data are kept until \(day.en)."
        )
    }
    package static let consentLostGo = Phrase(ru: "К согласиям", kk: "Келісімдерге", en: "To the consents")
    package static let heldExplanation = Phrase(
        ru: "Данные сейчас сохраняются по закону и не уничтожаются. Основание и срок указаны в вашем кабинете.",
        kk: "Деректер қазір заң бойынша сақталып тұр, жойылмайды. Негізі мен мерзімі жеке кабинетіңізде.",
        en: "The data are kept by law now and are not destroyed. Your account names the ground and until when.")

    package static let needsRepresentativeExplanation = Phrase(
        ru:
            "За организацию и за ребёнка до 14 лет действует представитель: он делает это из своего кабинета, на странице «За кого я действую». Здесь можно смотреть данные, завершить представительство, отозвать согласие, заблокировать данные и писать нам.",
        kk:
            "Ұйым мен 14 жасқа толмаған бала үшін өкіл әрекет етеді: оны өз кабинетінен, «Кім үшін әрекет етемін» бетінен жасайды. Мұнда деректерді көруге, өкілдікті аяқтауға, келісімді кері қайтарып алуға, деректерді бұғаттауға және бізге жазуға болады.",
        en:
            "A representative acts for an organisation and for a child under 14: they do so from their own account, on the page “For whom I act”. Here you can see the data, end a representation, withdraw consent, block the data and write to us."
    )

    package static func staffHeld(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "удержал ваши данные от уничтожения по закону", kk: "деректеріңізді заң бойынша жоюдан ұстап қойды",
                en: "kept your data from destruction by law"))
    }
    package static func staffReleasedHold(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "снял удержание ваших данных", kk: "деректеріңізді ұстап қоюды тоқтатты",
                en: "released the hold on your data"))
    }
    package static let machineReleasedHold = Phrase(
        ru: "Срок удержания ваших данных истёк", kk: "Деректеріңізді ұстап қою мерзімі аяқталды",
        en: "The hold on your data ended at its day")
    package static let machineDestroyedField = Phrase(
        ru: "Отдельные данные уничтожены: их срок истёк или они больше не нужны",
        kk: "Жекелеген деректер жойылды: мерзімі өтті немесе енді қажет емес",
        en: "Some data were destroyed: their term is over, or they are needed no longer")
}

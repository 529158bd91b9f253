/// What people put into passwords first.
///
/// The lists are written by hand for this project, by kind: the word for password in the languages of the site and on
/// the wrong keyboard layout, greetings, love, names of months and days, beasts and heroes, sport, money, offices,
/// famous example phrases. They are parts, not whole passwords: a password is refused when too little is left beside
/// them, so that a few hundred words stand for the long entries of any list of leaked passwords.
enum CommonWords {
    /// Rows of keys and alphabets; any four neighbours in either direction are a run.
    static let rows = [
        "1234567890", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "q1w2e3r4t5y6u7i8o9p0", "1q2w3e4r5t6y7u8i9o0p", "qweasdzxc",
        "1029384756", "147258369", "789456123", "!@#$%^&*()_+",
        "abcdefghijklmnopqrstuvwxyz", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", "йфяцычувскамепинртгоьшлбщдю",
    ]

    static let all = passwords + people + things + places + phrases + years

    private static let passwords = [
        "password", "passwort", "passwd", "passphrase", "parol", "пароль", "gfhjkm", "құпиясөз", "құпия", "кодсөз",
        "kupiyasoz", "qupiyasoz", "secret", "секрет", "ctrhtn", "login", "логин", "admin", "админ", "administrator",
        "администратор", "root", "user", "пользователь", "qwerty", "йцукен", "qwer", "asdf", "zxcv", "letmein",
        "access", "доступ", "welcome", "default", "changeme", "change", "test", "тест", "guest", "гость", "qonaq",
        "master", "system", "система", "server", "сервер", "temp", "pass", "code", "keys", "lock", "open", "enter",
        "security", "private", "computer", "internet", "office", "manager", "support", "service", "account", "abc123",
        "hello", "привет", "ghbdtn", "salem", "сәлем", "сәлеметсізбе", "assalam", "здравствуйте", "спасибо", "рахмет",
    ]

    private static let people = [
        "iloveyou", "love", "люблю", "lubov", "любовь", "махаббат", "mahabbat", "jannym", "жаным", "зайка", "солнышко",
        "princess", "принцесса", "angel", "ангел", "baby", "sweet", "mother", "father", "мама", "папа", "анашым",
        "апашка", "семья", "отбасы", "family", "friend", "друг", "досым", "michael", "jessica", "charlie", "daniel",
        "thomas", "andrew", "alexander", "александр", "sasha", "саша", "marina", "марина", "natasha", "наташа",
        "nikita", "никита", "maksim", "максим", "dmitry", "дмитрий", "sergey", "сергей", "andrey", "андрей", "vladimir",
        "владимир", "kristina", "кристина", "nurlan", "нурлан", "нұрлан", "aigerim", "айгерим", "әйгерім", "asel",
        "асель", "әсел", "daniyar", "данияр", "timur", "тимур", "arman", "арман", "batman", "superman", "spiderman",
        "pokemon", "naruto", "harrypotter", "starwars", "matrix", "neo", "ninja", "hunter", "killer", "king", "queen",
    ]

    private static let things = [
        "dragon", "monkey", "tiger", "lion", "wolf", "eagle", "shadow", "sunshine", "flower", "summer", "winter",
        "spring", "autumn", "лето", "зима", "весна", "осень", "январь", "февраль", "март", "апрель", "июнь", "июль",
        "август", "сентябрь", "октябрь", "ноябрь", "декабрь", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "monday", "sunday", "football", "футбол", "baseball",
        "basketball", "hockey", "хоккей", "soccer", "boxing", "chelsea", "liverpool", "arsenal", "barcelona", "spartak",
        "спартак", "zenit", "kairat", "қайрат", "кайрат", "money", "деньги", "ақша", "dollar", "tenge", "тенге",
        "теңге", "million", "mercedes", "toyota", "ferrari", "samsung", "iphone", "google", "windows", "linux",
        "minecraft", "freedom", "свобода", "бостандық", "победа", "success", "lucky", "счастье", "бақыт", "trustno",
        "whatever", "nothing", "cheese", "chocolate", "шоколад", "cookie", "pepper", "diamond", "золото", "алтын",
        "silver", "batyr", "батыр", "бүркіт", "барыс", "тұлпар", "арыстан",
    ]

    private static let places = [
        "kazakhstan", "казахстан", "қазақстан", "qazaqstan", "almaty", "алматы", "astana", "астана", "shymkent",
        "шымкент", "karaganda", "караганда", "қарағанды", "aktobe", "актобе", "ақтөбе", "atyrau", "атырау", "pavlodar",
        "павлодар", "kostanay", "костанай", "қостанай", "semey", "семей", "taraz", "тараз", "aktau", "актау", "ақтау",
        "russia", "россия", "moscow", "москва", "baikonur", "байконур", "байқоңыр", "nauryz", "наурыз",
    ]

    private static let phrases = [
        "correcthorsebatterystaple", "correct horse battery staple", "correct-horse-battery-staple",
        "thequickbrownfox", "the quick brown fox", "tobeornottobe", "loremipsum", "lorem ipsum", "opensesame",
        "сезамоткройся", "мамамылараму", "мама мыла раму", "mypassword", "мойпароль", "менің", "менсенісүйемін",
        "ятебялюблю", "я тебя люблю",
    ]

    private static let years = (1940...2039).map { String($0) } + ["777", "666", "000", "007", "123", "321"]
}

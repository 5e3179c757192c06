// Turkish cues. Chosen as the English ones were (cues_en.cc), from the Turkish texts of the common
// publishing and comment systems and from the wording of appeals, not translated word by word.
// Matching is of whole words, so that suffixed forms are listed where pages use them.
#include <array>

#include "indexer/extract/cues.h"

namespace postil::index {
namespace {

using K = CueKind;
using W = Where;

constexpr std::array kCues = {
    CueGroup{
        K::kAppeal, W::kAnywhere, 4,
        "bağış yapın|bağış yap|bağış yapmak için|bağışta bulunun|bize destek olun|destek olun|"
        "destek olmak için|bizi destekleyin|desteğinize ihtiyacımız|desteğinizle|bağışlarınızla|"
        "bağışınız|abone olarak destek|okur desteği|gazeteciliğe destek|abone olun ve|yardımınıza "
        "ihtiyacımız"},
    CueGroup{K::kAppeal, W::kAnywhere, 2,
             "bağış|bağışlar|patreon|okurlarımız|okurlarımızın|bağımsız gazetecilik|bağımsız medya|"
             "reklamsız|buraya tıklayın|tıklayınız|destekçi|katkınız|desteğiniz"},
    CueGroup{K::kAppeal, W::kWhole, 4, "bağış yap|bağış|destek ol|destek olun|bize destek olun"},
    CueGroup{
        K::kForm, W::kStart, 4,
        "bir yanıt yazın|bir cevap yazın|yorum yap|yorum yapın|yorum yazın|yorum yaz|yorum ekle|"
        "yorumunuzu yazın|yorum gönder|yanıtı iptal et|cevabı iptal et|e posta adresiniz "
        "yayınlanmayacak|"
        "e posta hesabınız yayımlanmayacak|e posta adresiniz|e posta hesabınız|gerekli alanlar|"
        "zorunlu alanlar|bir dahaki sefere|daha sonraki yorumlarımda|beni bilgilendir|"
        "yorum yapabilmek için|yorum yapmak için|yorum yazmak için|giriş yapmalısınız|oturum "
        "açmalısınız|"
        "bültenimize|bültene abone|e bültenimize|abone olun|kayıt olun|e postanızı|e posta "
        "adresinizi|"
        "şifremi unuttum|parolanızı mı|hesabınız yok mu|üye değil misiniz|yorumunuz|bu site "
        "akismet"},
    CueGroup{K::kForm, W::kAnywhere, 3,
             "yayınlanmayacak|yayımlanmayacak|gerekli alanlar|zorunlu alanlar|gelen kutunuza|"
             "e posta kutunuza|bültenimize abone|abonelikten çıkabilirsiniz|işaretlenmişlerdir"},
    CueGroup{
        K::kForm, W::kWhole, 4,
        "abone ol|giriş|giriş yap|üye ol|üye girişi|kayıt ol|kaydol|bülten|e bülten|ad|isim|"
        "adınız|e posta|eposta|email|web sitesi|internet sitesi|yorum|gönder|iptal|şifre|parola|"
        "kullanıcı adı|mesaj|soyad|çıkış|devam|oturum aç|konu|yorum gönder"},
    CueGroup{
        K::kNavigation, W::kStart, 4,
        "içeriğe geç|içeriğe atla|ana içeriğe|tüm hakları saklıdır|önceki yazı|sonraki yazı|"
        "önceki haber|sonraki haber|yazı gezinmesi|yazı dolaşımı|eski yazılar|yeni yazılar|"
        "yukarı çık|başa dön|ana sayfaya|buradasınız|bu site çerez|bu web sitesi çerez|"
        "çerez kullanıyoruz|çerezleri kullanıyoruz|sitemizde çerez|web sitemizde|gizlilik "
        "politikası|"
        "çerez politikası|kullanım koşulları|kullanım şartları|kişisel verilerin|kategoriler|"
        "kategori|reklam|okuma süresi|tahmini okuma|gururla sunar|kaynak gösterilmeden|izinsiz"},
    CueGroup{K::kNavigation, W::kAnywhere, 3,
             "tüm hakları saklıdır|her hakkı saklıdır|çerez politikası|gizlilik politikası|"
             "çerezler kullanılmaktadır|çerez kullanılmaktadır|çerezleri kullan|kullanım "
             "koşulları|kvkk"},
    CueGroup{
        K::kNavigation, W::kWhole, 2,
        "ana sayfa|anasayfa|menü|ara|arama|kapat|aç|sonraki|önceki|daha fazla|devamını oku|"
        "devamı|daha fazla göster|daha "
        "fazlası|iletişim|hakkımızda|hakkında|künye|siyaset|politika|ekonomi|"
        "kültür|kültür sanat|spor|dünya|gündem|türkiye|yaşam|toplum|görüş|yorum|yazarlar|bilim|"
        "sağlık|teknoloji|video|videolar|fotoğraf|foto galeri|galeri|arşiv|arşivler|kategoriler|"
        "reklam|mağaza|yardım|site haritası|haberler|son dakika|kabul et|reddet|tamam|genel|"
        "blog|bölümler|makaleler|gizlilik|eğitim|magazin|köşe yazıları|röportaj|etiketler"},
    CueGroup{K::kShare, W::kStart, 4,
             "bunu paylaş|bu yazıyı paylaş|bu haberi paylaş|haberi paylaş|yazıyı paylaş|facebook "
             "ta paylaş|"
             "facebook'ta paylaş|twitter'da paylaş|twitter da paylaş|paylaşmak için|yazdırmak "
             "için|tıklayarak|"
             "bizi takip edin|takip edin|arkadaşına gönder|bağlantıyı kopyala|linki kopyala|"
             "yeni pencerede açılır|e posta ile|whatsapp ta paylaş|whatsapp'ta paylaş|bunu beğen"},
    CueGroup{
        K::kShare, W::kWhole, 3,
        "paylaş|paylaşın|tweetle|yazdır|gönder|beğen|beğen yükleniyor|yükleniyor|kaydet|takip et|"
        "facebook|twitter|telegram|whatsapp|bağlantı|kopyala|favorilere ekle|yazı boyutu|a "
        "a|dinle"},
    CueGroup{
        K::kRelated, W::kStart, 4,
        "ilgili yazılar|ilgili haberler|ilgili makaleler|ilgili içerikler|ilgili konular|"
        "benzer yazılar|benzer haberler|benzer makaleler|bunlar da ilginizi|ilginizi çekebilir|"
        "bunları da beğenebilirsiniz|şunları da|en çok okunan|en çok okunanlar|en çok yorumlanan|"
        "en çok paylaşılan|çok okunanlar|popüler yazılar|popüler haberler|son yazılar|son yorumlar|"
        "son haberler|son eklenenler|diğer yazılar|diğer yazıları|diğer haberler|ayrıca bakınız|"
        "ayrıca okuyun|bakınız|önerilen yazılar|önerilen haberler|sizin için|editörün seçtikleri|"
        "yazarın diğer|okumaya devam|bunu da okuyun|daha fazla haber|kaçırmayın|öne çıkan"},
    CueGroup{K::kRelated, W::kWhole, 3,
             "ilgili|benzer|popüler|önerilenler|trend|öne çıkanlar|son dakika"},
    CueGroup{K::kByline, W::kAnywhere, 0,
             "yazan|yazar|yazarı|yazarlar|yazanlar|haber|haberi yazan|kaleme "
             "alan|hazırlayan|röportaj|söyleşi|metin|muhabir"},
    CueGroup{K::kPublished, W::kStart, 0,
             "yayınlanma|yayınlanma tarihi|yayımlanma|yayımlanma tarihi|tarih|yayın tarihi|giriş "
             "tarihi|eklenme tarihi|oluşturulma"},
    CueGroup{
        K::kUpdated, W::kStart, 0,
        "güncelleme|güncellenme|güncellenme tarihi|son güncelleme|güncelleme tarihi|güncellendi"},
    CueGroup{K::kTitle, W::kStart, 0, "başlık|konu"},
    CueGroup{K::kSummary, W::kStart, 0, "özet|alt başlık|spot"},
    CueGroup{K::kTags, W::kStart, 0,
             "etiketler|etiket|anahtar kelimeler|konular|kategori|kategoriler"},
    CueGroup{K::kNote, W::kStart, 0,
             "yazar hakkında|yazarın|yazar hakkinda|yazar profesör|yazar gazeteci|yazar tarihçi"},
    CueGroup{K::kAboutHead, W::kWhole, 0, "yazar hakkında|yazar|yazarlar hakkında|hakkında"},
    CueGroup{
        K::kRole, W::kAnywhere, 0,
        "profesör|profesörü|prof|doçent|öğretim üyesi|öğretim "
        "görevlisi|tarihçi|tarihçidir|gazeteci|"
        "gazetecidir|köşe yazarı|köşe yazarıdır|muhabir|muhabiri|editör|editörü|editörüdür|yazar|"
        "yazardır|yazarı|yazarıdır|şair|araştırmacı|araştırmacıdır|araştırmacısı|siyaset bilimci|"
        "siyaset "
        "bilimcidir|sosyolog|filozof|ekonomist|iktisatçı|analist|uzman|uzmanı|uzmanıdır|direktör|"
        "direktörü|"
        "müdürü|başkanı|avukat|diplomat|büyükelçi|emekli|üyesi|üyesidir|doktora|akademisyen|"
        "profesörüdür|doktor"},
    CueGroup{K::kIs, W::kAnywhere, 0,
             "olan|çalışıyor|çalışmaktadır|yaşıyor|yazıyor|ders veriyor|görev yapmaktadır"},
    CueGroup{K::kCaption, W::kStart, 0, "fotoğraf|fotoğraflar|foto|görsel|resim|illüstrasyon"},
    CueGroup{
        K::kNotName, W::kAnywhere, 0,
        "ve|ile|veya|ya|da|de|mi|mı|mu|mü|bir|bu|şu|o|için|gibi|kadar|daha|en|çok|ne|neden|nasıl|"
        "kim|"
        "nerede|değil|yeni|yazı|yazılar|makale|yorum|yorumlar|siyaset|ekonomi|kültür|spor|dünya|"
        "gündem|toplum|görüş|analiz|söyleşi|röportaj|bölüm|kısım|giriş|sonuç|özet|ana|sayfa|arama|"
        "iletişim|orta|doğu|batı|kuzey|güney|amerika|birleşik|devletleri|birliği|avrupa|"
        "cumhuriyeti|"
        "türkiye|türk|rus|ukrayna|rusya|savaş|savaşı|barış|enstitüsü|üniversitesi|gazetesi|dergisi|"
        "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|pazartesi|salı|"
        "çarşamba|perşembe|cuma|cumartesi|pazar|fotoğraf|görsel|kaynak|haber|haberler|haberi|tüm|"
        "hakları|saklıdır|bugün|dün|hükümet|bakanlığı|ajansı|merkezi|servisi|oku|devamı"},
    CueGroup{K::kNotesHead, W::kWhole, 0,
             "notlar|dipnotlar|kaynaklar|kaynakça|dipnot|not|bibliyografya"},
    CueGroup{K::kCommentsHead, W::kWhole, 4,
             "yorumlar|# yorum|yorumlar #|yorum #|# yanıt|# cevap|okur yorumları|okuyucu yorumları|"
             "tüm yorumlar|bir yorum|tartışma|cevaplar|yanıtlar|en yeniler|en yeni yorumlar"},
    CueGroup{K::kCommentsHead, W::kStart, 4,
             "# yorum|hakkında # yorum|için # yorum|üzerine # düşünce|# düşünce|# yanıt"},
    CueGroup{
        K::kSays, W::kAnywhere, 0,
        "dedi ki|diyor ki|der ki|dedi|diyor|yazdı|yazmış|demiş ki|yanıtladı|cevapladı|yorumladı"},
    CueGroup{K::kAction, W::kWhole, 1,
             "yanıtla|cevapla|şikayet et|bildir|alıntıla|yanıtla beğen|# yanıt|# cevap|"
             "yanıtları göster|yanıtla şikayet et|beğen yanıtla|yanıtlamak için giriş yapın|"
             "yorumu bildir|cevap yaz"},
    CueGroup{K::kAction, W::kWhole, 0,
             "beğen|paylaş|bağlantı|düzenle|sil|daha fazla göster|devamını oku|beğenme"},
    CueGroup{K::kInReply, W::kAnywhere, 0,
             "yanıt olarak|cevap olarak|adlı kişiye yanıt|kişisine yanıt|cevaben"},
    CueGroup{K::kNobody, W::kWhole, 0,
             "anonim|misafir|ziyaretçi|isimsiz|bilinmeyen|okur|bir okur|adsız"},
    CueGroup{K::kBadge, W::kWhole, 0, "yazar|moderatör|editör|yönetici|abone"},
    CueGroup{
        K::kDateWord, W::kAnywhere, 0,
        "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|oca|şub|mar|"
        "nis|"
        "may|haz|tem|ağu|eyl|eki|kas|ara|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|"
        "saat|tarih|tarihi|tarihinde|yayınlanma|yayımlanma|güncelleme|güncellenme|dün|bugün|son|"
        "giriş|da|de|at|ta|te"},
    CueGroup{K::kAgo, W::kAnywhere, 0, "önce"},
    CueGroup{K::kTimeUnit, W::kAnywhere, 0, "saniye|dakika|saat|gün|hafta|ay|yıl|sene|bir"},
};

}  // namespace

std::span<const CueGroup> turkish_cues() { return kCues; }

}  // namespace postil::index

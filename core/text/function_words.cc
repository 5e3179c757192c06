#include "core/text/function_words.h"

#include <algorithm>
#include <array>

namespace postil::text {
namespace {

// Folded, each list a line of words with a space on either side of each.
struct List {
  std::string_view language;
  std::string_view words;
};

constexpr std::array kLists = {
    List{"de",
         " aber alle allem allen aller alles als also am an ander andere anderem anderen anderer"
         " anderes anders auch auf aus bei bin bis bist bzw da damit dann das dass dasselbe dazu"
         " dein deine dem demselben den denn der des dich die dies diese diesem diesen dieser"
         " dieses dir doch dort du durch ein eine einem einen einer eines einig einige er es etwa"
         " etwas euch euer eure fur gegen gewesen hab habe haben hat hatte hatten hier hin hinter"
         " ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist je jede jedem"
         " jeden jeder jedes jene jener jetzt kann kein keine keinen konnen konnte machen man"
         " manche mehr mein meine mich mir mit muss nach nicht nichts noch nun nur ob oder ohne"
         " sehr sei seien sein seine seinem seinen seiner seines selbst sich sie sind so solche"
         " soll sollte sondern sonst uber um und uns unser unter viel viele vielen vom von vor"
         " wahrend wann war waren warum was weg weil weiter welche welchem welchen welcher"
         " welches wem wen wenn wer werde werden weshalb wessen wie wieder wieso wieviel wieviele"
         " will wir wird wirst wo wofur woher wohin wollen wollte womit worden worin wurde wurden"
         " zu zum zur zwar zwischen "},
    List{"en",
         " a about above after again against all also am among an and any are as at be because"
         " been before being below between both but by can could did do does doing down during"
         " each few for from further had has have having he her here hers herself him himself his"
         " how i if in into is it its itself just let may me might more most must my myself no"
         " nor not of off on once only or other ought our ours ourselves out over own per same"
         " shall she should since so some such than that the their theirs them themselves then"
         " there these they this those through to too under until up upon us very via was we were"
         " what when where which while who whom whose why will with within would you your yours"
         " yourself "},
    List{"es",
         " a al algo ante antes como con contra cual cuales cuando cuantas cuanto cuantos de del"
         " desde donde durante e el ella ellas ellos en entre era eran es esa esas ese eso esos"
         " esta estaba estan estas este esto estos fue fueron ha habia habian han hasta hay he la"
         " las le les lo los mas me mi mis muy nada ni no nos nosotros o os otra otras otro otros"
         " para pero poco por porque que quien quienes se sea ser sera si sido sin sobre son su"
         " sus tambien te tiene tienen todo todos tu tus u un una unas uno unos y ya yo "},
    List{"fr",
         " a ai apres as au aussi aux avaient avait avant avec avez avoir avons c ca car ce ceci"
         " cela celle celles celui ces cet cette ceux chez combien comme comment d dans de depuis"
         " des donc dont du elle elles en entre est et etaient etait ete etre eu eux faire fait"
         " furent fut il ils j je l la le les leur leurs lors lui m ma mais me meme mes moi moins"
         " mon n ne ni nos notre nous on ont ou par pas pendant plus pour pourquoi qu quand que"
         " quel quelle quelles quels qui quoi s sa sans se sera serait seront ses si son sont"
         " sous sur t ta te tes toi ton tres tu un une vers vos votre vous y "},
    List{"it",
         " a ad agli ai al alla alle allo anche aveva avevano c che chi ci come con cosa cui da"
         " dagli dai dal dalla dalle dallo de degli dei del della delle dello di dove e ed era"
         " erano essere fra fu furono gli ha hanno ho i il in io la le lei li lo loro lui ma mi"
         " mia mio ne negli nei nel nella nelle nello noi non o per perche piu quale quali quando"
         " quante quanti quanto quel quella quelle quelli quello questa queste questi questo qui"
         " sara se sei si sia sono stata state stati stato sua sue sui sul sulla sulle sullo suo"
         " suoi tra tu tuo un una uno vi voi "},
    List{"nl",
         " aan al als bij dan dat de der deze die dit doch door dus een en er ge geen had hadden"
         " heb hebben heeft hem het hier hij hoe hoeveel hun ik in is ja je kan kon kunnen maar"
         " me meer men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op over"
         " reeds te tegen toch toen tot u uit uw van veel voor waar waarin waarom wanneer waren"
         " was wat we welk welke werd werden wie wij wil worden wordt zal ze zelf zich zij zijn"
         " zo zonder zou "},
    List{"pt",
         " a ao aos aquela aquelas aquele aqueles aquilo as ate com como da das de dela delas"
         " dele deles depois do dos e ela elas ele eles em entre era eram essa essas esse esses"
         " esta estao estas este estes eu foi foram ha isso isto ja lhe lhes mais mas me mesmo"
         " meu meus minha muito na nao nas nem no nos nossa nosso num numa o onde os ou para pela"
         " pelas pelo pelos por porque quais qual quando quantas quanto quantos que quem sao se"
         " sem ser sera seu seus so sua suas tambem te tem teu tu um uma umas uns voce vos "},
    List{"ru",
         " а без более больше будет бы был была были было быть в вам вас ведь во вот все всегда"
         " всего всех всю вы где да даже два для до другой его ее ей ему если есть еще ж же за"
         " зачем здесь и из или им иногда их к как какая какие каким каких каково какого какой"
         " каком какую кем когда кого кому конечно которая которого которое которой котором"
         " которые который которых кто куда ли лучше между меня мне много может можно мой моя мы"
         " на над надо наконец нас не него нее ней нет ни нибудь ним них ничего но ну о об один"
         " он она они опять от откуда перед по под после потом потому почему почти при про раз"
         " разве с сам свою себе себя сколько со так такой там тебя тем теперь то тогда того тоже"
         " только том тот тут ты у уж уже хоть чего чей чем через что чтоб чтобы чуть чьи чья эта"
         " эти это этого этой этом этот эту я является являются "},
    List{"tr",
         " acaba ama ancak aslinda az bazi belki ben bir biri birkac birsey biz bu buna bunu"
         " bunun cok cunku da daha de defa diye eden edildi eger en etti gibi gore hangi"
         " hangileri hangisi hem hep hepsi her hic icin idi ile ise kac kadar karsi kez ki kim"
         " kimdir kime kimin kimler mi midir mu mudur nasil ne neden nedir nelerdir nerde nerede"
         " nereye neydi nicin niye o olan olarak oldu oldugu onu onun sanki sen sey siz sonra su"
         " tarafindan tum uzere var ve veya ya yani yok "},
    List{"uk",
         " а або але б багато без би був буде була було бути більше в вам вас вже ви вона вони"
         " все всі від він да де для до ж же з за звідки зі й його ким кого коли кому куди мене"
         " мені ми може моя між на навіть над нас не ним них нього ні нічого перед по потім при"
         " про під після сам свою себе скільки собі та так там тебе теж ти то того тоді той тому"
         " треба тут тільки у хто це цей цього цю ця ці цієї через чи чий чим чия чиї чого чому"
         " ще що я як яка яке який яким яких якого якому якою якої якщо які якій є і із їй їх її "},
};

}  // namespace

bool is_function_word(std::string_view word, std::string_view language) {
  const auto* list = std::find_if(kLists.begin(), kLists.end(),
                                  [&](const List& each) { return each.language == language; });
  if (list == kLists.end() || word.empty() || word.find(' ') != word.npos) return false;
  const std::string_view words = list->words;
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace postil::text

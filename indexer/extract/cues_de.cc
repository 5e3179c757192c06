// German cues. Chosen as the English ones were (cues_en.cc), from the German texts of the common
// publishing and comment systems and from the wording of appeals, not translated word by word.
#include <array>

#include "indexer/extract/cues.h"

namespace postil::index {
namespace {

using K = CueKind;
using W = Where;

constexpr std::array kCues = {
    CueGroup{
        K::kAppeal, W::kAnywhere, 4,
        "bitte spenden sie|spenden sie jetzt|spenden sie bitte|jetzt spenden|mit einer spende|"
        "mit ihrer spende|mit deiner spende|unterstützen sie uns|unterstützen sie "
        "unsere|unterstütze uns|"
        "unterstütze unsere|unterstützen sie unseren|um ihre unterstützung|um eure unterstützung|"
        "auf ihre unterstützung|ihre spende|deine spende|eure spende|werden sie mitglied|"
        "werden sie förderer|werde mitglied|werde unterstützer|freiwillig zahlen|spenden sie"},
    CueGroup{K::kAppeal, W::kAnywhere, 2,
             "spende|spenden|spendenkonto|iban|paypal|steady|patreon|unabhängigen journalismus|"
             "unabhängiger journalismus|leserinnen und leser|werbefrei|ohne paywall|hier klicken|"
             "klicken sie hier|bankverbindung|unsere arbeit|steuerlich absetzbar|bitten wir sie"},
    CueGroup{K::kAppeal, W::kWhole, 4,
             "spenden|jetzt spenden|unterstützen|unterstützen sie uns|mitglied werden"},
    CueGroup{
        K::kForm, W::kStart, 4,
        "schreibe einen kommentar|schreiben sie einen kommentar|kommentar schreiben|"
        "kommentar verfassen|kommentar hinterlassen|hinterlasse einen kommentar|"
        "hinterlasse eine antwort|hinterlassen sie einen|antwort hinterlassen|antworten abbrechen|"
        "antwort abbrechen|deine e mail adresse wird|ihre e mail adresse wird|"
        "e mail adresse wird nicht|erforderliche felder sind|pflichtfelder sind|"
        "meinen namen meine e mail|name e mail|gib hier deinen kommentar|trage deine daten|"
        "du kommentierst mit|benachrichtige mich|benachrichtigung bei|informiere mich|"
        "du musst angemeldet sein|sie müssen angemeldet|bitte melden sie sich an|"
        "bitte loggen sie sich|um zu kommentieren|kommentar abschicken|kommentar absenden|"
        "newsletter abonnieren|abonnieren sie|abonniere|jetzt abonnieren|melden sie sich für|"
        "melde dich für|ihre e mail|deine e mail|e mail adresse|jetzt anmelden|jetzt registrieren|"
        "passwort vergessen|noch kein konto|noch nicht registriert|verbinde mit|"
        "diskutieren sie mit|diskutiere mit|ihre meinung|ihr kommentar|dein kommentar|"
        "diese website verwendet akismet|erfahre mehr darüber wie deine kommentardaten"},
    CueGroup{K::kForm, W::kAnywhere, 3,
             "wird nicht veröffentlicht|erforderliche felder|in ihr postfach|in dein postfach|"
             "jederzeit abbestellen|jederzeit abmelden|unseren newsletter|ihre e mail adresse|"
             "deine e mail adresse|nächsten kommentar speichern"},
    CueGroup{
        K::kForm, W::kWhole, 4,
        "abonnieren|anmelden|registrieren|einloggen|login|newsletter|name|e mail|email|website|"
        "webseite|kommentar|nachricht|senden|absenden|abschicken|abbrechen|weiter|passwort|"
        "benutzername|vorname|nachname|abmelden|ihr name|pflichtfeld|betreff|konto erstellen"},
    CueGroup{
        K::kNavigation, W::kStart, 4,
        "zum inhalt|zum hauptinhalt|zur navigation|direkt zum inhalt|springe zum|nach oben|"
        "zurück zur|zurück zum|alle rechte vorbehalten|vorheriger beitrag|nächster beitrag|"
        "vorheriger artikel|nächster artikel|beitrags navigation|ältere beiträge|neuere beiträge|"
        "ältere kommentare|neuere kommentare|sie sind hier|du bist hier|inhaltsverzeichnis|"
        "diese website verwendet cookies|diese webseite verwendet cookies|wir verwenden cookies|"
        "wir nutzen cookies|diese seite verwendet cookies|datenschutz cookies|cookie richtlinie|"
        "mit der nutzung|stolz präsentiert|impressum|datenschutzerklärung|nutzungsbedingungen|"
        "veröffentlicht in|veröffentlicht unter|kategorien|kategorie|anzeige|weiterlesen nach|"
        "lesezeit|lesedauer|seite # von|artikel anhören|artikel drucken|alle beiträge von|"
        "noch keine bewertungen|die inhalte dieser website|die inhalte dieser seite|"
        "dieser beitrag gibt die meinung|der beitrag gibt die meinung|vorschau auf den nächsten|"
        "zur startseite|erstelle eine kostenlose website|bitte aktivieren sie javascript|mehr zum "
        "autor"},
    CueGroup{K::kNavigation, W::kAnywhere, 3,
             "alle rechte vorbehalten|verwendet cookies|verwenden cookies|verwendung von cookies|"
             "datenschutzerklärung|nutzungsbedingungen|cookie einstellungen|cookie richtlinie"},
    CueGroup{
        K::kNavigation, W::kWhole, 2,
        "startseite|start|home|menü|menu|suche|suchen|suche nach|schließen|öffnen|weiter|zurück|"
        "mehr|weiterlesen|mehr lesen|mehr anzeigen|mehr erfahren|weitere informationen|impressum|"
        "datenschutz|kontakt|über uns|über mich|agb|politik|wirtschaft|kultur|sport|wissen|"
        "gesellschaft|meinung|reise|panorama|videos|fotos|archiv|kategorien|schlagwörter|werbung|"
        "mediadaten|jobs|karriere|shop|hilfe|faq|presse|termine|veranstaltungen|abo|ressorts|meta|"
        "feed der einträge|kommentare feed|allgemein|links|blogroll|sitemap|service|"
        "themen|ok|akzeptieren|ablehnen|verstanden|drucken|inhalt|navigation|übersicht"},
    CueGroup{K::kShare, W::kStart, 4,
             "teilen sie|teile diesen|teile dies|diesen artikel teilen|diesen beitrag teilen|"
             "artikel teilen|beitrag teilen|möchten sie den artikel teilen|möchten sie diesen|"
             "auf facebook teilen|auf twitter teilen|teilen auf|"
             "teilen mit|klick um|klicke um|klicken um|zum teilen|folgen sie uns|folge uns|"
             "wird in neuem fenster|gefällt mir wird|artikel versenden|per e mail|link kopieren|"
             "# bloggern gefällt|%d bloggern gefällt|sei der erste dem"},
    CueGroup{
        K::kShare, W::kWhole, 3,
        "teilen|drucken|merken|twittern|tweeten|gefällt mir|liken|gefällt mir lade|liken lade|"
        "wird geladen|mailen|versenden|weiterempfehlen|empfehlen|folgen|mitteilen|kommentieren|"
        "link kopieren|vorlesen|pocket|feedback|schriftgröße"},
    CueGroup{
        K::kRelated, W::kStart, 4,
        "das könnte sie auch|das könnte dich auch|das könnte ihnen auch|auch interessant|"
        "ähnliche beiträge|ähnliche artikel|verwandte beiträge|verwandte artikel|verwandte themen|"
        "weitere artikel|weitere beiträge|weitere themen|weitere meldungen|mehr zum thema|"
        "mehr von|mehr aus|mehr artikel|meistgelesen|meist gelesen|am meisten gelesen|"
        "meistkommentiert|beliebte beiträge|beliebte artikel|neueste beiträge|neueste artikel|"
        "neueste kommentare|neuste beiträge|letzte beiträge|letzte kommentare|aktuelle beiträge|"
        "aktuelle artikel|lesen sie auch|lesen sie mehr|lesen sie dazu|lies auch|siehe auch|"
        "zum thema|passend zum thema|empfehlungen der redaktion|empfohlene artikel|"
        "empfohlener externer|unsere lesetipps|lesetipps|aus dem archiv|top artikel|"
        "top themen|lesen sie diesen artikel|mehr dazu|themen dieses artikels|auch lesenswert"},
    CueGroup{K::kRelated, W::kWhole, 3,
             "verwandt|ähnlich|beliebt|empfohlen|topthemen|aktuell|das neueste"},
    CueGroup{
        K::kByline, W::kAnywhere, 0,
        "von|text von|ein artikel von|ein text von|ein bericht von|eine kolumne von|eine rezension "
        "von|ein kommentar von|ein essay von|ein gastbeitrag von|gastbeitrag von|"
        "ein beitrag von|eine analyse von|geschrieben von|verfasst von|veröffentlicht von|"
        "autor|autorin|autoren|text|kommentar von|essay von|interview von|artikel von|verfasser"},
    CueGroup{K::kPublished, W::kStart, 0,
             "veröffentlicht|veröffentlicht am|erschienen am|erschienen|publiziert am|stand|datum|"
             "erstellt am|erstellt|gepostet am|publiziert|vom"},
    CueGroup{
        K::kUpdated, W::kStart, 0,
        "aktualisiert|aktualisiert am|zuletzt aktualisiert|letzte änderung|geändert|geändert am|"
        "letzte aktualisierung|zuletzt geändert"},
    CueGroup{K::kTitle, W::kStart, 0, "titel|überschrift|betreff"},
    CueGroup{K::kSummary, W::kStart, 0, "zusammenfassung|untertitel|vorspann"},
    CueGroup{K::kTags, W::kStart, 0,
             "schlagwörter|schlagworte|schlagwort|stichwörter|stichworte|tags|themen|kategorie|"
             "kategorien|verschlagwortet mit|abgelegt unter"},
    CueGroup{K::kNote, W::kStart, 0,
             "der autor ist|die autorin ist|die autoren sind|der verfasser ist|der autor war|"
             "die autorin war|unser autor|unsere autorin|über den autor|über die autorin|der autor "
             "lehrt|"
             "die autorin lehrt|zum autor|zur autorin|zur person"},
    CueGroup{K::kAboutHead, W::kWhole, 0,
             "über den autor|über die autorin|über die autoren|zum autor|zur autorin|autor|autorin|"
             "der autor|die autorin|zur person|über den autor die autorin"},
    CueGroup{
        K::kRole, W::kAnywhere, 0,
        "professor|professorin|emeritus|historiker|historikerin|journalist|journalistin|"
        "kolumnist|kolumnistin|redakteur|redakteurin|korrespondent|korrespondentin|autor|autorin|"
        "schriftsteller|schriftstellerin|publizist|publizistin|politikwissenschaftler|"
        "politikwissenschaftlerin|wissenschaftler|wissenschaftlerin|soziologe|soziologin|"
        "philosoph|philosophin|ökonom|ökonomin|direktor|direktorin|leiter|leiterin|"
        "wissenschaftlicher mitarbeiter|wissenschaftliche mitarbeiterin|forscher|forscherin|"
        "lehrt|arbeitet|schreibt|studierte|rechtsanwalt|rechtsanwältin|diplomat|diplomatin|"
        "mitglied|vorsitzender|vorsitzende|lehrer|lehrerin|dozent|dozentin|botschafter|"
        "botschafterin"},
    CueGroup{K::kIs, W::kAnywhere, 0, "ist|war|sind|lehrt|arbeitet|schreibt|forscht|leitet|lebt"},
    CueGroup{K::kCaption, W::kStart, 0,
             "foto|fotos|bild|bildquelle|bildnachweis|quelle|abbildung|illustration"},
    CueGroup{
        K::kNotName, W::kAnywhere, 0,
        "der|die|das|des|dem|den|ein|eine|einer|eines|und|oder|im|in|an|am|auf|für|mit|zu|zum|zur|"
        "bei|"
        "nach|aus|über|unter|wie|was|wer|warum|wo|wann|nicht|kein|ist|sind|war|neue|neuer|neues|"
        "kommentar|kommentare|artikel|beitrag|beiträge|meinung|politik|wirtschaft|kultur|sport|"
        "nachrichten|analyse|interview|essay|kolumne|teil|kapitel|einleitung|fazit|ende|schluss|"
        "zusammenfassung|startseite|impressum|kontakt|datenschutz|suche|menü|newsletter|anzeige|"
        "naher|mittlerer|osten|westen|norden|süden|vereinigte|staaten|europäische|union|deutsche|"
        "deutscher|deutsches|bundesrepublik|republik|krieg|frieden|institut|universität|zeitung|"
        "magazin|"
        "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|"
        "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|foto|bild|quelle|redaktion|"
        "mehr|weiter|zurück|alle|rechte|vorbehalten|teilen|drucken|stadt|straße|regierung|"
        "ministerium"},
    CueGroup{K::kNotesHead, W::kWhole, 0,
             "anmerkungen|anmerkung|fußnoten|endnoten|literatur|literaturverzeichnis|quellen|"
             "quellenverzeichnis|nachweise|belege|weiterführende literatur"},
    CueGroup{K::kCommentsHead, W::kWhole, 4,
             "kommentare|# kommentare|# kommentar|ein kommentar|kommentare #|diskussion|"
             "leserkommentare|alle kommentare|# antworten|antworten #|# reaktionen|reaktionen|"
             "ihre kommentare|leserbriefe|# ergänzungen|ergänzungen|# beiträge|leserstimmen|"
             "kommentare zu diesem artikel|kommentare zum artikel|kommentare anzeigen|neueste "
             "zuerst|älteste zuerst|"
             "sortieren nach|# meinungen|meinungen|# bewertungen|# "
             "leserkommentare|leserreaktionen|schlagt zu"},
    CueGroup{K::kCommentsHead, W::kStart, 4,
             "# kommentare|# kommentar zu|ein kommentar zu|# gedanken zu|ein gedanke zu|# "
             "antworten zu|# antworten auf|"
             "eine antwort auf|# reaktionen zu|# reaktionen auf|kommentare zu|# meinungen zu|# "
             "ergänzungen"},
    CueGroup{K::kSays, W::kAnywhere, 0,
             "sagt|sagte|schreibt|schrieb|meint|meinte|hat "
             "gesagt|antwortet|antwortete|kommentierte|kommentiert"},
    CueGroup{K::kAction, W::kWhole, 1,
             "antworten|antwort|melden|kommentar melden|beitrag melden|zitieren|"
             "auf diesen kommentar antworten|antworten melden|antworten teilen|"
             "missbrauch melden|permalink|# antworten|antworten anzeigen|"
             "zum antworten anmelden|antworten zitieren|kommentar als unangemessen melden|"
             "bedenklichen inhalt melden|verstoß melden"},
    CueGroup{K::kAction, W::kWhole, 0,
             "gefällt mir|gefällt # mal|empfehlen|bewerten|teilen|mehr anzeigen|bearbeiten|"
             "löschen|link|hilfreich"},
    CueGroup{K::kInReply, W::kAnywhere, 0,
             "antwort auf|antwortete auf|antwortet|antwortete|als antwort auf|in antwort "
             "auf|antwortet auf|antwort an|@"},
    CueGroup{K::kNobody, W::kWhole, 0,
             "anonym|gast|anonymer benutzer|unbekannt|besucher|ein leser|leser|gelöschter nutzer"},
    CueGroup{K::kBadge, W::kWhole, 0,
             "autor|autorin|beitragsautor|moderator|redaktion|beitragsautorin|profil"},
    CueGroup{
        K::kDateWord, W::kAnywhere, 0,
        "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jänner|"
        "jan|feb|mär|mrz|apr|jun|jul|aug|sep|sept|okt|nov|dez|montag|dienstag|mittwoch|donnerstag|"
        "freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|um|uhr|am|vom|den|der|"
        "veröffentlicht|aktualisiert|erstellt|geändert|stand|erschienen|gestern|heute|zuletzt|"
        "datum|publiziert"},
    CueGroup{K::kAgo, W::kAnywhere, 0, "vor"},
    CueGroup{K::kTimeUnit, W::kAnywhere, 0,
             "sekunde|sekunden|minute|minuten|stunde|stunden|tag|tage|tagen|woche|wochen|monat|"
             "monate|monaten|jahr|jahre|jahren|einem|einer|ein|wenigen|über|etwa"},
};

}  // namespace

std::span<const CueGroup> german_cues() { return kCues; }

}  // namespace postil::index

// French cues. Chosen as the English ones were (cues_en.cc), from the French texts of the common
// publishing and comment systems and from the wording of appeals, not translated word by word.
#include <array>

#include "indexer/extract/cues.h"

namespace postil::index {
namespace {

using K = CueKind;
using W = Where;

constexpr std::array kCues = {
    CueGroup{K::kAppeal, W::kAnywhere, 4,
             "faites un don|faire un don|votre don|vos dons|soutenez nous|soutenez notre|soutenez "
             "un média|"
             "soutenez le journal|soutenez l'indépendance|nous avons besoin de votre soutien|"
             "nous avons besoin de vous|je fais un don|abonnez vous pour|grâce à vos dons|"
             "grâce à votre soutien|aidez nous"},
    CueGroup{K::kAppeal, W::kAnywhere, 2,
             "don|dons|soutien|déductible|défiscalisé|paypal|tipeee|helloasso|cliquez ici|"
             "sans publicité|nos lecteurs|média indépendant|presse indépendante|soutenir"},
    CueGroup{K::kAppeal, W::kWhole, 4,
             "faire un don|soutenez nous|nous soutenir|soutenir|je soutiens"},
    CueGroup{
        K::kForm, W::kStart, 4,
        "laisser un commentaire|laissez un commentaire|laisser une réponse|poster un commentaire|"
        "écrire un commentaire|ajouter un commentaire|annuler la réponse|votre adresse e mail ne|"
        "votre adresse de messagerie ne|votre adresse email ne|les champs obligatoires|"
        "enregistrer mon nom|prévenez moi|avertissez moi|connectez vous pour|vous devez être "
        "connecté|"
        "vous devez vous connecter|inscrivez vous|s'inscrire à|abonnez vous à|recevez notre|"
        "recevez la newsletter|recevez nos|votre e mail|votre adresse|entrez votre|saisissez votre|"
        "mot de passe oublié|déjà abonné|déjà inscrit|pas encore de compte|créer un compte|réagir|"
        "réagissez à|commenter cet article|ce site utilise akismet|votre commentaire"},
    CueGroup{K::kForm, W::kAnywhere, 3,
             "ne sera pas publiée|champs obligatoires|dans votre boîte mail|boîte de réception|"
             "vous désinscrire à tout moment|vous désabonner à tout moment|notre newsletter|notre "
             "lettre"},
    CueGroup{K::kForm, W::kWhole, 4,
             "s'abonner|s'inscrire|se connecter|connexion|inscription|newsletter|nom|e mail|email|"
             "site web|commentaire|envoyer|valider|annuler|mot de passe|message|prénom|publier|"
             "identifiant|abonnez vous|je m'abonne|déconnexion"},
    CueGroup{
        K::kNavigation, W::kStart, 4,
        "aller au contenu|aller à la navigation|passer au contenu|accéder au contenu|"
        "tous droits réservés|article précédent|article suivant|articles plus anciens|"
        "navigation de l'article|navigation des articles|retour en haut|haut de page|vous êtes ici|"
        "retour à|ce site utilise des cookies|nous utilisons des cookies|en poursuivant votre|"
        "en continuant à|mentions légales|politique de confidentialité|conditions générales|"
        "conditions d'utilisation|fièrement propulsé|publié dans|classé dans|catégories|publicité|"
        "temps de lecture|lecture # min|écouter l'article|accepter les cookies|gérer les cookies|"
        "la suite après la publicité|voir tous les articles"},
    CueGroup{K::kNavigation, W::kAnywhere, 3,
             "tous droits réservés|utilise des cookies|utilisons des cookies|politique de "
             "confidentialité|"
             "mentions légales|l'utilisation de cookies"},
    CueGroup{K::kNavigation, W::kWhole, 2,
             "accueil|menu|recherche|rechercher|fermer|ouvrir|suivant|précédent|plus|lire la suite|"
             "lire plus|voir plus|en savoir plus|contact|contactez nous|à propos|qui sommes nous|"
             "politique|économie|culture|sport|sports|monde|société|opinion|opinions|débats|idées|"
             "international|france|sciences|santé|vidéos|photos|archives|catégories|publicité|"
             "boutique|aide|plan du site|flux rss|mentions légales|confidentialité|cgu|accepter|"
             "refuser|ok|non classé|blog|rubriques|sommaire|édition abonnés"},
    CueGroup{
        K::kShare, W::kStart, 4,
        "partager sur|partager cet article|partagez cet article|partager l'article|partager par|"
        "partagez sur|partager ceci|partager via|cliquez pour|cliquer pour|suivez nous|imprimer "
        "cet|"
        "envoyer cet article|envoyer par|copier le lien|ouvre dans une nouvelle|j'aime ça|"
        "offrir l'article|recommander cet"},
    CueGroup{K::kShare, W::kWhole, 3,
             "partager|partagez|tweeter|imprimer|envoyer|j'aime|aimer|chargement|j'aime chargement|"
             "recommander|épingler|enregistrer|facebook|twitter|copier|lien|favoris|offrir|suivre|"
             "réagir"},
    CueGroup{
        K::kRelated, W::kStart, 4,
        "vous aimerez aussi|vous pourriez aussi|vous pourriez aimer|articles similaires|"
        "articles connexes|articles liés|à lire aussi|à lire également|lire aussi|lire également|"
        "sur le même sujet|sur le même thème|dans la même rubrique|les plus lus|les plus "
        "populaires|"
        "les plus commentés|le plus lu|articles récents|commentaires récents|derniers articles|"
        "derniers commentaires|les derniers articles|voir aussi|à voir aussi|plus d'articles|"
        "autres articles|du même auteur|à découvrir|recommandé pour vous|nos recommandations|"
        "dans l'actualité|contenus sponsorisés|à la une|les plus partagés|ne manquez pas"},
    CueGroup{K::kRelated, W::kWhole, 3, "similaire|populaire|tendances|recommandés|dossier"},
    CueGroup{K::kByline, W::kAnywhere, 0,
             "par|un article de|un billet de|écrit par|rédigé par|publié par|posté par|propos "
             "recueillis par|un texte de|texte de|"
             "une tribune de|tribune de|auteur|auteurs|autrice|auteure"},
    CueGroup{K::kPublished, W::kStart, 0,
             "publié|publié le|posté le|paru le|mis en ligne le|date|date de publication|le"},
    CueGroup{K::kUpdated, W::kStart, 0,
             "mis à jour|mis à jour le|modifié|modifié le|dernière mise à jour|actualisé le|mise à "
             "jour"},
    CueGroup{K::kTitle, W::kStart, 0, "titre|objet"},
    CueGroup{K::kSummary, W::kStart, 0, "résumé|chapeau|chapô|sous titre"},
    CueGroup{K::kTags, W::kStart, 0,
             "mots clés|mots "
             "clefs|étiquettes|étiquette|tags|thèmes|thématiques|catégories|catégorie|étiqueté|"
             "classé sous"},
    CueGroup{K::kNote, W::kStart, 0,
             "l'auteur est|l'autrice est|l'auteure est|les auteurs sont|l'auteur était|à propos de "
             "l'auteur|"
             "l'auteur enseigne|l'autrice enseigne"},
    CueGroup{K::kAboutHead, W::kWhole, 0,
             "à propos de l'auteur|l'auteur|auteur|à propos de l'autrice|les auteurs|l'autrice"},
    CueGroup{
        K::kRole, W::kAnywhere, 0,
        "professeur|professeure|émérite|historien|historienne|journaliste|éditorialiste|"
        "chroniqueur|chroniqueuse|correspondant|correspondante|rédacteur|rédactrice|écrivain|"
        "écrivaine|auteur|autrice|essayiste|chercheur|chercheuse|économiste|sociologue|philosophe|"
        "politologue|politiste|directeur|directrice|maître de conférences|maîtresse de conférences|"
        "enseigne|avocat|avocate|diplomate|ambassadeur|militant|militante|membre|président|"
        "présidente|doctorant|doctorante|spécialiste|ancien|ancienne"},
    CueGroup{K::kIs, W::kAnywhere, 0, "est|était|sont|enseigne|travaille|écrit|dirige|vit"},
    CueGroup{K::kCaption, W::kStart, 0,
             "photo|photos|crédit photo|crédit|image|illustration|légende"},
    CueGroup{
        K::kNotName, W::kAnywhere, 0,
        "le|la|les|un|une|du|des|au|aux|et|ou|en|dans|sur|pour|avec|par|pas|ne|qui|que|quoi|"
        "pourquoi|comment|où|quand|est|sont|nouveau|nouvelle|nouveaux|article|articles|commentaire|"
        "commentaires|politique|économie|culture|sport|monde|société|opinion|tribune|débat|"
        "analyse|entretien|partie|chapitre|introduction|conclusion|accueil|recherche|contact|"
        "moyen|orient|proche|est|ouest|nord|sud|états|unis|union|européenne|république|fédération|"
        "guerre|paix|institut|université|journal|revue|janvier|février|mars|avril|mai|juin|"
        "juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|"
        "samedi|dimanche|photo|image|source|rédaction|tous|droits|réservés|partager|imprimer|"
        "gouvernement|ministère|rue|place|ville|plus|lire|suite"},
    CueGroup{K::kNotesHead, W::kWhole, 0,
             "notes|note|références|bibliographie|sources|notes de bas de page|ouvrages cités|pour "
             "aller plus loin"},
    CueGroup{K::kCommentsHead, W::kWhole, 4,
             "commentaires|# commentaires|# commentaire|un commentaire|commentaires #|réactions|"
             "# réactions|# réponses|réponses|vos commentaires|vos réactions|tous les "
             "commentaires|discussion|"
             "les commentaires|voir les commentaires|les plus récents|courrier des "
             "lecteurs|forum|# avis|contributions"},
    CueGroup{K::kCommentsHead, W::kStart, 4,
             "# commentaires sur|# commentaire sur|# réflexions sur|une réflexion sur|# réponses à|"
             "une réponse à|# réactions à|un commentaire sur|# réflexions au sujet|commentaires "
             "sur|# commentaires"},
    CueGroup{K::kSays, W::kAnywhere, 0,
             "dit|a dit|écrit|a écrit|répond|a répondu|a commenté|commente"},
    CueGroup{K::kAction, W::kWhole, 1,
             "répondre|signaler|signaler un abus|citer|répondre signaler|"
             "signaler ce commentaire|# réponses|voir les réponses|permalien|"
             "répondre à ce commentaire|alerter|signaler un contenu"},
    CueGroup{K::kAction, W::kWhole, 0,
             "j'aime|recommander|partager|lien|voir plus|modifier|supprimer|afficher plus|"
             "lire la suite"},
    CueGroup{K::kInReply, W::kAnywhere, 0, "en réponse à|répond à|a répondu à|réponse à"},
    CueGroup{
        K::kNobody, W::kWhole, 0,
        "anonyme|invité|inconnu|visiteur|un lecteur|lecteur|utilisateur supprimé|compte supprimé"},
    CueGroup{K::kBadge, W::kWhole, 0,
             "auteur|modérateur|abonné|abonnée|autrice|la rédaction|rédaction|modération"},
    CueGroup{
        K::kDateWord, W::kAnywhere, 0,
        "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
        "janv|févr|avr|juil|sept|oct|nov|déc|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
        "le|à|h|publié|posté|mis|jour|modifié|hier|aujourd|hui|min|er|paru|ligne|en|date|dernière|"
        "mise"},
    CueGroup{K::kAgo, W::kAnywhere, 0, "il y a"},
    CueGroup{K::kTimeUnit, W::kAnywhere, 0,
             "seconde|secondes|minute|minutes|heure|heures|jour|jours|semaine|semaines|mois|an|ans|"
             "année|années|un|une|environ|quelques"},
};

}  // namespace

std::span<const CueGroup> french_cues() { return kCues; }

}  // namespace postil::index

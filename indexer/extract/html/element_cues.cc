#include "indexer/extract/html/element_cues.h"

#include <algorithm>
#include <unordered_map>

#include "core/text/ascii.h"

namespace postil::index {
namespace {

struct CueWords {
  std::uint32_t cue;
  std::string_view words;
};

// Collected from the class names that content management systems, their themes and style guides
// document, in the languages of the cue tables.
constexpr CueWords kCueWords[] = {
    {kCueComment,
     "comment comments commentlist commentarea commentbody commenttext commentary kommentar "
     "kommentare commentaire commentaires comentario comentarios commenti commento komentarz "
     "komentarze komentar komentari yorum yorumlar komments disqus dsq respond responses "
     "discussion talkback guestbook gaestebuch leserkommentare leserbriefe reactions reacties "
     "reactie "
     "livecomments commentform reviews rezensionen kundenbewertungen"},
    {kCueContent,
     "article articles content entry post story text main maincontent artikel beitrag body "
     "articlebody articletext articlecontent storybody postbody hentry inhalt contenu contenido "
     "texto corps cuerpo single permalink bodytext maintext fulltext article__body richtext prose "
     "copy wysiwyg"},
    {kCueNavigation,
     "nav navi navigation navbar menu menue submenu mainmenu breadcrumb breadcrumbs brotkrumen "
     "pager "
     "pagination paging pagenav sitemap skip topbar toolbar toc tabs navigator masthead siteheader "
     "navlinks prevnext nextprev menubar globalnav topnav subnav servicenav metanav rubriken "
     "jumplinks"},
    {kCueShare,
     "share sharing shares sharebar sharebuttons social socials socialmedia bookmark bookmarks "
     "sharedaddy shariff teilen partager compartir follow followus likes print drucken tools "
     "articletools pagetools syndication permalinks"},
    {kCueRelated,
     "related relateds recommend recommended recommendations popular trending latest recent "
     "similar "
     "suggested suggestions upnext mostread moststories readmore morenews morestories also "
     "weitere verwandte aehnliche mehr anteaser recirc recirculation trends headlines ticker "
     "linklist linkbox seealso furtherreading mehrzum topics crosslinks nextarticle "
     "previousarticle endless carousel slider playlist"},
    {kCueTeaser, "teaser teasers promo promos promobox promotion teaserbox teaserlist"},
    {kCueForm,
     "newsletter newsletters subscribe subscription signup signin login register registration form "
     "search searchform suche abonnement abonnieren mailchimp optin captcha"},
    {kCueAppeal, "donate donation donations appeal paywall spende spenden don patreon support abo"},
    {kCueAside,
     "sidebar aside rail widgets sidebarright sidebarleft marginalie infobox sidecol "
     "sidecolumn rightcol leftcol rightcolumn leftcolumn secondary tertiary complementary "
     "factbox flyout sideblock rightbar leftbar"},
    {kCueFoot, "footer foot copyright colophon impressum legal disclaimer imprint contentinfo"},
    {kCueAd,
     "ad ads adv advert advertisement advertising adsense adbox adslot banner banners sponsor "
     "sponsored sponsors werbung anzeige anzeigen publicite pub publicidad reklam affiliate dfp "
     "gpt advertorial"},
    {kCueAuthor,
     "author authors byline autor autoren auteur auteurs writer authorname postauthor byauthor "
     "verfasser contributor creator redakteur autore autores journalist reporter"},
    {kCueDate,
     "date datum time published pubdate timestamp postdate publishdate datetime dateline fecha "
     "dateline datepublished created posted uhrzeit pubtime entrydate"},
    {kCueCaption,
     "caption captions credit credits legend bildunterschrift bildtext imagecaption figcaption "
     "imgcaption copyrightinfo bildnachweis photocredit piecaption legende"},
    {kCueHidden,
     "hidden hide invisible visuallyhidden sronly screenreader offscreen noprint printonly "
     "displaynone"},
    {kCueOverlay,
     "modal popup overlay cookie cookies consent gdpr lightbox dialog toast notification "
     "notifications tooltip interstitial dropdown adblock"},
    {kCueTags,
     "tags taglist tagcloud keywords category categories schlagworte schlagwoerter "
     "stichworte kategorie kategorien rubrik taxonomy tagged themen mots etiquetas"},
    {kCueMeta,
     "meta metadata postmeta entrymeta postinfo articleinfo info dachzeile overline kicker "
     "details submitted postmetadata"},
    {kCueBio,
     "bio biography authorbio authorbox aboutauthor authorinfo profile autorenbox vita "
     "autorenprofil autorinfo"},
    {kCueUser, "user username nick nickname fn vcard commenter poster avatar gravatar"},
    {kCueText, "body text message content copy texte inhalt msg description commentcontent"},
    {kCueItem, "item entry single block card"},
    {kCueAnswers, "children replies answers antworten nested child subcomments"},
    {kCueTitle, "title headline heading titel titre titulo ueberschrift posttitle entrytitle"},
    {kCueButtons,
     "actions action reply buttons button vote votes voting rating antworten report melden links "
     "controls edit permalink like bewertung answer moderation"},
    {kCueLead,
     "lead lede intro standfirst subtitle subheadline subhead deck dek vorspann teasertext chapo "
     "chapeau entradilla anriss summary abstract excerpt sapo leadtext"},
};

std::unordered_map<std::string_view, std::uint32_t> make_words() {
  std::unordered_map<std::string_view, std::uint32_t> words;
  for (const CueWords& each : kCueWords) {
    for (std::size_t at = 0; at < each.words.size();) {
      const std::size_t end = std::min(each.words.find(' ', at), each.words.size());
      words[each.words.substr(at, end - at)] |= each.cue;
      at = end + 1;
    }
  }
  return words;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint32_t cues_of_names(std::string_view names) {
  std::uint32_t cues = 0;
  std::string before;
  for (std::string& word : words_of_name(names)) {
    cues |= cues_of_word(word);
    // "Side bar", "side-bar" and "sidebar" are one.
    if (!before.empty()) cues |= cues_of_word(before + word);
    before = std::move(word);
  }
  return cues;
}

std::uint32_t cues_of_tag(Tag tag) {
  switch (tag) {
    case Tag::kNav:
    case Tag::kMenu:
      return kCueNavigation;
    case Tag::kAside:
      return kCueAside;
    case Tag::kFooter:
      return kCueFoot;
    case Tag::kForm:
      return kCueForm;
    case Tag::kArticle:
    case Tag::kMain:
      return kCueContent;
    case Tag::kFigcaption:
      return kCueCaption;
    case Tag::kTime:
      return kCueDate;
    case Tag::kDialog:
      return kCueOverlay;
    default:
      return 0;
  }
}

}  // namespace

std::vector<std::string> words_of_name(std::string_view names) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  char before = ' ';
  for (const char c : names.substr(0, 400)) {
    if (is_upper(c)) {
      if (is_lower(before) || is_digit(before)) end_word();
      word += text::lower(c);
    } else if (is_lower(c) || static_cast<unsigned char>(c) >= 0x80) {
      if (is_digit(before)) end_word();
      word += c;
    } else if (is_digit(c)) {
      if (!is_digit(before)) end_word();
      word += c;
    } else {
      end_word();
    }
    before = c;
  }
  end_word();
  return words;
}

std::uint32_t cues_of_word(std::string_view word) {
  static const auto kWords = make_words();
  const auto found = kWords.find(word);
  const std::uint32_t cues = found == kWords.end() ? 0 : found->second;
  const bool comment = word.starts_with("comment") || word.starts_with("kommentar");
  return comment ? cues | kCueComment : cues;
}

std::uint32_t cues_of(const PageTree& tree, NodeId element) {
  std::uint32_t cues = cues_of_tag(tree[element].tag);
  for (const Attr attribute : {Attr::kClass, Attr::kId, Attr::kRole, Attr::kItemprop}) {
    const std::string_view names = tree.attribute(element, attribute);
    if (!names.empty()) cues |= cues_of_names(names);
  }
  // "widget" alone is a box of a sidebar; "x-widget" may be any part of a page built of them.
  const std::string_view classes = tree.attribute(element, Attr::kClass);
  if (classes.starts_with("widget") || classes.find(" widget") != std::string_view::npos) {
    cues |= kCueAside;
  }
  if (tree.has(element, Attr::kHidden) || tree.attribute(element, Attr::kAriaHidden) == "true") {
    cues |= kCueHidden;
  }
  std::string style;
  for (const char c : tree.attribute(element, Attr::kStyle).substr(0, 200)) {
    if (c != ' ') style += text::lower(c);
  }
  if (style.find("display:none") != std::string::npos ||
      style.find("visibility:hidden") != std::string::npos) {
    cues |= kCueHidden;
  }
  return cues;
}

}  // namespace postil::index

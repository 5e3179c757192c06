// English cues. Chosen from what common publishing systems (blogs, newsletters, newspapers, comment
// services) print around an article by default, and from the wording of donation appeals of many
// small publishers. A cue that is also ordinary prose ("subscribe", "share") has weight 2 or less
// and counts only for short blocks; phrases in the voice of a publisher or of a form have 3 or 4.
#include <array>

#include "indexer/extract/cues.h"

namespace postil::index {
namespace {

using K = CueKind;
using W = Where;

constexpr std::array kCues = {
    // Appeals.
    CueGroup{
        K::kAppeal, W::kAnywhere, 4,
        "to donate please|to support us|to support our|please donate|please consider "
        "donating|please consider making a donation|"
        "consider making a donation|consider a donation|donate here|donate now|donate today|"
        "make a donation today|make a donation now|please make a donation|to make a donation|"
        "please support us|support our journalism|support our work|support independent journalism|"
        "support this site|support this blog|support this publication|support this newsletter|"
        "become a paid subscriber|become a free or paid subscriber|consider becoming a paid|"
        "upgrade to paid|become a patron|support me on|support us on|buy me a coffee|"
        "buy us a coffee|is a reader supported publication|reader supported publication|"
        "we need your support|we need your help|help us keep|help keep this site|help fund|"
        "your donation|your contribution|contributions are tax deductible|are tax deductible|"
        "have not already donated|if you have not yet donated|haven t already donated|"
        "if you enjoyed this article please|if you value our|if you like what you read|"
        "if you enjoy reading|support us by|chip in|become a supporter|become a member today"},
    CueGroup{
        K::kAppeal, W::kAnywhere, 2,
        "please consider|read this far|standing "
        "order|donate|donation|donations|donated|donating|patreon|paypal|do not have the funds|"
        "rely on our readers|depend on our readers|readers like you|funded by readers|"
        "funded by our readers|our readers|support from readers|please do so now|go "
        "here|click here|"
        "we rely on|we depend on|without your help|without your support|small publication|"
        "no paywall|without a paywall|free to read|free of advertising|ad free|fundraiser|"
        "fundraising drive|gift subscription|paid subscription|monthly contribution|"
        "become a member|tax deductible|please share this|help us"},
    CueGroup{K::kAppeal, W::kWhole, 4,
             "donate|donate now|support us|become a member|become a patron|become a supporter|"
             "give now|make a gift|contribute now|support our work"},
    // Forms.
    CueGroup{
        K::kForm, W::kStart, 4,
        "leave a reply|leave a comment|leave your comment|leave a response|post a comment|"
        "post comment|add a comment|add your comment|write a comment|write a reply|cancel reply|"
        "your email address will not|your e mail address will not|required fields are marked|"
        "save my name email|notify me of|submit comment|post your comment|join the conversation|"
        "you must be logged in|you must log in|please log in to|log in to leave|log in to reply|"
        "log in to comment|sign in to comment|to comment please|to leave a comment|want to join "
        "the discussion|"
        "feel free to contribute|this site uses akismet|learn how your comment data|"
        "your comment is awaiting|comments are moderated|all comments are moderated|"
        "fill in your details below|you are commenting using|have your say|"
        "sign up for our|sign up to our|sign up for the|sign up here|sign up to receive|"
        "sign up for free|subscribe to our|subscribe to the newsletter|subscribe to this blog|"
        "subscribe to get|subscribe to receive|subscribe now to|subscribe for free|"
        "get our newsletter|get the newsletter|get our daily|get our weekly|get the latest|"
        "enter your email|enter your e mail|join our mailing list|join our newsletter|"
        "type your email|email address|by subscribing|by signing up|by submitting|"
        "by clicking subscribe|by entering your|thanks for signing up|thank you for subscribing|"
        "follow this blog|follow blog via|receive notifications of new|receive new posts|"
        "join # other|already have an account|create an account|don t have an account|"
        "forgot your password|forgot password|lost your password|remember me|never miss"},
    CueGroup{
        K::kForm, W::kAnywhere, 3,
        "your email address will not be published|required fields are marked|in your inbox|"
        "to receive new posts|thank you for reading our|"
        "to your inbox|straight to your inbox|unsubscribe at any time|unsubscribe any time|"
        "opt out at any time|your email address|enter your email|sign up for our newsletter|"
        "subscribe to our newsletter|for the next time i comment|you must be logged in|"
        "protected by recaptcha|reduce spam|you may use these html tags|please enable javascript"},
    CueGroup{
        K::kForm, W::kWhole, 4,
        "subscribe|sign up|sign in|log in|login|register|newsletter|newsletters|name|email|e mail|"
        "website|comment|your name|your email|your comment|submit|send|cancel|continue|"
        "first name|last name|password|username|user name|message|subject|required|optional|"
        "sign up now|subscribe now|subscribe today|log out|logout|sign out|reset|url|"
        "name required|mail will not be published required|leave this field empty|captcha|"
        "type your comment here|write a comment|start the discussion|comment log in"},
    // Navigation, legal lines, cookie notices.
    CueGroup{
        K::kNavigation, W::kStart, 4,
        "load more|load comments|subscribe d add|skip to content|skip to main|skip to "
        "navigation|skip navigation|jump to content|"
        "jump to navigation|all rights reserved|proudly powered by|powered by|theme by|"
        "previous post|next post|previous article|next article|previous entry|next entry|"
        "older posts|newer posts|older comments|newer comments|post navigation|back to top|"
        "back to home|return to top|scroll to top|you are here|breadcrumb|table of contents|"
        "filed under|posted in|categorized in|categories|archives|copyright c|privacy policy|"
        "terms of use|terms of service|terms and conditions|cookie policy|manage cookies|"
        "accept cookies|accept all|this website uses cookies|this site uses cookies|we use cookies|"
        "by continuing to use|by using this site|your privacy choices|do not sell|"
        "we and our partners|view all posts|view all articles|more posts by|see all posts|"
        "read in app|open in app|get the app|download the app|advertisement|sponsored|"
        "continue reading below|story continues|article continues|scroll down to|"
        "page # of|listen to this article|listen to article|audio playback|"
        "# min read|# minute read|# minutes read|reading time|estimated reading time|"
        "this post contains affiliate|this article contains affiliate|this page contains affiliate|"
        "this post contains references to products|this work is licensed under|"
        "the content of this site is licensed|content on this site is licensed|no ratings yet|"
        "a version of this article appeared|choose your language|select language|toggle"},
    CueGroup{K::kNavigation, W::kAnywhere, 3,
             "all rights reserved|uses cookies|use cookies|cookie policy|cookie settings|"
             "privacy policy|terms of use|terms of service|terms and conditions|cookies to ensure|"
             "cookies to improve|consent to the use of|reproduction without permission|"
             "proudly powered by wordpress"},
    CueGroup{
        K::kNavigation, W::kWhole, 2,
        "home|about|about us|contact|contact us|menu|search|search for|close|open|next|previous|"
        "prev|back|top|more|read more|see more|show more|view more|load more|learn more|"
        "continue reading|ok|dismiss|news|opinion|politics|sport|sports|business|world|"
        "culture|lifestyle|technology|science|health|travel|video|videos|photos|podcast|podcasts|"
        "events|shop|store|jobs|careers|advertise|advertise with us|advertising|press|imprint|"
        "privacy|terms|legal|faq|help|support|blog|archive|archives|categories|rss|feed|sitemap|"
        "site map|site index|meta|entries rss|comments rss|wordpress org|wordpress com|"
        "log in|profile|account|my account|settings|language|english|uncategorized|tags|"
        "masthead|editorial|editors|subscriptions|membership|resources|publications|donate|"
        "play|pause|mute|skip|expand|collapse|view|edit|history|welcome|latest|latest news|topics|"
        "sections|features|reviews|comment is free|editions|e "
        "paper|cart|checkout|wishlist|loading"},
    // Share bars.
    CueGroup{K::kShare, W::kStart, 4,
             "share this|share on|share via|share to|share with|tweet this|click to share|"
             "click to print|click to email|print this|email this|e mail this|send this|pin this|"
             "like this|save this|bookmark this|follow us|follow me|find us on|like us on|"
             "copy link|copy url|copy the link|share article|share post|share the post|"
             "opens in new window|give this article|republish this|# shares|# likes|# like|# claps|"
             "# retweets|join us on|connect with us|be the first to like"},
    CueGroup{
        K::kShare, W::kWhole, 3,
        "share|shares|tweet|tweets|retweet|pin|pin it|email|e mail|print|print page|pdf|facebook|"
        "twitter|x|linkedin|reddit|whatsapp|telegram|pinterest|tumblr|pocket|messenger|"
        "instagram|youtube|mastodon|bluesky|threads|flipboard|viber|vk|odnoklassniki|xing|"
        "signal|skype|digg|stumbleupon|delicious|google|google plus|buffer|like|likes|like loading|"
        "loading|copied|link|copy|more|save|bookmark|follow|notes|restack|flattr|tiktok|"
        "friendly|print friendly|font size|text size|listen"},
    // Other articles.
    CueGroup{
        K::kRelated, W::kStart, 4,
        "you may also like|you might also like|you may also be interested|you might be interested|"
        "related posts|related articles|related stories|related news|related content|"
        "related topics|related coverage|related reading|related links|recommended for you|"
        "recommended reading|recommended articles|recommended stories|more from|more on this|"
        "more stories|more articles|more like this|more news|most read|most popular|"
        "most viewed|most commented|most shared|most recent|read next|up next|what to read next|"
        "read also|also read|see also|see related|read more about|recent posts|recent articles|"
        "recent comments|popular posts|popular articles|latest posts|latest articles|"
        "latest stories|latest news|top stories|top posts|trending now|trending stories|"
        "trending topics|editor s picks|editors picks|editor s choice|don t miss|"
        "in case you missed it|other articles|other posts|other stories|similar posts|"
        "similar articles|also on|from the archive|from our archive|from around the web|"
        "around the web|sponsored content|promoted stories|promoted content|paid content|"
        "related to this|this article is part of|discover more from|ready for more|"
        "keep reading|posts from"},
    CueGroup{K::kRelated, W::kWhole, 3,
             "related|trending|popular|recommended|discover|featured|"
             "top new community|no posts|must read|similar|recent"},
    // Head and foot.
    CueGroup{K::kByline, W::kAnywhere, 0,
             "by|an article by|a guest post by|a post by|written by|posted by|published by|words "
             "by|text by|story by|author|authors|"
             "article by|an essay by|essay by|opinion by|analysis by|a column by|commentary by|"
             "submitted by|guest post by|review by|reviewed by|reported by|edited and written by"},
    CueGroup{
        K::kPublished, W::kStart, 0,
        "published|published on|published at|posted|posted on|date|first published|"
        "originally published|issued|created|released|publication date|published date|post date"},
    CueGroup{
        K::kUpdated, W::kStart, 0,
        "updated|updated on|last updated|last modified|modified|last edited|edited|revised|update"},
    CueGroup{K::kTitle, W::kStart, 0, "title|headline|subject"},
    CueGroup{K::kSummary, W::kStart, 0, "summary|abstract|subtitle|standfirst|excerpt|description"},
    CueGroup{K::kTags, W::kStart, 0,
             "tags|tag|tagged|tagged with|tagged as|topics|keywords|filed under|labels|categories|"
             "category|posted in|more on these topics|related topics"},
    CueGroup{K::kNote, W::kStart, 0,
             "the writer is|the writer was|the author is|the author was|the authors are|"
             "the writers are|the writer teaches|the author teaches|our columnist is|"
             "about the author|about the authors|about the writer|the columnist is"},
    CueGroup{K::kAboutHead, W::kWhole, 0,
             "about the author|about the authors|about the writer|about the contributor|author|"
             "the author|author bio|about author"},
    CueGroup{
        K::kRole, W::kAnywhere, 0,
        "professor|emeritus|lecturer|historian|journalist|columnist|reporter|correspondent|"
        "editor|writer|author of|novelist|poet|essayist|scholar|researcher|economist|"
        "sociologist|philosopher|political scientist|analyst|fellow|director|co founder|"
        "founder|chair of|chairman|administrator|president of|ambassador|diplomat|minister|lawyer|"
        "attorney|activist|teaches|student|phd|doctoral|postdoctoral|academic|critic|"
        "member of the|senior|associate|specialist|expert|consultant|freelance|freelancer|"
        "broadcaster|blogger|publisher|translator|photographer|teacher|engineer|physician|"
        "secretary of|head of|co author|based in|works at|works for|writes about|his latest book|"
        "her latest book|his most recent book|her most recent book|his books include|"
        "her books include|is the author"},
    CueGroup{K::kIs, W::kAnywhere, 0,
             "is|was|are|were|has|has been|"
             "teaches|works|writes|serves|holds|covers|studies|lives|runs|edits|leads"},
    CueGroup{K::kCaption, W::kStart, 0,
             "photo|photograph|photos|image|image credit|photo credit|picture|photo by|photograph "
             "by|credit|illustration"},
    CueGroup{
        K::kNotName, W::kAnywhere, 0,
        "a|an|the|of|to|in|on|for|with|from|at|as|is|are|was|were|be|not|no|new|how|why|what|who|"
        "when|where|which|our|your|my|his|her|their|its|this|that|these|those|more|most|read|"
        "news|opinion|review|reviews|report|blog|post|posts|article|articles|essay|essays|"
        "comment|comments|analysis|editorial|editor|letters|letter|letter|part|chapter|section|"
        "politics|world|business|culture|sport|sports|home|menu|search|login|share|print|"
        "email|subscribe|newsletter|donate|about|contact|press|release|statement|breaking|"
        "live|video|podcast|guest|staff|team|north|south|east|west|northern|southern|eastern|"
        "western|middle|central|united|states|kingdom|union|republic|federation|european|"
        "american|british|russian|ukrainian|german|french|turkish|chinese|war|peace|introduction|"
        "conclusion|conclusions|summary|abstract|background|notes|references|bibliography|"
        "appendix|preface|foreword|epilogue|prologue|contents|history|future|book|books|"
        "institute|university|college|centre|center|magazine|journal|times|post|daily|weekly|"
        "telegraph|guardian|street|road|house|government|ministry|department|committee|"
        "council|senate|congress|parliament|commission|party|international|national|global|special|"
        "foreign|security|policy|"
        "january|february|march|april|may|june|july|august|september|october|november|december|"
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|all|rights|"
        "reserved|reply|report|like|follow|first|last|second|third|one|two|three|let|lets|"
        "photo|photograph|image|picture|source|credit|and|or|but|interview|profile|question|"
        "questions|answer|answers|related|latest|popular|top|stories|story|reading|list|"
        "advertisement|sponsored|privacy|cookies|terms|law|art|arts|music|film|food|health|science|"
        "associated|reuters|agency|agencies|correspondent|correspondents|admin|desk|editorial"},
    CueGroup{
        K::kNotesHead, W::kWhole, 0,
        "notes|note|references|footnotes|endnotes|bibliography|sources|works cited|further reading|"
        "notes and references|literature|citations|reading list|acknowledgements|acknowledgments"},
    // Comments.
    CueGroup{
        K::kCommentsHead, W::kWhole, 4,
        "comments|reader comment|# comments|# comment|one comment|comments #|comment #|# "
        "responses|# response|"
        "responses|# replies|replies|discussion|reader comments|readers comments|"
        "user comments|all comments|# comments so far|comments closed|comments are closed|"
        "discussion about this post|discuss|one response|reactions|# reactions|# reviews|"
        "one thought|view # comments|show comments|hide comments|view comments|latest comments|"
        "top comments|most recent comments|join the discussion|# notes|conversation|"
        "recommended comments|best comments|newest comments|sort by best|sort by|newest|oldest"},
    CueGroup{
        K::kCommentsHead, W::kStart, 4,
        "# reply on|# replies on|# response on|# responses on|# thoughts on|# thought on|one "
        "thought on|# responses to|# response to|# comments on|"
        "# comment on|# replies to|# reply to|one response to|one comment on|comments on|"
        "responses to|what readers say|readers respond|discussion about|# comments|comments #"},
    CueGroup{K::kSays, W::kAnywhere, 0,
             "says|said|wrote|writes|commented|replied|replies|responded|comments"},
    CueGroup{K::kAction, W::kWhole, 1,
             "reply|report|upvote|downvote|flag|recommend|quote|permalink|"
             "reply to this comment|report comment|report abuse|report this|"
             "report this comment|like reply|reply like|like reply share|like reply report|"
             "reply share|reply report|recommend #|recommended #|# reply|# replies|"
             "hide replies|show replies|view replies|vote up|log in to reply|reply to|"
             "view # replies|# recommend|flag as inappropriate|report as spam"},
    CueGroup{K::kAction, W::kWhole, 0,
             "v|like|dislike|share|link|# likes|# like|like #|expand full comment|collapse|edit|"
             "delete|vote down|see more|read more|show more|translate|mute|block|helpful|"
             "liked by|edited|up|down|thumbs up|thumbs down"},
    CueGroup{K::kAction, W::kStart, 1,
             "log in to reply|reply to|# replies by|# reply by|in response to this"},
    CueGroup{K::kAction, W::kStart, 0, "liked by"},
    CueGroup{K::kInReply, W::kAnywhere, 0,
             "in reply to|replied to|replies to|responded to|replying to|in response to|in answer "
             "to|reply to"},
    CueGroup{K::kNobody, W::kWhole, 0,
             "anonymous|guest|anon|nobody|unknown|a reader|reader|visitor|anonymous "
             "user|deleted|deleted user|user deleted|comment deleted"},
    CueGroup{
        K::kBadge, W::kWhole, 0,
        "author|moderator|mod|admin|staff|editor|verified|subscriber|member|pinned|top commenter|"
        "paid|founding member|post author|op|edited|avatar|gravatar|s "
        "avatar|contributor|premium|featured"},
    // Dates.
    CueGroup{
        K::kDateWord, W::kAnywhere, 0,
        "january|february|march|april|may|june|july|august|september|october|november|december|"
        "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|"
        "friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|at|on|am|pm|a.m.|p.m.|"
        "gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|bst|cet|cest|published|posted|updated|last|"
        "modified|edited|date|of|the|first|originally|yesterday|today|th|st|nd|rd|o'clock|hrs|h"},
    CueGroup{K::kAgo, W::kAnywhere, 0, "ago"},
    CueGroup{
        K::kTimeUnit, W::kAnywhere, 0,
        "second|seconds|sec|secs|minute|minutes|min|mins|hour|hours|hr|hrs|day|days|week|weeks|"
        "month|months|year|years|yr|yrs|a|an|about|over|almost|just|now|moments|few|one|two"},
};

}  // namespace

std::span<const CueGroup> english_cues() { return kCues; }

}  // namespace postil::index

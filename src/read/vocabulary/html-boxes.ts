/** Classes and ids by which a saved page names its boxes, by what they hold. */

const named = (...names: readonly string[]): RegExp =>
  new RegExp(`(?:^|[\\s_-])(?:${names.join("|")})(?:$|[\\s_-])`, "i");

/** Boxes of buttons, links, forms and notes: the page's, not the article's. */
export const FURNITURE_NAMES = named(
  "share|sharing|sharedaddy|social|print|toolbar|text-?resizer?|font-?(?:size|control|resize)|tooltip",
  "related|related-?(?:articles?|posts?|news|stories|video\\w*)|jp-relatedposts|also-?read|read-?more|most-?read|more-?news",
  "bread-?c?r?umbs?|pagination|page-?links|pager|pagenav|wp-pagenavi|post-?(?:nav|navigation|footer)",
  "comments?|sidebar|widget|advert\\w*|banner|promo|newsletter|tags?-?(?:list|links)|cta(?:-?\\w*text)?|donat\\w*",
  "about-?(?:the-)?author|author-(?:box|bio|desc(?:ription)?|card|popup|about)|writer-(?:box|bio|desc(?:ription)?|info)",
  "audio-?(?:player|podcast)|podcast-?label|listen|tts|trinity\\w*|jwplayer",
  "skip-link|screen-reader-text|visually-?hidden|sr-only|element-invisible|a11y-hidden",
);

/** Lists of other articles, and comments: what stands in them says nothing of this one. */
export const OTHERS_NAMES = named(
  "related|related-?(?:articles?|posts?|news|stories)|widget|sidebar|ticker|latest|recent|popular|most-?read|comments?",
  "comment-?list|disqus|jp-relatedposts|read-?more|also-?read|more-?news|last-?news|trending",
);

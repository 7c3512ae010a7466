/** The search page; its script answers from the index. */
import { searchUrl, sectionUrl } from "../model/addresses.ts";
import { plainPage } from "../model/page.ts";
import { strings } from "../render/strings.ts";
import type { Kind } from "./kind.ts";

export const search: Kind<"search"> = {
  address: searchUrl,
  template: "search",
  *plan(archive) {
    yield plainPage("search", searchUrl, {
      sections: archive.sections.map(({ label }) => label),
      years: archive.years.map(({ year }) => year),
    });
  },
  view({ props }, viewer) {
    return {
      heading: strings.searchIn,
      description: strings.searchIn,
      breadcrumbs: [{ name: strings.search, url: searchUrl }],
      content: {
        index: viewer.href(searchUrl),
        locale: viewer.chrome.locale,
        texts: {
          ...{ noResults: strings.nothingFound, nothingAsked: strings.nothingAsked },
          ...{ otherWords: strings.tryOtherWords, looser: strings.tryLooser, searching: strings.searching },
          ...{ everywhere: strings.tryAllSections },
          ...{ didYouMean: strings.didYouMean, unknown: strings.unknownWords },
          ...{ incomplete: strings.searchIncomplete, noIndex: strings.noIndex },
        },
        sections: props.sections.map((label) => ({
          ...viewer.named(label.name, sectionUrl(label)),
          slug: label.slug,
        })),
        years: props.years.map((one) => ({ value: one, name: viewer.digits(one) })),
      },
    };
  },
};

/** Files of the search index: search/plan.ts plans them, search/render.ts makes their bytes. */
import { searchUrl } from "../../model/addresses.ts";

export const searchFile = { address: `${searchUrl}FILE`, plan: null, maker: "page" } as const;

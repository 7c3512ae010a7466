/** Loads the files of the search index over HTTP. */
import type { FetchFile } from "../../search/query/fetch-file.ts";

/** Fetches files below a folder. A host without support for ranges sends the whole file, which works too. Null on failure. */
export function filesAt(folder: string): FetchFile {
  return async (name, { range, version, fresh }) => {
    const address = `${folder}${encodeURI(name)}${version === undefined ? "" : `?v=${version.toString(36)}`}`;
    try {
      const response = await fetch(address, {
        cache: fresh ? "reload" : name.endsWith(".json") ? "no-cache" : "default",
        ...(range ? { headers: { Range: `bytes=${range.from}-${range.from + range.length - 1}` } } : {}),
      });
      if (!response.ok) return null;
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { bytes, from: response.status === 206 && range ? range.from : 0 };
    } catch {
      return null;
    }
  };
}

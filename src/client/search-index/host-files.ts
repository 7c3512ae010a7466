/** The files of the search index as a host serves them. */
import type { FetchFile } from "../../search/query/fetch-file.ts";

/** Files of the index from the host. A host that knows no ranges sends the whole file, which then serves as well. */
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

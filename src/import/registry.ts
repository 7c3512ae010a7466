/** Every form of old archives that can be imported: a form is a folder, a line here, and a fixture in `testing/`. */
import type { Importer } from "./importer.ts";
import { wordpress } from "./wordpress/wordpress.ts";

export const IMPORTERS: readonly Importer[] = [wordpress];

/** The default icon (favicon): the eight-pointed star of the masthead, two overlapping squares, in the accent colour. */
import type { Colour } from "../model/site.ts";

/** @returns SVG that follows the browser's light or dark scheme. */
export const renderIcon = ({ light, dark }: Colour): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:${light}}@media (prefers-color-scheme:dark){path{fill:${dark}}}</style><path d="M4.7 4.7h22.6v22.6H4.7z"/><path d="m16 0 16 16-16 16L0 16z"/></svg>\n`;

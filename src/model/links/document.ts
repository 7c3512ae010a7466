/** Documents, such as PDF files: published as they are where an article links to them. */

/** Allowed file extensions. Excludes what a browser would run as part of the site: HTML, SVG, XML, scripts, Flash. */
const ENDINGS =
  "pdf|docx?|docm|odt|rtf|xlsx?|ods|csv|tsv|pptx?|ppsx?|odp|epub|mobi|djvu|ps|zip|rar|7z|mp3|m4a|aac|ogg|oga|opus|wav|wma|flac|amr|mp4|m4v|ogv|webm|mov|avi|wmv|mkv|mpe?g|3gp|flv|tiff?|bmp|heic|ics|vcf|kmz|gpx";
export const DOCUMENT_ENDING = `\\.(?:${ENDINGS})`;
const DOCUMENT = new RegExp(`${DOCUMENT_ENDING}$`, "i");

export const isDocument = (path: string): boolean => DOCUMENT.test(path);

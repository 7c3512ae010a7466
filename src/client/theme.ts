/**
 * Light or dark: the reader's choice, kept in local storage, overrides the preference of their system. Without this
 * script the page follows the system, and the button is hidden.
 */
type Choice = "light" | "dark";

const root = document.documentElement;
const stored = (): string | null => {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
};
const shown = (): Choice => {
  const choice = root.dataset.theme;
  if (choice === "light" || choice === "dark") return choice;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

const kept = stored();
if (kept === "light" || kept === "dark") root.dataset.theme = kept;

/** Whether a style sheet was loaded: `cssRules` throws for one of this host that failed to load. */
function isLoaded(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

function showButton(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
  if (!button) return;
  const name = (): void => {
    const label = shown() === "dark" ? button.dataset.light : button.dataset.dark;
    if (label) button.setAttribute("aria-label", label);
  };
  button.hidden = false;
  // Without a style sheet there are no schemes to choose from.
  addEventListener("load", () => {
    button.hidden = ![...document.styleSheets].some(isLoaded);
  });
  name();
  button.addEventListener("click", () => {
    const next: Choice = shown() === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    try {
      localStorage.setItem("theme", next);
    } catch {
      // Without storage the choice applies to this page only.
    }
    name();
  });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showButton);
else showButton();

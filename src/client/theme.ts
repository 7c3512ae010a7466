/**
 * Light or dark: the reader's choice, kept on their machine, over what their system prefers. Without this script the
 * page follows the system, and the button is not shown.
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

/** A sheet of our own host that did not come keeps its rules to itself. */
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
  // Without a style sheet there is nothing to choose.
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
      // Without storage the choice holds for this page.
    }
    name();
  });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showButton);
else showButton();

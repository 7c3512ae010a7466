/** The buttons of an article: the system's share dialog where there is one, and copying its address or citation. */
const address = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href.split("#")[0] ?? "";

function copies(button: HTMLButtonElement): void {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const source = button.dataset.copy;
    const text = source ? document.getElementById(source)?.textContent : address();
    try {
      await navigator.clipboard.writeText(text ?? "");
      button.textContent = button.dataset.done ?? label;
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    } catch {
      // The browser refused; the reader can still select and copy the text.
    }
  });
  button.hidden = false;
}

// Browsers offer neither API to pages loaded over plain HTTP.
if (navigator.clipboard)
  for (const one of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) copies(one);
const send = document.querySelector<HTMLButtonElement>("[data-send]");
if (send && "share" in navigator) {
  send.hidden = false;
  send.addEventListener("click", () => {
    // The promise is rejected when the reader closes the dialog.
    navigator
      .share({ title: document.querySelector("h1")?.textContent ?? "", url: address() })
      .catch(() => {});
  });
}
const group = document.querySelector<HTMLElement>("[data-share]");
if (group?.querySelector("button:not([hidden])")) group.hidden = false;

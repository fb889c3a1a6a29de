// The few things of the frame that need the browser: the theme cookie, the clipboard, downloads, the reconnect dialog.
import { attachReconnectDialog } from "./reconnect/dialog";

export type Theme = "system" | "light" | "dark";

export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function setTheme(chosen: Theme): void {
  const year = 60 * 60 * 24 * 365;
  if (chosen === "system") {
    delete document.documentElement.dataset.theme;
    document.cookie = "theme=; path=/; max-age=0; samesite=strict";
  } else {
    document.documentElement.dataset.theme = chosen;
    document.cookie = `theme=${chosen}; path=/; max-age=${year}; samesite=strict`;
  }
  document.dispatchEvent(new CustomEvent("theme-changed"));
}

/** Copies text; where the clipboard is closed to us (plain http on another machine) it selects the source instead. */
export async function copy(text: string, sourceId: string | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const source = sourceId ? document.getElementById(sourceId) : null;
    if (source) {
      getSelection()?.selectAllChildren(source);
    }
    return false;
  }
}

export function download(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// Blazor takes over links within a page and scrolls, but leaves the focus where it was.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest(".skip-link")) {
    event.preventDefault();
    document.getElementById("content")?.focus();
  }
}, { capture: true });

attachReconnectDialog();

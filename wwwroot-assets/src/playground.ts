// What the playground needs the browser for: keys, following the end of a stream, scrolling panes together.
const NEAR_END = 100;
const TYPING_PAUSE = 500;

export interface Attached {
  detach(): void;
}

export function attach(root: HTMLElement): Attached {
  const gone = new AbortController();
  const signal = gone.signal;
  const followed = new WeakSet<HTMLElement>();
  const away = new WeakSet<HTMLElement>();
  let pause = 0;
  let lastPane: string | undefined;

  const click = (within: ParentNode, act: string): boolean => {
    const button = within.querySelector<HTMLElement>(`[data-act="${act}"]`);
    button?.click();
    return button !== null;
  };

  const report = (field: HTMLTextAreaElement): void => {
    clearTimeout(pause);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // The server hears of a draft when typing rests, not at each key.
  root.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement && event.target.matches("[data-prompt]")) {
      const field = event.target;
      clearTimeout(pause);
      pause = window.setTimeout(() => report(field), TYPING_PAUSE);
    }
  }, { signal });

  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const prompt = root.querySelector<HTMLTextAreaElement>("[data-prompt]");
      if (prompt && !target.closest("[role=dialog]")) {
        event.preventDefault();
        report(prompt);
        click(root, "send");
      }
      return;
    }

    const typing = target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu], .mud-popover") !== null;
    const pane = target.closest<HTMLElement>("[data-pane]");
    if (event.key === "Escape" && target.closest("[role=dialog], [role=menu], .mud-popover, [popover]") === null) {
      if (pane) {
        click(pane, "stop");
      } else {
        click(root, "stop-all");
      }
      return;
    }

    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }

    const panes = [...root.querySelectorAll<HTMLElement>("[data-pane]")];
    const here = pane ? panes.indexOf(pane) : -1;
    if (/^[1-9]$/.test(event.key)) {
      panes[Number(event.key) - 1]?.focus();
    } else if (event.key === "]") {
      panes[Math.min(panes.length - 1, here + 1)]?.focus();
    } else if (event.key === "[") {
      panes[Math.max(0, here - 1)]?.focus();
    } else if (pane && event.key === "r") {
      click(pane, "retry");
    } else if (pane && event.key === "s") {
      click(pane, "stop");
    }
  }, { signal });

  // Moving a pane takes it out of the page for a moment, and with it the focus.
  root.addEventListener("focusin", (event) => {
    lastPane = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-pane]")?.dataset["pane"] : undefined;
  }, { signal });

  const refocus = (): void => {
    if (lastPane !== undefined && document.activeElement === document.body) {
      root.querySelector<HTMLElement>(`[data-pane="${lastPane}"]`)?.focus({ preventScroll: true });
    }
  };
  document.addEventListener("pointerdown", () => { lastPane = undefined; }, { signal, capture: true });

  const rest = (box: HTMLElement): number => box.scrollHeight - box.clientHeight - box.scrollTop;

  const mark = (box: HTMLElement): void => {
    const jump = box.parentElement?.querySelector<HTMLElement>("[data-jump]");
    if (jump) {
      jump.hidden = !away.has(box);
    }
  };

  // Who has scrolled up reads; only who is at the end is taken along.
  const follow = (box: HTMLElement): void => {
    if (followed.has(box)) {
      return;
    }
    followed.add(box);
    box.addEventListener("scroll", () => {
      if (rest(box) > NEAR_END) {
        away.add(box);
      } else {
        away.delete(box);
      }
      mark(box);
      if (root.querySelector<HTMLInputElement>("[data-linked]")?.checked && box.matches(":hover, :focus-within, :focus")) {
        const share = box.scrollTop / Math.max(1, box.scrollHeight - box.clientHeight);
        for (const other of root.querySelectorAll<HTMLElement>("[data-scroll]")) {
          if (other !== box) {
            other.scrollTop = share * (other.scrollHeight - other.clientHeight);
          }
        }
      }
    }, { signal, passive: true });
  };

  root.addEventListener("click", (event) => {
    const jump = event.target instanceof Element ? event.target.closest("[data-jump]") : null;
    const box = jump?.parentElement?.querySelector<HTMLElement>("[data-scroll]");
    if (box) {
      box.scrollTop = box.scrollHeight;
    }
  }, { signal });

  const watcher = new MutationObserver(() => {
    refocus();
    for (const box of root.querySelectorAll<HTMLElement>("[data-scroll]")) {
      follow(box);
      if (!away.has(box)) {
        box.scrollTop = box.scrollHeight;
      }
    }
  });
  watcher.observe(root, { childList: true, subtree: true });

  root.dataset["attached"] = "yes";
  return {
    detach() {
      clearTimeout(pause);
      watcher.disconnect();
      gone.abort();
    },
  };
}

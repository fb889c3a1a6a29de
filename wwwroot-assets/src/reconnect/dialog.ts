// Drives the dialog that Blazor finds by its id; Blazor itself sets the state's class on it.
interface Circuit {
  reconnect(): Promise<boolean>;
  resumeCircuit(): Promise<boolean>;
}

declare const Blazor: Circuit;

export function attachReconnectDialog(): void {
  const dialog = document.getElementById("components-reconnect-modal") as HTMLDialogElement | null;
  if (!dialog || dialog.dataset.attached) {
    return;
  }
  dialog.dataset.attached = "yes";

  const retryWhenSeen = () => {
    if (document.visibilityState === "visible") {
      void retry();
    }
  };

  async function retry(): Promise<void> {
    document.removeEventListener("visibilitychange", retryWhenSeen);
    try {
      // False means that the server was reached and no longer knows the circuit.
      if (!(await Blazor.reconnect()) && !(await Blazor.resumeCircuit())) {
        location.reload();
      }
    } catch {
      document.addEventListener("visibilitychange", retryWhenSeen);
    }
  }

  async function resume(): Promise<void> {
    try {
      if (!(await Blazor.resumeCircuit())) {
        location.reload();
      }
    } catch {
      location.reload();
    }
  }

  dialog.addEventListener("components-reconnect-state-changed", (event) => {
    switch ((event as CustomEvent<{ state: string }>).detail.state) {
      case "show":
        dialog.showModal();
        break;
      case "hide":
        dialog.close();
        break;
      case "failed":
        document.addEventListener("visibilitychange", retryWhenSeen);
        break;
      case "rejected":
        location.reload();
        break;
    }
  });
  dialog.querySelector("[data-reconnect=retry]")?.addEventListener("click", () => void retry());
  dialog.querySelector("[data-reconnect=resume]")?.addEventListener("click", () => void resume());
}

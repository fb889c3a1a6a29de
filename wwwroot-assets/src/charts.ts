// The one place that knows ApexCharts: turns our small options into its large ones, and redraws when the theme changes.
import ApexCharts from "apexcharts";
import type { ApexOptions } from "apexcharts";
import { toApex, type ChartOptions } from "./charts/options";
import { svgText, pngUrl } from "./charts/picture";

interface Drawn {
  chart: ApexCharts;
  options: ChartOptions;
}

const drawn = new Map<HTMLElement, Drawn>();

export async function create(host: HTMLElement, options: ChartOptions): Promise<void> {
  await dispose(host);
  const chart = new ApexCharts(host, toApex(options, host.clientWidth));
  drawn.set(host, { chart, options });
  await chart.render();
  host.dataset.drawn = "yes";
}

export async function update(host: HTMLElement, options: ChartOptions): Promise<void> {
  const known = drawn.get(host);
  if (!known) {
    return create(host, options);
  }
  known.options = options;
  await known.chart.updateOptions(toApex(options, host.clientWidth) as ApexOptions, true, false);
}

export async function dispose(host: HTMLElement): Promise<void> {
  drawn.get(host)?.chart.destroy();
  drawn.delete(host);
}

/** The picture inside an element as SVG text, with the colours it has on the page. */
export function svg(holder: HTMLElement): string {
  return svgText(holder);
}

/** Saves the same as a PNG at twice the size on the page; made here, because a picture is too large a message for the circuit. */
export async function savePng(holder: HTMLElement, name: string): Promise<void> {
  const link = document.createElement("a");
  link.href = await pngUrl(holder);
  link.download = name;
  link.click();
}

function redraw(): void {
  for (const [host, { chart, options }] of drawn) {
    void chart.updateOptions(toApex(options, host.clientWidth) as ApexOptions, true, false);
  }
}

document.addEventListener("theme-changed", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

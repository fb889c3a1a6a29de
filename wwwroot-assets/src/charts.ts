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
  // The library keeps per-series looks of the first drawing, so only the points may change in place.
  if (!known || known.options.series.length !== options.series.length) {
    return create(host, options);
  }
  known.options = options;
  await known.chart.updateOptions(toApex(options, host.clientWidth) as ApexOptions, true, false);
}

export async function dispose(host: HTMLElement): Promise<void> {
  drawn.get(host)?.chart.destroy();
  drawn.delete(host);
}

/** Saves the picture inside an element as SVG, with the colours it has on the page; made here, because a picture is too large a message for the circuit. */
export function saveSvg(holder: HTMLElement, name: string): void {
  save(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(holder))}`, name);
}

/** Saves the same as a PNG at twice the size on the page. */
export async function savePng(holder: HTMLElement, name: string): Promise<void> {
  save(await pngUrl(holder), name);
}

function save(url: string, name: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}

function redraw(): void {
  for (const [host, { options }] of [...drawn]) {
    void create(host, options);
  }
}

document.addEventListener("theme-changed", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

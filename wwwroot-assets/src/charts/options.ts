import { text, type Unit } from "./units";

interface Axis {
  title: string;
  unit: Unit;
  min: number;
  max: number;
  ticks: number;
  /** Names of the rows 1 … n of an axis that counts rows, else null. */
  rows: string[] | null;
}

interface Series {
  name: string;
  kind: "line" | "scatter" | "rangeArea";
  /** x and y, or x, low and high for a range. */
  points: number[][];
  colour: string;
  shape: string;
  size: number;
  width: number;
  dash: number;
  opacity: number;
}

export interface ChartOptions {
  series: Series[];
  x: Axis;
  y: Axis;
  height: number;
}

export function toApex(options: ChartOptions, width: number): Record<string, unknown> {
  const { series, x, y } = options;
  const each = <T>(pick: (one: Series) => T) => series.map(pick);
  const kinds = new Set(each((one) => one.kind));
  const quiet = resolve("var(--mud-palette-text-secondary)");
  const line = resolve("var(--mud-palette-divider)");
  return {
    chart: {
      type: kinds.has("rangeArea") ? "rangeArea" : kinds.has("line") ? "line" : "scatter",
      height: options.height,
      animations: { enabled: false },
      toolbar: { show: false },
      zoom: { enabled: false },
      selection: { enabled: false },
      background: "transparent",
      foreColor: quiet,
      fontFamily: "inherit",
      nonce: document.querySelector<HTMLScriptElement>("script[type=importmap]")?.nonce,
    },
    // Names go to the tooltip through our own escaping only: ApexCharts writes series names as markup.
    series: series.map((one, index) => ({ name: `s${index}`, type: one.kind, data: one.points.map(point) })),
    colors: each((one) => resolve(one.colour)),
    stroke: { width: each((one) => one.width), dashArray: each((one) => one.dash), curve: "straight", lineCap: "butt" },
    fill: { type: "solid", opacity: each((one) => one.opacity) },
    markers: {
      size: each((one) => one.size),
      shape: each((one) => one.shape),
      strokeWidth: 0,
      fillOpacity: each((one) => one.opacity),
      hover: { sizeOffset: 2 },
    },
    dataLabels: { enabled: false },
    legend: { show: false },
    grid: { borderColor: line, xaxis: { lines: { show: true } }, yaxis: { lines: { show: x.rows === null && y.rows === null } }, padding: { left: 8, right: 24 } },
    xaxis: {
      type: "numeric",
      min: x.min,
      max: x.max,
      tickAmount: x.ticks,
      title: { text: x.title, style: { fontWeight: 400, color: quiet } },
      labels: { formatter: (value: string) => thinned(Number(value), x, width), hideOverlappingLabels: false, rotate: 0 },
      axisBorder: { color: line },
      axisTicks: { color: line },
      crosshairs: { show: false },
      tooltip: { enabled: false },
    },
    yaxis: {
      min: y.min,
      max: y.max,
      tickAmount: y.ticks,
      title: { text: y.rows ? undefined : y.title, style: { fontWeight: 400, color: quiet } },
      labels: { minWidth: 40, maxWidth: 160, style: { fontSize: "12px", colors: y.rows ? resolve("var(--mud-palette-text-primary)") : quiet }, formatter: (value: number) => label(value, y) },
    },
    tooltip: {
      shared: false,
      intersect: true,
      custom: ({ seriesIndex, dataPointIndex }: { seriesIndex: number; dataPointIndex: number }) => tip(options, seriesIndex, dataPointIndex),
    },
  };
}

function point(values: number[]): { x: number; y: number | number[] } {
  const [x = 0, low = 0, high] = values;
  return { x, y: high === undefined ? low : [low, high] };
}

/** Every second label on a narrow picture, so that none is drawn over another. */
function thinned(value: number, axis: Axis, width: number): string {
  const step = (axis.max - axis.min) / axis.ticks;
  const index = Math.round((value - axis.min) / step);
  return width < 90 * (axis.ticks + 1) && index % 2 === 1 ? "" : text(value, axis.unit);
}

function label(value: number, axis: Axis): string {
  return axis.rows ? (Number.isInteger(value) ? axis.rows[value - 1] ?? "" : "") : text(value, axis.unit);
}

function tip(options: ChartOptions, seriesIndex: number, pointIndex: number): string {
  const one = options.series[seriesIndex];
  const values = one?.points[pointIndex];
  if (!one || !values) {
    return "";
  }
  const x = text(values[0] ?? 0, options.x.unit);
  const y = options.y.rows ? "" : ` · ${values.slice(1).map((value) => text(value, options.y.unit)).join(" – ")}`;
  return `<div class="chart-tip"><strong>${escape(one.name)}</strong> ${escape(x + y)}</div>`;
}

function escape(raw: string): string {
  const holder = document.createElement("i");
  holder.textContent = raw;
  return holder.innerHTML;
}

/** A colour of the present theme: ApexCharts computes with colours and cannot follow a CSS variable. */
function resolve(colour: string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
  return name ? getComputedStyle(document.documentElement).getPropertyValue(name).trim() : colour;
}

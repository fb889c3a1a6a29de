// Axis labels and tooltips; the figures of tables and sentences are written on the server.
export type Unit = "ms" | "tokens" | "tok/s" | "usd" | "percent" | "time" | "number" | "log10" | "log10 usd";

const space = "\u00a0";
const few = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
const digits = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });
const day = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
const minute = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

export function text(value: number, unit: Unit): string {
  switch (unit) {
    case "ms":
      return value === 0 ? "0" : value < 1000 ? `${digits.format(value)}${space}ms` : `${digits.format(value / 1000)}${space}s`;
    case "usd":
      return dollars(value);
    case "percent":
      return `${digits.format(value)}${space}%`;
    case "log10":
      return digits.format(10 ** value);
    case "log10 usd":
      return dollars(10 ** value);
    case "time":
      return value % 86_400_000 === 0 ? day.format(value) : minute.format(value);
    case "number":
      return digits.format(value);
    default:
      return `${digits.format(value)}${space}${unit}`;
  }
}

/** Small amounts keep their first three digits: nothing that costs something reads as $0. */
function dollars(value: number): string {
  return `$${Math.abs(value) < 1 ? few.format(value) : digits.format(value)}`;
}

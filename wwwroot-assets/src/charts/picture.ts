// A drawn chart as a file that looks the same outside the page: styles become attributes.
const carried = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

export function svgText(holder: HTMLElement): string {
  const shown = holder.querySelector("svg");
  if (!shown) {
    throw new Error("There is no picture to save.");
  }
  const box = shown.getBoundingClientRect();
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const originals = shown.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, index) => {
    const original = originals[index];
    if (original && element instanceof SVGElement) {
      const style = getComputedStyle(original);
      carried.forEach((name) => element.setAttribute(name, style.getPropertyValue(name)));
      element.removeAttribute("style");
      element.removeAttribute("class");
    }
  });
  copy.querySelectorAll("foreignObject, style").forEach((element) => element.remove());
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", `${box.width}`);
  copy.setAttribute("height", `${box.height}`);
  copy.setAttribute("style", `background:${getComputedStyle(document.documentElement).getPropertyValue("--mud-palette-surface")}`);
  return new XMLSerializer().serializeToString(copy);
}

export async function pngUrl(holder: HTMLElement): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(holder))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const pen = canvas.getContext("2d");
  pen?.scale(2, 2);
  pen?.drawImage(image, 0, 0);
  return canvas.toDataURL("image/png");
}

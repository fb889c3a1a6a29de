// Bundles src/*.ts, one ES module each, into the folder named on the command line.
import { readdirSync } from "node:fs";
import { build } from "esbuild";

const outdir = process.argv[2];
if (!outdir) {
  console.error("usage: node build.mjs <output folder>");
  process.exit(2);
}

await build({
  entryPoints: readdirSync("src").filter((name) => name.endsWith(".ts")).map((name) => `src/${name}`),
  outdir,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "eof",
  logLevel: "warning",
});

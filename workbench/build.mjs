// Bundles src/ into coordgraph/serve/workbench/static: for each view its script and its style,
// named by their content, a manifest of the names, and the licences of what is bundled.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const out = join(here, "..", "coordgraph", "serve", "workbench", "static");
const ALLOWED = /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|Unlicense|CC0-1\.0)$/;

/** What browsers ask for by name: the script and the style of each view, the site's icon. */
function entryPoints() {
  const files = ["main.js", "style.css"];
  return readdirSync(source, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .flatMap((one) => files.map((file) => ({ name: one.name, path: join(source, one.name, file) })))
    .filter(({ path }) => existsSync(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ name, path }) => ({ in: path, out: name }))
    .concat({ in: join(here, "../coordgraph/publish/site/assets/icon.svg"), out: "icon" });
}

/** @param {import("esbuild").Metafile} metafile */
function manifest(metafile) {
  /** @type {Record<string, Record<string, string | string[]>>} */
  const named = {};
  for (const [path, { entryPoint, imports }] of Object.entries(metafile.outputs)) {
    if (/-latin-wght-.*\.woff2$/.test(path)) named.letters = { woff2: relative(out, join(here, path)) };
    const name = entryPoint && (/^src\/([\w-]+)\/(?:main\.js|style\.css)$/.exec(entryPoint)?.[1] ?? /icon(?=\.svg$)/.exec(entryPoint)?.[0]);
    if (!name) continue;
    const file = relative(out, join(here, path));
    const suffix = file.slice(file.lastIndexOf(".") + 1);
    const view = (named[name] ??= {});
    view[suffix] = file;
    const early = imports.filter(({ kind, path: at }) => kind === "import-statement" && at.endsWith(".js"));
    if (suffix === "js") view.preload = early.map(({ path: at }) => relative(out, join(here, at))).sort();
  }
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {import("esbuild").Metafile} metafile */
function licences(metafile) {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = used.map((path) => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]);
  const told = [...new Set(folders.filter((path) => path !== undefined))].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
    if (!ALLOWED.test(license)) throw new Error(`${name} ${version}: the licence ${license} is not among those allowed.`);
    const file = readdirSync(join(here, folder)).filter((one) => /^(licen[cs]e|copying)/i.test(one)).sort()[0];
    const text = file ? readFileSync(join(here, folder, file), "utf8").trim() : `Licensed under ${license}.`;
    return { title: `${name} ${version} (${license})`, text };
  });
  told.sort((a, b) => (a.title < b.title ? -1 : 1));
  const parts = told.map(({ title, text }) => `${title}\n${"-".repeat(title.length)}\n\n${text.replace(/\r/g, "")}\n`);
  return `What the workbench's scripts and styles have from others.\n\n${parts.join("\n\n")}`;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: entryPoints(),
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  publicPath: "/static",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  loader: { ".woff2": "file", ".svg": "copy" },
  metafile: true,
  logLevel: "info",
});
writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest(metafile), null, 1)}\n`);
writeFileSync(join(out, "THIRD_PARTY.txt"), licences(metafile));
const digest = createHash("sha256");
for (const file of readdirSync(out).sort()) digest.update(file).update(readFileSync(join(out, file)));
console.log(`static: ${readdirSync(out).length} files, ${digest.digest("hex").slice(0, 16)}`);

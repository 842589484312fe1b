import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { z } from "zod";
import type { IdentifierWords } from "../privacy/identifier.ts";

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
}

/** Style sheet and script as the build left them. The names carry a hash of their content, so they may be kept for ever. */
export interface Assets {
  readonly style: string;
  /** What the pages of the desk need besides. */
  readonly deskStyle: string;
  readonly script: string;
  /** The editor of the desk, which no other page loads. */
  readonly editorScript: string;
  /** The words by which the script recognises identifiers, as JSON. */
  readonly identifierWords: string;
  readonly files: ReadonlyMap<string, Asset>;
  /** The script that keeps copies for the time without a network. It has one address, at the root of what it keeps. */
  readonly worker: Asset;
}

const manifestShape = z.strictObject({
  style: z.string(),
  desk: z.string(),
  script: z.string(),
  editor: z.string(),
  worker: z.string(),
});

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
};

/** Reads the files that `scripts/build.mjs` wrote, compressed once here rather than at every request. */
export function loadAssets(folder: string, words: IdentifierWords): Assets {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  const files = [manifest.style, manifest.desk, manifest.script, manifest.editor].map(
    (name) => [name, toAsset(name, readFileSync(join(folder, name)))] as const,
  );
  const wordsFile = Buffer.from(JSON.stringify(words));
  const wordsName = `identifiers-${createHash("sha256").update(wordsFile).digest("hex").slice(0, 8)}.json`;
  return {
    style: `/assets/${manifest.style}`,
    deskStyle: `/assets/${manifest.desk}`,
    script: `/assets/${manifest.script}`,
    editorScript: `/assets/${manifest.editor}`,
    identifierWords: `/assets/${wordsName}`,
    files: new Map([...files, [wordsName, toAsset(wordsName, wordsFile)]]),
    worker: toAsset(manifest.worker, readFileSync(join(folder, manifest.worker))),
  };
}

export function toAsset(name: string, content: Uint8Array): Asset {
  return {
    type: TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    body: Uint8Array.from(content),
    gzip: Uint8Array.from(gzipSync(content, { level: 9 })),
    brotli: Uint8Array.from(brotliCompressSync(content)),
  };
}

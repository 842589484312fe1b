import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { z } from "zod";

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
}

/** Style sheet and script as the build left them. The names carry a hash of their content, so they may be kept for ever. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly files: ReadonlyMap<string, Asset>;
}

const manifestShape = z.strictObject({ style: z.string(), script: z.string() });

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

/** Reads the files that `scripts/build.mjs` wrote, compressed once here rather than at every request. */
export function loadAssets(folder: string): Assets {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  const files = Object.values(manifest).map((name) => [name, toAsset(name, readFileSync(join(folder, name)))] as const);
  return { style: `/assets/${manifest.style}`, script: `/assets/${manifest.script}`, files: new Map(files) };
}

export function toAsset(name: string, content: Uint8Array): Asset {
  return {
    type: TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    body: Uint8Array.from(content),
    gzip: Uint8Array.from(gzipSync(content, { level: 9 })),
    brotli: Uint8Array.from(brotliCompressSync(content)),
  };
}

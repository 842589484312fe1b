import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** Below this a compressed body is no smaller on the wire. */
const WORTH_COMPRESSING = 1_000;

/** The best encoding that the client takes (RFC 9110, 12.5.3): brotli, then gzip; a quality of 0 refuses one. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const accepted = new Map(
    (acceptEncoding ?? "").split(",").map((part) => {
      const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return [name.trim(), quality === undefined ? 1 : Number(quality)] as const;
    }),
  );
  if ((accepted.get("br") ?? 0) > 0) return "br";
  return (accepted.get("gzip") ?? 0) > 0 ? "gzip" : "identity";
}

/** Compresses text that is sent once. Speed matters more than the last byte here: brotli 4 and gzip 6 take about a millisecond. */
export function encodeText(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  switch (encoding) {
    case "br":
      return Uint8Array.from(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
    case "gzip":
      return Uint8Array.from(gzipSync(bytes, { level: 6 }));
    default:
      return bytes;
  }
}

export interface TextResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** A response with `text` in the best encoding that the client takes. */
export function textResponse(text: string, acceptEncoding: string | undefined, init: TextResponse): Response {
  const encoding = text.length < WORTH_COMPRESSING ? "identity" : chooseEncoding(acceptEncoding);
  const encoded: Record<string, string> = encoding === "identity" ? {} : { "content-encoding": encoding };
  return new Response(encodeText(text, encoding), {
    status: init.status,
    headers: { ...init.headers, ...encoded, vary: varyWith("accept-encoding", init.headers.vary) },
  });
}

/** What the response depends on besides its address (RFC 9110, 12.5.5). */
export function varyWith(name: string, others: string | undefined): string {
  return others === undefined ? name : `${name}, ${others}`;
}

import type { PreparedDocument } from "../../evidence/evidence-port.ts";
import type { ReadItem } from "../read-items.ts";
import { lengthPrefix } from "./frames.ts";

/** What a reader says: an item, or that the file has ended. */
export type Message = ReadItem | { readonly kind: "end" };

type ReadDocument = Extract<ReadItem, { readonly kind: "document" }>;
/** A document without what can be read later: so many bytes of JSON after this, and then the terms of each passage. */
type Head = Omit<ReadDocument, "prepared"> & { readonly json: number };
/** A prepared document as JSON, in which the terms of each passage are a number of bytes. */
type Body = Omit<PreparedDocument, "terms"> & {
  readonly terms?: { readonly analyser: string; readonly lengths: readonly number[] };
};

/**
 * A message as a frame: its length, the length of its head, the head as JSON. What is stored of a document follows, so that who only counts and
 * keeps documents for a while need not take it apart: some thousand of them as objects cost the garbage collector more than all else.
 */
export function encodeMessage(message: Message): readonly Uint8Array[] {
  if (message.kind !== "document") return framed(Buffer.from(JSON.stringify(message)), []);
  const { prepared, ...told } = message;
  const { terms, ...rest } = prepared();
  const lines = terms?.lines ?? [];
  const body: Body = {
    ...rest,
    ...(terms === undefined ? {} : { terms: { analyser: terms.analyser, lengths: lines.map(({ length }) => length) } }),
  };
  const json = Buffer.from(JSON.stringify(body));
  const head: Head = { ...told, json: json.length };
  return framed(Buffer.from(JSON.stringify(head)), [json, ...lines]);
}

function framed(head: Uint8Array, body: readonly Uint8Array[]): readonly Uint8Array[] {
  const first = lengthPrefix(head.length);
  const length = body.reduce((sum, part) => sum + part.length, first.length + head.length);
  return [lengthPrefix(length), first, head, ...body];
}

/** Takes a frame apart, without the length before it. Throws on what `encodeMessage` did not write. */
export function decodeMessage(frame: Uint8Array): Message {
  const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
  const first = bytes.readUInt32BE(0);
  const begin = lengthPrefix(first).length;
  const body = begin + first;
  // Written by `encodeMessage`, whose other end this is.
  const head = JSON.parse(bytes.toString("utf8", begin, body)) as Exclude<Message, ReadDocument> | Head;
  if (head.kind !== "document") return head;
  const { json, ...told } = head;
  return { ...told, prepared: () => decodeBody(bytes.subarray(body), json) };
}

function decodeBody(bytes: Buffer, json: number): PreparedDocument {
  const { terms, ...rest } = JSON.parse(bytes.toString("utf8", 0, json)) as Body;
  if (terms === undefined) return rest;
  const lines: Uint8Array[] = [];
  let end = json;
  for (const length of terms.lengths) {
    lines.push(bytes.subarray(end, end + length));
    end += length;
  }
  return { ...rest, terms: { analyser: terms.analyser, lines } };
}

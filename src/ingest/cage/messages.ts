import type { PreparedDocument, PreparedPassage, PreparedTerms, TextOrBytes } from "../../evidence/evidence-port.ts";
import type { ReadItem } from "../read-items.ts";

/** What a reader says: an item, or that the file has ended. */
export type Message = ReadItem | { readonly kind: "end" };

type ReadDocument = Extract<ReadItem, { readonly kind: "document" }>;
/** A document without what can be read later, which follows: its outline in so many bytes of JSON, and then its texts. */
type Head = Omit<ReadDocument, "prepared"> & { readonly outline: number };
/** A prepared document with lengths in bytes instead of its texts, which follow in this order: record, passages, terms. */
interface Outline extends Pick<PreparedDocument, "key" | "hash" | "marks"> {
  readonly record: number;
  readonly passages: readonly (Omit<PreparedPassage, "text"> & { readonly text: number })[];
  readonly terms?: Omit<PreparedTerms, "lines">;
}

/** Of each of the two lengths before a message. */
const PREFIX = 4;
/** Bytes for messages, until one needs more. */
const ROOM = 1 << 17;
/** Bytes of a UTF-16 code unit in UTF-8 at most. */
const MOST_BYTES_EACH = 3;

/**
 * Gathers messages as frames: the length of each, the length of its head, the head as JSON. What is stored of a document follows, so that who only
 * counts and keeps documents for a while need not take it apart: some thousand of them as objects cost the garbage collector more than
 * all else.
 */
export class MessageWriter {
  #bytes = Buffer.allocUnsafeSlow(ROOM);
  readonly #spare: Buffer<ArrayBuffer>[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(message: Message): void {
    const begin = this.#length;
    if (message.kind !== "document") {
      this.#length += 2 * PREFIX;
      this.#close(begin, this.#put(JSON.stringify(message)));
      return;
    }
    const { prepared, ...told } = message;
    const { key, hash, record, passages, marks, terms } = prepared();
    const outline: Outline = {
      key,
      hash,
      record: Buffer.byteLength(record),
      passages: passages.map((passage) => ({ ...passage, text: Buffer.byteLength(passage.text) })),
      ...(marks === undefined ? {} : { marks }),
      ...(terms === undefined ? {} : { terms: { analyser: terms.analyser, ends: terms.ends } }),
    };
    const json = JSON.stringify(outline);
    const head: Head = { ...told, outline: Buffer.byteLength(json) };
    this.#length += 2 * PREFIX;
    const written = this.#put(JSON.stringify(head));
    this.#put(json);
    this.#put(record);
    for (const { text } of passages) this.#put(text);
    if (terms !== undefined) this.#put(terms.lines);
    this.#close(begin, written);
  }

  /** The frames that were gathered, to be given back when they are written: memory that is touched for the first time is slow. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = this.#spare.pop() ?? Buffer.allocUnsafeSlow(ROOM);
    this.#length = 0;
    return taken;
  }

  giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
    if (buffer.byteLength === ROOM) this.#spare.push(Buffer.from(buffer));
  }

  #put(text: TextOrBytes): number {
    this.#makeRoom(typeof text === "string" ? MOST_BYTES_EACH * text.length : text.length);
    if (typeof text !== "string") this.#bytes.set(text, this.#length);
    const written = typeof text === "string" ? this.#bytes.write(text, this.#length) : text.length;
    this.#length += written;
    return written;
  }

  #close(begin: number, head: number): void {
    this.#bytes.writeUInt32BE(this.#length - begin - PREFIX, begin);
    this.#bytes.writeUInt32BE(head, begin + PREFIX);
  }

  #makeRoom(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#length + length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Takes a frame apart, without the length before it. Throws on what `MessageWriter` did not write. */
export function decodeMessage(frame: Uint8Array): Message {
  const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
  const body = PREFIX + bytes.readUInt32BE(0);
  // Written by `MessageWriter`, whose other end this is.
  const head = JSON.parse(bytes.toString("utf8", PREFIX, body)) as Exclude<Message, ReadDocument> | Head;
  if (head.kind !== "document") return head;
  const { outline, ...told } = head;
  return { ...told, prepared: () => decodeDocument(bytes.subarray(body), outline) };
}

/** Texts stay the bytes that they are. */
function decodeDocument(bytes: Uint8Array, outline: number): PreparedDocument {
  let begin = outline;
  const next = (length: number): Uint8Array => {
    begin += length;
    return bytes.subarray(begin - length, begin);
  };
  // Written by `MessageWriter`.
  const told = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, outline).toString()) as Outline;
  const { record, passages, terms, ...rest } = told;
  return {
    ...rest,
    record: next(record),
    passages: passages.map((passage) => ({ ...passage, text: next(passage.text) })),
    ...(terms === undefined ? {} : { terms: { ...terms, lines: bytes.subarray(begin) } }),
  };
}

import type { PreparedDocument, PreparedTerms } from "../../evidence/evidence-port.ts";
import type { ReadItem } from "../read-items.ts";

/** What a reader says: an item, or that the file has ended. */
export type Message = ReadItem | { readonly kind: "end" };

type ReadDocument = Extract<ReadItem, { readonly kind: "document" }>;
/** A document without what can be read later: so many bytes of JSON after this, and then the terms of its passages. */
type Head = Omit<ReadDocument, "prepared"> & { readonly json: number };
/** A prepared document as JSON. */
type Body = Omit<PreparedDocument, "terms"> & { readonly terms?: Omit<PreparedTerms, "lines"> };

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
    const { terms, ...rest } = prepared();
    const body: Body = terms === undefined ? rest : { ...rest, terms: { analyser: terms.analyser, ends: terms.ends } };
    const json = JSON.stringify(body);
    const head: Head = { ...told, json: Buffer.byteLength(json) };
    this.#length += 2 * PREFIX;
    const written = this.#put(JSON.stringify(head));
    this.#put(json);
    if (terms !== undefined) {
      this.#makeRoom(terms.lines.length);
      this.#bytes.set(terms.lines, this.#length);
      this.#length += terms.lines.length;
    }
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

  #put(text: string): number {
    this.#makeRoom(MOST_BYTES_EACH * text.length);
    const written = this.#bytes.write(text, this.#length);
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
  const { json, ...told } = head;
  return { ...told, prepared: () => decodeBody(bytes.subarray(body), json) };
}

function decodeBody(bytes: Buffer, json: number): PreparedDocument {
  const { terms, ...rest } = JSON.parse(bytes.toString("utf8", 0, json)) as Body;
  return terms === undefined ? rest : { ...rest, terms: { ...terms, lines: bytes.subarray(json) } };
}

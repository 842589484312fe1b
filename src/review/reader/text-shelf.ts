import type { Result } from "../../kernel/result.ts";
import { runThrough, runWithPauses } from "../../kernel/steps.ts";
import type { FileReaders } from "../../library/file-readers.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { KeptText } from "../record-port.ts";
import { notKept, prepareText } from "../text/prepare-text.ts";

/** A text by its name. */
export interface NamedText {
  readonly topic: string;
  readonly hash: string;
}

/** Kept texts that are ready to be shown, by their hash. A text is immutable, so it is prepared once. */
export interface TextShelf {
  /** The text, ready; or why it is not shown. Whoever asks for one that is being prepared waits for it. */
  take(text: NamedText): Promise<Result<Topic>>;
  /** Puts away every other text. */
  keepOnly(texts: readonly NamedText[]): void;
}

export interface ShelfParts {
  readonly findText: (hash: string) => Promise<KeptText | undefined>;
  /** Read again only what is not as it was: two editions of a topic have most files in common. */
  readonly readers: Partial<FileReaders>;
  /** Texts that are ready already: those of the library's folder. They stay. */
  readonly ready: ReadonlyMap<string, Result<Topic>>;
  /** Lets others go on between two steps; absent where nobody else waits. */
  readonly pause?: () => Promise<void>;
}

export function createTextShelf({ findText, readers, ready, pause }: ShelfParts): TextShelf {
  const shelf = new Map<string, Promise<Result<Topic>>>();
  const prepare = async (text: NamedText): Promise<Result<Topic>> => {
    const kept = await findText(text.hash);
    if (kept === undefined) {
      // It may be kept a moment later.
      shelf.delete(text.hash);
      return notKept(text);
    }
    const steps = prepareText(kept, readers);
    return pause === undefined ? runThrough(steps) : runWithPauses(steps, pause);
  };
  return {
    take(text) {
      const known = ready.get(text.hash);
      if (known !== undefined) return Promise.resolve(known);
      const waiting = shelf.get(text.hash);
      if (waiting !== undefined) return waiting;
      const prepared = prepare(text);
      shelf.set(text.hash, prepared);
      // A record that could not be reached says nothing of the text.
      prepared.catch(() => shelf.delete(text.hash));
      return prepared;
    },
    keepOnly(texts) {
      const named = new Set(texts.map(({ hash }) => hash));
      for (const hash of shelf.keys()) if (!named.has(hash)) shelf.delete(hash);
    },
  };
}

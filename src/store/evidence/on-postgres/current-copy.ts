import type { SourceOverview } from "../../../evidence/corpus.ts";
import { EvidenceUnreachable } from "../../../evidence/evidence-unreachable.ts";
import type { Analyser } from "../../../search/analyser.ts";
import { copyForm } from "./copy-form.ts";
import type { Ask, EvidenceCopy } from "./evidence-copy.ts";
import { readCopy } from "./read-copy.ts";

interface CopyHeading {
  /** Of this copy; another has another. */
  readonly id: string;
  readonly sources: readonly SourceOverview[];
}

/** The copy that lies on a server. Another may be put in its place at any moment. */
export class CurrentCopy {
  readonly #ask: Ask;
  readonly #analyser: Analyser;
  #heading: CopyHeading | undefined;
  #copy: EvidenceCopy | undefined;
  #reading: Promise<EvidenceCopy> | undefined;

  constructor(ask: Ask, analyser: Analyser) {
    this.#ask = ask;
    this.#analyser = analyser;
  }

  /** Sources as they were last seen. */
  get sources(): readonly SourceOverview[] {
    return this.#heading?.sources ?? [];
  }

  /** Looks which copy lies there. What search needs of it is read by the first question alone. */
  async look(): Promise<CopyHeading> {
    const [row] = await this.#ask("SELECT id, form FROM evidence_copy");
    if (row?.form !== copyForm(this.#analyser))
      throw new EvidenceUnreachable(new Error("the copy of evidence was made by another version of Wellspring"));
    const id = String(row.id);
    if (this.#heading?.id === id) return this.#heading;
    const [found] = await this.#ask("SELECT sources FROM evidence_copy WHERE id = $1", id);
    if (found === undefined) return this.look();
    // Written by the copier, in this shape.
    this.#heading = { id, sources: JSON.parse(String(found.sources)) as readonly SourceOverview[] };
    return this.#heading;
  }

  /** What comes out of `work` when it worked on one copy from its beginning to its end, and on the one that lies there now. */
  async whole<T>(work: (copy: EvidenceCopy) => Promise<T>): Promise<T> {
    for (;;) {
      const copy = this.#copy ?? (await this.#readOnce());
      const done = await work(copy);
      const { id } = await this.look();
      if (copy.id === id) return done;
      if (this.#copy === copy) this.#copy = undefined;
    }
  }

  #readOnce(): Promise<EvidenceCopy> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<EvidenceCopy> {
    for (;;) {
      const { id } = await this.look();
      const copy = await readCopy(id, this.#ask, this.#analyser);
      // What was read while a copy was replaced may be of both.
      if ((await this.look()).id === id) {
        this.#copy = copy;
        return copy;
      }
    }
  }
}

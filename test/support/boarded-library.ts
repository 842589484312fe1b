import { createWellspring } from "../../src/answer/create-wellspring.ts";
import { parseClinicalLanguage } from "../../src/answer/understand/clinical-language.ts";
import type { Wellspring } from "../../src/answer/wellspring.ts";
import { parseLibrary } from "../../src/library/parse-library.ts";
import type { Reviews } from "../../src/review/reader/reviews.ts";
import { Board } from "../../src/review/testing/board.ts";
import { openRecord } from "../../src/store/record/record-store.ts";
import { SIGNING_KEY, shippedLibrary } from "../real-library.ts";
import { publishOnBoard } from "./publish-on-board.ts";

const SLUG = "suspected-leg-dvt";

/** A statement of the shipped text, and what the first edition said instead. */
const [NOW, BEFORE] = ["A segment that was not seen is not clear", "A segment that was not seen is not a clear one"];

/**
 * The shipped library as it is shown where a board works with it: its topic is published in a second edition, the first differs from it in one
 * statement, and readers may ask and report. The board and its signatures are invented.
 */
export async function boardedLibrary(): Promise<Wellspring> {
  const { files, wellspring } = await shippedLibrary();
  const language = files.find(({ path }) => path === "clinical-language.yaml")?.text ?? "";
  const parsed = parseClinicalLanguage("clinical-language.yaml", language);
  const current = wellspring.library.topics.get(SLUG);
  const edited = files.map(({ path, text }) => ({ path, text: text.replace(NOW, BEFORE) }));
  const former = parseLibrary(edited).library.topics.get(SLUG);
  if (!parsed.ok || current === undefined || former === undefined || former.hash === current.hash)
    throw new Error("the shipped library has its topic, and the edited one another");
  const board = publishOnBoard(Board.full(), former);
  publishOnBoard(board.wait(24), current);
  const texts = new Map([former, current].map((text) => [text.hash, text]));
  const box = await openRecord(undefined, () => new Date(board.now));
  if (!box.ok) throw new Error("a record in memory opens");
  const reviews: Reviews = {
    catchUp: async () => reviews,
    read: () => board.record,
    now: () => board.now,
    keptHashes: async () => [...texts.keys()],
    findText: async () => undefined,
    findTopic: async (hash) => texts.get(hash),
  };
  return createWellspring({
    library: wellspring.library,
    identifierWords: wellspring.identifierWords,
    language: parsed.value.value,
    signingKey: SIGNING_KEY,
    questions: box.value,
    reviews,
  });
}

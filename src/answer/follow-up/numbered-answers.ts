import type { ClinicalLanguage } from "../understand/clinical-language.ts";

type Answered = "yes" | "no" | "unknown";

/** What a reply means word by word: an answer, which of the things asked it is of, all that are not named, or nothing. */
type Word =
  | { readonly kind: "answer"; readonly answer: Answered }
  | { readonly kind: "which"; readonly places: readonly number[] }
  | { readonly kind: "rest" }
  | { readonly kind: "only" }
  | { readonly kind: "idle" };

/** The words of a reply that answers by number, as the clinical language gives them. */
type ReplyWords = ClinicalLanguage["followUps"]["byNumber"];

/**
 * The answers of a reply that names what it answers by place alone: "the first yes, rest no", "1 and 3 no", "only the second", or one
 * answer for each thing asked, in their order. Undefined where any word of it means something else, or where it leaves open what it answers:
 * then nothing is taken from it.
 */
export function answersByNumber(
  reply: string,
  asked: number,
  words: ReplyWords,
): ReadonlyMap<number, Answered> | undefined {
  const read = tokensOf(reply).map((token) => wordOf(token, asked, words));
  const said = read.flatMap((word) => (word === undefined || word.kind === "idle" ? [] : [word]));
  if (read.includes(undefined) || asked < 2) return undefined;
  const isPlaced = said.some(({ kind }) => kind === "which");
  if (!isPlaced) return inTheirOrder(said, asked);
  if (said.some(({ kind }) => kind === "only")) return onlyThese(said, asked);
  return byPlace(said, asked);
}

/** Whether a reply gives an answer to something that it names by its place. */
export function answersSomeByNumber(reply: string, asked: number, words: ReplyWords): boolean {
  const read = tokensOf(reply).map((token) => wordOf(token, asked, words));
  return read.some((word, at) => {
    if (word?.kind !== "which") return false;
    const near = [...read.slice(Math.max(0, at - 3), at), ...read.slice(at + 1, at + 3)];
    return near.some((other) => other?.kind === "answer");
  });
}

const TOKEN = /\d+\s?[-–]\s?\d+|\d+(?:[.,]\d+)?(?:st|nd|rd|th)?|[\p{L}'’]+/gu;

function tokensOf(reply: string): readonly string[] {
  return Array.from(reply.toLowerCase().replaceAll("’", "'").matchAll(TOKEN), ([token]) => token);
}

function wordOf(token: string, asked: number, words: ReplyWords): Word | undefined {
  if (words.yes.includes(token)) return { kind: "answer", answer: "yes" };
  if (words.no.includes(token)) return { kind: "answer", answer: "no" };
  if (words.unknown.includes(token)) return { kind: "answer", answer: "unknown" };
  if (words.rest.includes(token)) return { kind: "rest" };
  if (words.only.includes(token)) return { kind: "only" };
  if (words.last.includes(token)) return { kind: "which", places: [asked] };
  const ordinal = words.ordinals.indexOf(token);
  const [from, to = from] = ordinal >= 0 ? [ordinal + 1] : numbersOf(token);
  if (from !== undefined && to !== undefined) {
    const places = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    return places.length > 0 && from >= 1 && to <= asked ? { kind: "which", places } : undefined;
  }
  return words.idle.includes(token) ? { kind: "idle" } : undefined;
}

function numbersOf(token: string): readonly number[] {
  return /^\d+(?:\s?[-–]\s?\d+|st|nd|rd|th)?$/u.test(token)
    ? Array.from(token.matchAll(/\d+/g), ([one]) => Number(one))
    : [];
}

/** "No, no, yes": as many answers as there are things asked. */
function inTheirOrder(said: readonly Word[], asked: number): ReadonlyMap<number, Answered> | undefined {
  const answers = said.flatMap((word) => (word.kind === "answer" ? [word.answer] : []));
  if (answers.length !== said.length || answers.length !== asked) return undefined;
  return new Map(answers.map((answer, at) => [at + 1, answer]));
}

/** "Only the first": the others are denied. */
function onlyThese(said: readonly Word[], asked: number): ReadonlyMap<number, Answered> | undefined {
  if (said.some(({ kind }) => kind === "answer" || kind === "rest")) return undefined;
  const places = new Set(said.flatMap((word) => (word.kind === "which" ? word.places : [])));
  return new Map(allOf(asked).map((place) => [place, places.has(place) ? "yes" : "no"]));
}

/** Each answer is of the places before it, or of those after it where the reply begins with an answer. */
function byPlace(said: readonly Word[], asked: number): ReadonlyMap<number, Answered> | undefined {
  const answerFirst = said[0]?.kind === "answer";
  const ordered = answerFirst ? said.toReversed() : said;
  const found = new Map<number, Answered>();
  let pending: (number | "rest")[] = [];
  let rest: Answered | undefined;
  for (const word of ordered) {
    if (word.kind === "which") pending.push(...word.places);
    else if (word.kind === "rest") pending.push("rest");
    else if (word.kind === "answer") {
      if (pending.length === 0) return undefined;
      const hasRest = pending.includes("rest");
      // "The sixth, rest no": what is named apart from the rest is there.
      if (hasRest && pending.length > 1 && word.answer !== "no") return undefined;
      const isApart = hasRest && pending.length > 1;
      for (const place of pending) {
        if (place === "rest") rest = word.answer;
        else if (isApart) found.set(place, "yes");
        else if (found.has(place) && found.get(place) !== word.answer) return undefined;
        else found.set(place, word.answer);
      }
      pending = [];
    }
  }
  if (pending.length > 0) return undefined;
  const others = rest;
  if (others !== undefined) for (const place of allOf(asked)) if (!found.has(place)) found.set(place, others);
  return found;
}

function allOf(asked: number): readonly number[] {
  return Array.from({ length: asked }, (_, at) => at + 1);
}

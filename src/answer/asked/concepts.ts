import type { Topic } from "../../library/model/topic.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { type Lexicon, lexiconOf } from "../understand/lexicon/lexicon.ts";
import type { SpokenTopic } from "../understand/spoken-topic.ts";
import { normalise, originalSpan } from "../understand/text/normalise.ts";
import { type ReadTokens, readTokens } from "../understand/text/read-tokens.ts";
import { tokenise } from "../understand/text/tokenise.ts";
import type { Token } from "../understand/text/tokens.ts";

/** What of a topic tells which words ask for the same. */
export type AskedTopic = SpokenTopic & Pick<Topic, "sameInQuestions" | "idleInQuestions">;

/** What a word or a phrase of a question is about, whatever the word for it; offsets are in the reader's own text. */
export interface Concept {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** It says nothing of what is asked, unless a declared question has it. */
  readonly isIdle: boolean;
}

/**
 * The concepts of a text in their order: phrases that the topic or the language declares to ask for the same, the longest first, and
 * the stems of all other words that say what a text is about.
 */
export function conceptsIn(text: string, topic: AskedTopic, language: ClinicalLanguage): readonly Concept[] {
  const { reader } = lexiconOf(topic, language);
  const read = readTokens(text, reader);
  const known = found.get(read);
  if (known?.topic === topic) return known.concepts;
  const concepts = findConcepts(read, topic, language);
  found.set(read, { topic, concepts });
  return concepts;
}

/** Of a text that is looked at several times while it is answered. */
const found = new WeakMap<ReadTokens, { readonly topic: AskedTopic; readonly concepts: readonly Concept[] }>();

function findConcepts(
  { normalised, tokens: all }: ReadTokens,
  topic: AskedTopic,
  language: ClinicalLanguage,
): readonly Concept[] {
  const { commonStems } = lexiconOf(topic, language);
  // "Us" may be an ultrasound, "use" and "using" are not, though they have one stem.
  const common = commonWords(language);
  const { phrases, idle, idleAsWritten } = asking(topic, language);
  const isSmall = (word: string) => common.has(word) || idleAsWritten.has(word);
  const tokens = all.filter(({ kind }) => kind !== "break");
  const concepts: Concept[] = [];
  const add = (name: string, from: number, to: number): void => {
    const { start, end } = originalSpan(normalised, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
    concepts.push({ name, start, end, isIdle: idle.has(name) || NUMBER.test(name) });
  };
  for (let at = 0; at < tokens.length; ) {
    const phrase = phrases
      .get(stemAt(tokens, at))
      ?.find(({ stems }) => isAt(stems, tokens, at) && (stems.length > 1 || !isSmall(tokens[at]?.raw ?? "")));
    const length = phrase?.stems.length ?? 1;
    if (phrase !== undefined) add(phrase.name, at, at + length);
    else if (isTelling(tokens[at], commonStems)) add(stemAt(tokens, at), at, at + 1);
    else if (tokens[at]?.kind === "number") add(stemAt(tokens, at), at, at + 1);
    at += length;
  }
  return concepts;
}

/** A number says something only where a declared question has the same ("99 %", "4 weeks"). */
const NUMBER = /^[\d.,]+$/;

function stemAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.stem ?? "";
}

function isAt(stems: readonly string[], tokens: readonly Token[], at: number): boolean {
  return stems.every((stem, offset) => stemAt(tokens, at + offset) === stem);
}

function isTelling(token: Token | undefined, common: ReadonlySet<string>): boolean {
  return token?.kind === "word" && /\p{L}{2}/u.test(token.stem) && !common.has(token.stem);
}

interface Phrase {
  readonly stems: readonly string[];
  /** The first phrase of its group stands for all of them. */
  readonly name: string;
}

interface Asking {
  /** Phrases by their first stem, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly idle: ReadonlySet<string>;
  /** Idle words that no phrase is declared as. */
  readonly idleAsWritten: ReadonlySet<string>;
}

const compiled = new WeakMap<Lexicon, Asking>();

/** Remembered by identity: topic and language are immutable values. */
function asking(topic: AskedTopic, language: ClinicalLanguage): Asking {
  const lexicon = lexiconOf(topic, language);
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const { reader } = lexicon;
  const stemsOf = (written: string) =>
    tokenise(normalise(written), reader).flatMap(({ kind, stem }) => (kind === "break" ? [] : [stem]));
  const groups = [...topic.sameInQuestions, ...language.sameInQuestions];
  const phrases = groups.flatMap((group) =>
    group.map((written) => ({ stems: stemsOf(written), name: stemsOf(group[0] ?? "").join(" ") })),
  );
  // Of two groups that hold the same phrase the topic's own counts.
  const first = [...new Map(phrases.toReversed().map((phrase) => [phrase.stems.join(" "), phrase])).values()];
  const longest = first.toSorted((left, right) => right.stems.length - left.stems.length);
  const made = {
    phrases: Map.groupBy(longest, ({ stems }) => stems[0] ?? ""),
    idle: new Set(topic.idleInQuestions.map((word) => reader.stemOf(word))),
    idleAsWritten: new Set(topic.idleInQuestions).difference(new Set(groups.flat())),
  };
  compiled.set(lexicon, made);
  return made;
}

const common = new WeakMap<ClinicalLanguage, ReadonlySet<string>>();

function commonWords(language: ClinicalLanguage): ReadonlySet<string> {
  const known = common.get(language);
  if (known !== undefined) return known;
  const made = new Set(language.commonWords);
  common.set(language, made);
  return made;
}

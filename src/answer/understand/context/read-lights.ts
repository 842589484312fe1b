import type { MatchedText } from "../matched-text.ts";
import type { Match } from "../walk.ts";
import { castLight } from "./cast-light.ts";
import { ContextText, type ContextWords } from "./context-text.ts";
import { countingCues, toCue, withoutPseudo } from "./counting-cues.ts";
import { announcedLists, deniedLists, type ListReader, type NamedTokens } from "./denied-lists.ts";
import { CastLights, type Lights } from "./light.ts";
import { ListReach } from "./list-reach.ts";
import { shineOnGeneralQuestions, shineOnShortQuestions } from "./questions.ts";
import { Reach } from "./reach.ts";

/** What was found in a text, as far as it says in what light the rest is said. */
export interface Found {
  /** Matches of cues. */
  readonly cues: readonly Match[];
  /** Phrases that are a denial of their own ("not tender"). */
  readonly denials: readonly Match[];
  /** Tokens of phrases that take their words for themselves. */
  readonly consumed: ReadonlySet<number>;
  readonly named: NamedTokens;
}

/**
 * Marks what each cue reaches (after NegEx and ConText: Chapman 2001, Harkema 2009). A denial runs through a list ("no A, B or C")
 * and stops where a new statement begins: at a verb, a measurement, an article after a comma, "but", the end of the sentence.
 * INVARIANT: a cue reaches only tokens of its own sentence, and of a quotation that begins in it.
 */
export function readLights(matched: MatchedText, found: Found, words: ContextWords, questionsSuppose: boolean): Lights {
  const cues = found.cues.flatMap(toCue);
  const counting = countingCues(cues, matched, found.consumed);
  const text = new ContextText(matched, counting, words);
  const lights = new CastLights(matched.tokens.length);
  const stage = { text, lights, reach: new Reach(text, lights), lists: new ListReach(text, lights) };
  for (const cue of withoutPseudo(counting)) castLight(cue, stage);
  for (const denial of found.denials) stage.lists.within(denial, cues);
  const reader = listReader(text, found.named);
  const behind = cues.filter(
    ({ kind, to }) => kind === "absenceOfList" || (kind === "negationAtEnd" && text.isBreak(to)),
  );
  const before = cues.filter(({ kind }) => kind === "absenceBeforeList");
  for (const { from, to, cue } of [...deniedLists(behind, reader), ...announcedLists(before, reader)])
    lights.castThrough(from, to, "denied", cue);
  if (questionsSuppose) {
    shineOnShortQuestions(text, lights);
    shineOnGeneralQuestions(text, lights);
  }
  return lights.lights;
}

function listReader(text: ContextText, { things, tests }: NamedTokens): ListReader {
  return {
    text,
    isFiller: (at) => text.is("listFillers", at),
    states: (at) => text.isPredicate(at) || text.isLength(at) || text.is("affirmations", at) || tests.has(at),
    isNamed: (at) => things.has(at),
  };
}

import type { MatchedText } from "../match/matched-text.ts";
import type { Match } from "../match/walk.ts";
import type { Cue, CueKind } from "../phrases/entry.ts";
import { isOneOf } from "../sentence-words.ts";
import { shineOnAskedFindings } from "./asked/asked-findings.ts";
import { shineOnGeneralQuestions, shineOnOpenAnswers, shineOnShortQuestions } from "./asked/questions.ts";
import { castLight } from "./cast-light.ts";
import { ContextText, type ContextWords } from "./context-text.ts";
import { countingCues, inTheirPlace, toCue, withoutPseudo } from "./counting-cues.ts";
import { reopenDeniedThen } from "./denied-then.ts";
import { CastLights, type Lights } from "./light.ts";
import { announcedLists, listsOfDenyingClauses } from "./lists/announced-lists.ts";
import { deniedLists } from "./lists/denied-lists.ts";
import { type HoldingPhrase, ListReach } from "./lists/list-reach.ts";
import { ListReader } from "./lists/list-reader.ts";
import { denySummedLists } from "./lists/summed-lists.ts";
import type { NamedTokens } from "./named-tokens.ts";
import { Reach } from "./reach.ts";
import { shineOnSections } from "./shine-on-sections.ts";
import { shineOnSourceLabels } from "./source-labels.ts";
import { denyTakenUp } from "./taken-up.ts";

/** What was found in a text, as far as it says in what light the rest is said. */
export interface Found {
  /** Matches of cues. */
  readonly cues: readonly Match[];
  /** Phrases that take their words for themselves, a denial among them ("not tender", "shows no clot"). */
  readonly phrases: readonly Match[];
  /** Tokens of phrases that take their words for themselves. */
  readonly consumed: ReadonlySet<number>;
  readonly named: () => NamedTokens;
}

/**
 * Marks what each cue reaches (after NegEx and ConText: Chapman 2001, Harkema 2009). A denial runs through a list ("no A, B or C")
 * and stops where a new statement begins: at a verb, a measurement, an article after a comma, "but", the end of the sentence.
 * INVARIANT: a cue reaches only tokens of its own sentence, and of a quotation that begins in it.
 */
export function readLights(matched: MatchedText, found: Found, words: ContextWords, questionsSuppose: boolean): Lights {
  const cues = inTheirPlace(found.cues.flatMap(toCue), matched).filter((cue) => !isOfHeading(cue, matched));
  const counting = countingCues(cues, {
    consumed: found.consumed,
    told: new Set(found.phrases.flatMap(({ at, entry }) => (entry.phrase.marks.has("notKnown") ? [] : at))),
    denies: (at) => isOneOf(words.sentenceWords.negatives, matched.tokens[at]),
  });
  const text = new ContextText(matched, counting, words);
  const lights = new CastLights(matched.tokens.length);
  const stage = { text, lights, reach: new Reach(text, lights), lists: new ListReach(text, lights) };
  const casting = withoutPseudo(counting);
  for (const cue of casting) castLight(cue, stage);
  const inside = cuesByPlace(cues);
  const standing = new Set(withoutPseudo(cues));
  for (const phrase of found.phrases) stage.lists.within(holdingPhrase(phrase), inside, standing);
  const reader = new ListReader(text, found.named);
  const ofKind = (...wanted: readonly CueKind[]) => cues.filter(({ kind }) => wanted.includes(kind));
  const lists = [
    deniedLists(ofKind("absenceOfList", "negationAtEnd"), reader),
    announcedLists(ofKind("absenceBeforeList"), reader),
    listsOfDenyingClauses(
      casting.filter(({ kind }) => ANNOUNCING.has(kind)),
      reader,
    ),
  ];
  for (const { from, to, cue } of lists.flat()) lights.castThrough(from, to, "denied", cue);
  const summaries = found.phrases.filter(({ entry }) => entry.target.kind === "summary");
  denySummedLists(cues, { ...stage, summaries });
  shineOnOpenAnswers(text, lights);
  shineOnSourceLabels(text, lights);
  shineOnSections(text, lights);
  if (questionsSuppose) {
    shineOnShortQuestions(text, lights);
    shineOnGeneralQuestions(text, lights);
    shineOnAskedFindings(text, lights, found.named);
  }
  reopenDeniedThen(casting, { text, lights, isDenial: (at) => found.named().denials.has(at) });
  const isThing = (at: number) => found.named().outright.has(at);
  denyTakenUp(casting, { ...stage, isThing, isOther: (at) => found.named().others.has(at) });
  return lights.lights;
}

/** "History of presenting complaint: breathless" tells of no past. */
function isOfHeading({ from, to }: Cue, { tokens }: MatchedText): boolean {
  const under = tokens[from]?.section;
  return under?.isHeading === true && under.role === "own" && tokens[to - 1]?.section?.isHeading === true;
}

/** Denials that may stand in a clause that announces a list. */
const ANNOUNCING: ReadonlySet<CueKind> = new Set([
  "negationBefore",
  "negationAfter",
  "negationAtEnd",
  "absenceOfList",
  "absenceBeforeList",
]);

/** Denials, by where they begin. */
function cuesByPlace(cues: readonly Cue[]): ReadonlyMap<number, readonly Cue[]> {
  return Map.groupBy(
    cues.filter(({ kind }) => kind === "negationBefore" || kind === "negationAfter"),
    ({ from }) => from,
  );
}

function holdingPhrase({ entry: { target }, from, to }: Match): HoldingPhrase {
  const isTruth = target.kind === "states" && target.feature.type.kind === "truth";
  return { from, to, isDenial: target.kind === "denies", opensList: isTruth || target.kind === "summary" };
}

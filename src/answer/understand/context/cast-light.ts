import type { Cue, CueKind } from "../phrases/entry.ts";
import { isSomewhere } from "../text/stretch.ts";
import type { ContextText } from "./context-text.ts";
import { deniesRest } from "./lists/list-item.ts";
import { castNotKnown, castNotKnownBefore } from "./not-known.ts";
import type { Stage } from "./stage.ts";

const PAST_REACH = 5;
const UNCERTAIN_REACH = 8;
const COMPARED_REACH = 6;
/** Words of a sign before what says on which side it is. */
const LONGEST_SIGN = 8;

/** Casts the light of one cue on what it reaches. */
export function castLight(cue: Cue, stage: Stage): void {
  if (isAskedAlone(cue, stage.text)) return;
  CASTS[cue.kind]?.(cue, stage);
}

/** "Ruled out?" behind a result asks, and denies nothing of what stands before it. */
function isAskedAlone({ from, to }: Cue, text: ContextText): boolean {
  return text.isBreak(from - 1) && text.raw(to) === "?";
}

const CASTS: Readonly<Record<CueKind, ((cue: Cue, stage: Stage) => void) | undefined>> = {
  negationBefore: (cue, { text, reach, lists }) => {
    if (hasAnswered(cue, text)) return;
    if (isAnswer(cue, text)) lists.backward(cue, "denied", isOfAll(cue, text));
    else if (isTableAnswer(cue, text)) reach.backward(cue, "denied");
    // "Pits where the left doesn't, and hurts": the denial ends with its side.
    else if (!(text.isBreak(cue.to) && isOfBareSide(cue, text))) lists.forward(cue, "denied");
  },
  // "Denies" and "denied" are one stem: before what it denies it is the other cue.
  negationAfter: (cue, { text, lists }) => {
    // "Excluded by the surgeon" denies what stands before it.
    const endsDenial = text.isBreak(cue.to) || text.isOneOf("circumstances", cue.to - 1);
    if (!text.is("negationBefore", cue.from) || endsDenial) lists.backward(cue, "denied");
  },
  negationOfWord: (cue, { lights }) => lights.cast(cue.to, "denied", cue),
  negationAtEnd: (cue, { text, lists }) => {
    if (!isOfBareSide(cue, text)) lists.backward(cue, "denied");
  },
  negationOfClause: (cue, { reach }) => reach.backward(cue, "denied", true),
  negationOfList: (cue, { lists }) => lists.backwardToOpener(cue),
  supposing: (cue, { text, reach }) => reach.forward(cue, "hypothetical", { stop: (at) => text.is("scopeEnds", at) }),
  reference: (cue, { reach }) => reach.throughQuotation(cue),
  hypothetical: (cue, { text, reach }) =>
    reach.forward(cue, "hypothetical", {
      // "D-dimer ordered: 180" is a result; "plan: scan" is none.
      stop: (at) =>
        text.raw(at) === "," ||
        (text.raw(at) === ":" && at > cue.to) ||
        text.is("scopeEnds", at) ||
        // "A scan requested to rule out DVT showed a clot".
        (text.isOneOf("ofIndication", cue.to - 1) && text.isOneOf("findingVerbs", at)),
    }),
  hypotheticalAfter: (cue, { reach }) => reach.backward(cue, "hypothetical"),
  hypotheticalAround: (cue, { lights }) => lights.castThrough(cue.from, cue.to, "hypothetical", cue),
  asking: (cue, { text, reach }) => {
    if (text.opensClause(cue.from)) reach.forward(cue, "hypothetical", { stop: (at) => text.is("scopeEnds", at) });
  },
  // "Start apixaban in this pregnant woman": she is pregnant, and what is asked about is apixaban.
  askedAct: (cue, { text, reach }) =>
    reach.forward(cue, "hypothetical", {
      stop: (at) => text.isSeparator(at) || text.is("scopeEnds", at) || text.isOneOf("afterAct", at),
    }),
  // "her 58-year-old mother": the age is the mother's, "her" is the patient.
  family: (cue, { lights, lists }) => {
    lights.castThrough(cue.from + 1, cue.to, "family", cue);
    lists.forward(cue, "family");
  },
  otherPerson: (cue, { reach }) => reach.forward(cue, "family", { pastSemicolon: true }),
  familyAfter: (cue, { reach }) => reach.backward(cue, "family"),
  earlierSentence: (cue, { reach }) => {
    reach.forward(cue, "earlier");
    reach.backward(cue, "earlier", true);
  },
  pastBefore: (cue, { text, reach }) => {
    // "In 2019 she had" opens a tale of then; after "a clot in 2019" comes what is now.
    if (!isSomewhere(cue, (at) => text.text.measures.has(at)) || text.opensClause(cue.from))
      reach.forward(cue, "past", { stop: (at) => text.isSeparator(at), reach: PAST_REACH });
  },
  pastAfter: (cue, { reach }) => reach.backward(cue, "past"),
  uncertainBefore: (cue, { text, reach }) =>
    reach.forward(cue, "uncertain", {
      // "Supposedly had a clot", "thinks she takes a blood thinner": the verb right behind belongs to the cue.
      stop: (at) => endsHedge(at, text) && !isVerbOfHedge(at, cue, text),
      reach: UNCERTAIN_REACH,
    }),
  uncertainAfter: (cue, { text, reach }) => {
    if (isAttribute(cue, text)) return;
    // "Cancer, perhaps": at the end it is said of what stands before the comma; elsewhere of what follows.
    if (!text.isOneOf("afterthoughts", cue.from)) reach.backward(cue, "uncertain");
    else if (text.isBreak(cue.to))
      reach.backward(text.raw(cue.from - 1) === "," ? { ...cue, from: cue.from - 1 } : cue, "uncertain");
  },
  notKnown: castNotKnown,
  notKnownBefore: castNotKnownBefore,
  notKnownAround: (cue, { lights }) => lights.castThrough(cue.from, cue.to, "notKnown", cue),
  comparedWith: (cue, { reach }) => reach.forward(cue, "compared", { reach: COMPARED_REACH }),
  otherSideAfter: (cue, { text, lights }) => {
    const from = signBefore(cue, text);
    if (from !== undefined) lights.castThrough(from, cue.from, "otherSide", cue);
  },
  // These divide the text or take words from other cues, and cast no light of their own.
  pseudoNegation: undefined,
  scopeEnds: undefined,
  listOpeners: undefined,
  verbs: undefined,
  newClause: undefined,
  affirmations: undefined,
  predicates: undefined,
  // Of whole lists, seen to once every other cue has been.
  absenceOfList: undefined,
  absenceBeforeList: undefined,
  summedAfter: undefined,
  summedBefore: undefined,
  listFillers: undefined,
  // Of what was said before, seen to last.
  negationOfEither: undefined,
  negationOfThis: undefined,
  retractionOfThis: undefined,
  deniedThen: undefined,
};

/** "Active cancer: no", "plaster (none)", "Cancer? No.", "other diagnosis: none convincing": a denial that answers what stands before it. */
function isAnswer(cue: Cue, text: ContextText): boolean {
  const { from, to } = cue;
  const before = text.token(from - 1);
  if (deniesRest(cue, text)) return false;
  const answersLabel = before?.kind === "break" && [":", "-", "(", "?"].includes(before.raw);
  return answersLabel && (text.isBreak(to) || (before.raw === ":" && text.raw(from) === "none"));
}

/** "Varices, cancer, a cast: no", "varices, cancer, a cast (no to all)": what is answered is a list. */
function isOfAll({ from, to }: Cue, text: ContextText): boolean {
  return text.raw(from - 1) === ":" || text.isOneOf("ofAll", to - 1);
}

/** "Cancer and a cast excluded, ankle pits": before a comma it has denied what stands before it, and denies nothing behind. */
function hasAnswered({ from, to }: Cue, text: ContextText): boolean {
  return text.raw(to) === "," && text.is("negationAfter", from) && !text.isBreak(from - 1);
}

/** "Cancer no, plaster no": a denial with nothing behind it answers what stands before it, up to the last break. */
function isTableAnswer({ from, to }: Cue, text: ContextText): boolean {
  // "Yes: pitting / no: cancer, a cast": what stands before a colon announces.
  const ends = text.isBreak(to) && text.raw(to) !== ":";
  return text.isOneOf("bareAnswers", from) && to - from === 1 && ends && !text.isBreak(from - 1);
}

/** "Her left shin pits and the right does not": what a bare side has not, it has not alone. */
function isOfBareSide({ from }: Cue, text: ContextText): boolean {
  let at = from - 1;
  while (text.isOneOf("bareSides", at)) at -= 1;
  return at < from - 1 && (text.isSeparator(at) || text.isOneOf("contrasts", at));
}

/** Where the sign begins that is told of a side; none where the words before compare ("more than on the other side"), deny or say something. */
function signBefore({ from }: Cue, text: ContextText): number | undefined {
  let at = from;
  for (; from - at < LONGEST_SIGN && !text.isSeparator(at - 1); at -= 1)
    if (ENDS_SIGN.some((kind) => text.is(kind, at - 1)) || text.text.measures.has(at - 1)) return undefined;
  return at < from ? at : undefined;
}

const ENDS_SIGN: readonly CueKind[] = ["comparedWith", "verbs", "scopeEnds", "negationBefore", "negationAfter"];

/** "A scan for possible thrombosis", "the suspected clot": said of what follows, and not of the scan. */
function isAttribute({ from, to }: Cue, text: ContextText): boolean {
  if (!text.is("uncertainBefore", from) || text.isBreak(to)) return false;
  return (["articles", "definites", "ofMatter"] as const).some((list) => text.isOneOf(list, from - 1));
}

function endsHedge(at: number, text: ContextText): boolean {
  return (
    text.isBreak(at) ||
    text.isOneOf("findingVerbs", at) ||
    text.is("scopeEnds", at) ||
    text.is("verbs", at) ||
    text.raw(at) === "and"
  );
}

function isVerbOfHedge(at: number, { to }: Cue, text: ContextText): boolean {
  return text.is("verbs", at) && (at === to || (at === to + 1 && text.isOneOf("pronouns", to)));
}

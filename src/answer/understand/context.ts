import { announcedLists, deniedLists, type ListReader, type NamedTokens } from "./denied-lists.ts";
import type { Cue, CueKind } from "./entry.ts";
import type { MatchedText } from "./matched-text.ts";
import { isBreak, isSentenceEnd } from "./tokens.ts";
import type { Match } from "./walk.ts";

/** What is known of the light in which something is said. A finding of the patient is said in none of these. */
export type Light =
  | "denied"
  | "hypothetical"
  | "family"
  | "past"
  | "uncertain"
  | "notKnown"
  | "compared"
  | "earlier"
  | "otherSide";

/** For every token, the lights it stands in, each with the cues that cast it. */
export type Lights = readonly ReadonlyMap<Light, readonly Cue[]>[];

/** From so far on, a cue stops where another of its kind goes on casting the same light: hostile text is one sentence of many cues. */
const FAR = 60;
/** Longer than any list a person denies in one breath; keeps the work linear. */
const LIST_REACH = 80;
/** Words of one stem with a verb that are none: "collateral veins and measurable swelling are absent". */
const ADJECTIVES: ReadonlySet<string> = new Set(["measurable", "competing"]);
/** A denial of whatever stands before it, and of nothing else. */
const ABSENCE: ReadonlySet<string> = new Set(["absent", "lacking", "missing", "denied", "nil"]);
/** Between a list and what denies it: "plaster and past thrombosis are all absent". */
const OF_ALL: ReadonlySet<string> = new Set(["all", "both", "each", "also", "likewise", "alike", "too"]);
const PAST_REACH = 5;
const UNCERTAIN_REACH = 6;
const COMPARED_REACH = 6;
/** Words of an answer behind a label, before those that say it is not known. */
const LABEL_ANSWER = 4;
/** A question of so few words names what it asks for and nothing else. */
const LONGEST_BARE_QUESTION = 3;

/** Longer questions tell a case along the way. */
const LONGEST_GENERAL_QUESTION = 9;
const ASKS_IN_GENERAL: ReadonlySet<string> = new Set(["is", "are", "does", "do"]);
const ASKS_WHAT: ReadonlySet<string> = new Set(["how", "when", "why", "what", "which", "where"]);
/** Words that tell of somebody, so that a question is of a case. */
const OF_A_PATIENT: ReadonlySet<string> = new Set(
  "she he her his him they their this that these my our the patient man woman lady gentleman with for who whose after left right".split(
    " ",
  ),
);

/**
 * Marks what each cue reaches (after NegEx and ConText: Chapman 2001, Harkema 2009). A denial runs through a list ("no A, B or C")
 * and stops where a new statement begins: at a verb, a measurement, an article after a comma, "but", the end of the sentence.
 * INVARIANT: a cue reaches only tokens of its own sentence, and of a quotation that begins in it.
 */
export function readLights(
  text: MatchedText,
  cueMatches: readonly Match[],
  consumed: ReadonlySet<number>,
  predicates: ReadonlySet<string>,
  denials: readonly Match[],
  named: NamedTokens,
  questionsSuppose = true,
): Lights {
  const isCue = ({ kind, from, to }: Cue) =>
    (!CONSUMABLE.has(kind) || !isConsumed({ from, to }, consumed)) &&
    (kind !== "negationAtEnd" || isBreak(text.tokens[to]));
  const cues = cueMatches.flatMap(toCue).filter(isCue);
  const scene = new Scene(text, cues, predicates);
  for (const cue of withoutPseudo(cues)) scene.shine(cue);
  for (const denial of denials) scene.shineWithin(denial, cueMatches);
  scene.shineOnDeniedLists(
    cueMatches
      .flatMap(toCue)
      .filter(({ kind, to }) => kind === "absenceOfList" || (kind === "negationAtEnd" && isBreak(text.tokens[to]))),
    cueMatches.flatMap(toCue).filter(({ kind }) => kind === "absenceBeforeList"),
    named,
  );
  if (questionsSuppose) {
    scene.shineOnShortQuestions();
    scene.shineOnGeneralQuestions();
  }
  return scene.lights;
}

/** Cues that are none when their words belong to a phrase: the "not" of "not visualised" denies nothing else. */
const CONSUMABLE: ReadonlySet<CueKind> = new Set([
  "negationBefore",
  "negationAfter",
  "notKnown",
  "notKnownBefore",
  "uncertainBefore",
  "uncertainAfter",
]);

function isConsumed({ from, to }: Pick<Cue, "from" | "to">, consumed: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (consumed.has(at)) return true;
  return false;
}

function toCue(match: Match): Cue[] {
  const { target } = match.entry;
  return target.kind === "cue" ? [{ kind: target.cue, from: match.from, to: match.to }] : [];
}

/** Cues that only divide, or that count for whole lists: they leave their words to other cues. */
const TAKING_NOTHING: ReadonlySet<CueKind> = new Set(["verbs", "absenceOfList", "absenceBeforeList", "listFillers"]);

/** "no doubt" denies nothing: the cue inside a pseudo-cue, or inside a longer cue, is not one of its own. */
function withoutPseudo(cues: readonly Cue[]): readonly Cue[] {
  // Longest first: a cue is dropped when a longer one has taken its words.
  const taken = new Map<number, number>();
  const kept: Cue[] = [];
  for (const cue of cues.toSorted((left, right) => right.to - right.from - (left.to - left.from))) {
    const words = Array.from({ length: cue.to - cue.from }, (_, offset) => cue.from + offset);
    const isPiece = words.every((at) => (taken.get(at) ?? 0) > words.length);
    if (!TAKING_NOTHING.has(cue.kind))
      for (const at of words) taken.set(at, Math.max(words.length, taken.get(at) ?? 0));
    if (!isPiece && cue.kind !== "pseudoNegation") kept.push(cue);
  }
  return kept;
}

/** Words that stand before a question: "so does she have", "when did he". */
const OPENERS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "but",
  "so",
  "then",
  "also",
  "please",
  "when",
  "why",
  "how",
  "where",
]);
/** "Start apixaban in this pregnant woman": she is pregnant, and what is asked about is apixaban. */
const ENDS_ACT: ReadonlySet<string> = new Set([
  "in",
  "for",
  "who",
  "if",
  "when",
  "while",
  "given",
  "after",
  "as",
  "on",
]);

const JOINS_DENIED: ReadonlySet<string> = new Set([",", "or", "nor"]);

class Scene {
  readonly lights: Map<Light, Cue[]>[];
  readonly #text: MatchedText;
  readonly #starts: Readonly<Record<string, ReadonlySet<number>>>;

  readonly #predicates: ReadonlySet<string>;

  constructor(text: MatchedText, cues: readonly Cue[], predicates: ReadonlySet<string>) {
    this.#text = text;
    this.#predicates = predicates;
    this.lights = text.tokens.map(() => new Map());
    const starts: Record<string, Set<number>> = {};
    for (const cue of cues) {
      const set = starts[cue.kind] ?? new Set();
      starts[cue.kind] = set;
      for (let at = cue.from; at < cue.to; at += 1)
        if (!(cue.kind === "verbs" && ADJECTIVES.has(this.#raw(at) ?? ""))) set.add(at);
    }
    this.#starts = starts;
  }

  shine(cue: Cue): void {
    const separated = (at: number) => this.#isSeparator(at);
    // "D-dimer ordered: 180" is a result; "plan: scan" is none.
    const untilComma = (at: number) =>
      this.#raw(at) === "," || (this.#raw(at) === ":" && at > cue.to) || this.#is("scopeEnds", at);
    const cast: Readonly<Record<CueKind, (() => void) | undefined>> = {
      negationBefore: () => {
        if (this.#isAnswer(cue)) this.#backThroughList(cue, "denied", this.#raw(cue.from - 1) === ":");
        else if (!this.#isTableAnswer(cue)) this.#forwardThroughList(cue, "denied");
        else this.#backward(cue, "denied");
      },
      // "Denies" and "denied" are one stem: before what it denies it is the other cue.
      negationOfClause: () => this.#backward(cue, "denied", true),
      otherPerson: () => this.#forward(cue, "family", { stop: () => false, pastSemicolon: true }),
      familyAfter: () => this.#backward(cue, "family"),
      earlierSentence: () => {
        this.#forward(cue, "earlier", { stop: () => false });
        this.#backward(cue, "earlier", true);
      },
      negationOfList: () => this.#backThroughNamed(cue),
      negationAtEnd: () => this.#backThroughList(cue, "denied"),
      negationOfWord: () => this.#light(cue.to, "denied", cue),
      negationAfter: () => {
        if (!this.#is("negationBefore", cue.from) || isBreak(this.#text.tokens[cue.to]))
          this.#backThroughList(cue, "denied");
      },
      supposing: () => this.#forward(cue, "hypothetical", { stop: (at) => this.#is("scopeEnds", at) }),
      reference: () => this.#throughQuotation(cue),
      hypothetical: () => this.#forward(cue, "hypothetical", { stop: untilComma }),
      hypotheticalAfter: () => this.#backward(cue, "hypothetical"),
      asking: () => {
        if (this.#opensClause(cue.from))
          this.#forward(cue, "hypothetical", { stop: (at) => this.#is("scopeEnds", at) });
      },
      askedAct: () =>
        this.#forward(cue, "hypothetical", {
          stop: (at) => separated(at) || this.#is("scopeEnds", at) || ENDS_ACT.has(this.#raw(at) ?? ""),
        }),
      family: () => this.#relative(cue),
      pastBefore: () => {
        // "In 2019 she had" opens a tale of then; after "a clot in 2019" comes what is now.
        if (!this.#namesYear(cue) || this.#opensClause(cue.from))
          this.#forward(cue, "past", { stop: separated, reach: PAST_REACH });
      },
      pastAfter: () => this.#backward(cue, "past"),
      uncertainBefore: () =>
        this.#forward(cue, "uncertain", {
          // "Supposedly had a clot": the verb right behind belongs to the cue.
          stop: (at) => this.#endsHedge(at) && !(at === cue.to && this.#is("verbs", at)),
          reach: UNCERTAIN_REACH,
        }),
      uncertainAfter: () => this.#backward(cue, "uncertain"),
      notKnown: () => {
        this.#backward(this.#afterLabel(cue), "notKnown");
        // "Oedema, collaterals and past history have been left blank".
        this.#backThroughList(cue, "notKnown");
      },
      notKnownBefore: () =>
        // "Nothing in the notes on the calf or on pitting".
        this.#forward(cue, "notKnown", { stop: (at) => separated(at) && this.#raw(at) !== "or" }),
      comparedWith: () =>
        this.#forward(cue, "compared", { stop: (at) => this.#raw(at) === ";", reach: COMPARED_REACH }),
      // These divide the text or take words from other cues, and cast no light of their own.
      pseudoNegation: undefined,
      scopeEnds: undefined,
      listOpeners: undefined,
      verbs: undefined,
      newClause: undefined,
      affirmations: undefined,
      predicates: undefined,
      // Seen to once every other cue has been.
      absenceOfList: undefined,
      absenceBeforeList: undefined,
      listFillers: undefined,
    };
    cast[cue.kind]?.();
  }

  /**
   * A denial that is a phrase of its own ("not tender") takes its cue for itself; what another phrase reads from the same words on
   * ("tender along the deep veins") is denied with it.
   */
  shineWithin(denial: Match, cueMatches: readonly Match[]): void {
    for (const match of cueMatches) {
      const [cue] = toCue(match);
      // "Deep venous tenderness is absent", "collateral veins and measurable swelling are absent": the words of absence deny all that they would without the phrase.
      if (cue?.kind === "negationAfter" && cue.from > denial.from && cue.to === denial.to && this.#saysAbsence(cue))
        this.#backThroughList(cue, "denied");
      if (cue?.kind !== "negationBefore" || cue.from < denial.from || cue.to >= denial.to) continue;
      for (let at = cue.to; at < denial.to; at += 1) this.#light(at, "denied", cue);
      // "Never had a clot, cancer or a cast": what is joined to it is denied as well.
      if (JOINS_DENIED.has(this.#raw(denial.to) ?? "")) this.#forwardThroughList({ ...cue, to: denial.to }, "denied");
    }
  }

  /** Things listed one after the other, of which the words behind them say that there are none. */
  shineOnDeniedLists(behind: readonly Cue[], before: readonly Cue[], named: NamedTokens): void {
    const reader: ListReader = {
      text: this.#text,
      isVerb: (at) => this.#is("verbs", at),
      isFiller: (at) => this.#is("listFillers", at),
      states: (at) =>
        this.#isPredicate(at) || this.#isLength(at) || this.#is("affirmations", at) || named.tests.has(at),
      isNamed: (at) => named.things.has(at),
    };
    const lists = [...deniedLists(behind, reader), ...announcedLists(before, reader)];
    for (const { from, to, cue } of lists) for (let at = from; at < to; at += 1) this.#light(at, "denied", cue);
  }

  #saysAbsence({ to }: Cue): boolean {
    return ABSENCE.has(this.#raw(to - 1) ?? "");
  }

  #joins(at: number): boolean {
    return ["and", "or", "nor"].includes(this.#raw(at) ?? "");
  }

  /** "Interim anticoagulant?" asks, and states nothing. */
  shineOnShortQuestions(): void {
    let from = 0;
    for (const [at, token] of this.#text.tokens.entries()) {
      if (!isBreak(token)) continue;
      // Words as written: an abbreviation that is read as three words is one.
      const written = new Set(this.#text.tokens.slice(from, at).map(({ start }) => start)).size;
      if (token.raw === "?" && written <= LONGEST_BARE_QUESTION)
        for (let inside = from; inside < at; inside += 1)
          this.#light(inside, "hypothetical", { kind: "supposing", from: at, to: at + 1 });
      from = at + 1;
    }
  }

  /** "How is paralysis scored?", "is plaster a risk factor?": a short question that names no patient is of the matter in general. */
  shineOnGeneralQuestions(): void {
    let from = 0;
    for (let at = 0; at <= this.#text.tokens.length; at += 1) {
      if (!isSentenceEnd(this.#text.tokens[at])) continue;
      if (this.#isGeneralQuestion(from, at))
        for (let inside = from; inside < at; inside += 1)
          this.#light(inside, "hypothetical", { kind: "supposing", from, to: from + 1 });
      from = at + 1;
    }
  }

  #isGeneralQuestion(from: number, to: number): boolean {
    if (to - from > LONGEST_GENERAL_QUESTION || to - from < 2) return false;
    const opener = this.#raw(from) ?? "";
    const asks =
      ASKS_IN_GENERAL.has(opener) || (ASKS_WHAT.has(opener) && ASKS_IN_GENERAL.has(this.#raw(from + 1) ?? ""));
    if (!asks) return false;
    for (let at = from; at < to; at += 1)
      if (isBreak(this.#text.tokens[at]) || this.#text.measures.has(at) || OF_A_PATIENT.has(this.#raw(at) ?? ""))
        return false;
    return true;
  }

  /** "Our handbook: 'Active cancer scores one; do not score in pregnancy.'": a quotation that begins in the sentence of its source. */
  #throughQuotation(cue: Cue): void {
    const { tokens } = this.#text;
    let at = cue.to;
    while (!tokens[at]?.quoted && !isSentenceEnd(tokens[at])) at += 1;
    for (let left = LIST_REACH; tokens[at]?.quoted && left > 0; at += 1, left -= 1)
      this.#light(at, "hypothetical", cue);
  }

  /** "her 58-year-old mother: the age is the mother's, "her" is the patient. */
  #relative(cue: Cue): void {
    for (let at = cue.from + 1; at < cue.to; at += 1) this.#light(at, "family", cue);
    this.#forwardThroughList(cue, "family");
  }

  /** "prior DVT: unknown", "prior DVT: old notes not available, unsure": said of the label. */
  #afterLabel(cue: Cue): Cue {
    const { tokens } = this.#text;
    let from = cue.from;
    while (cue.from - from < LABEL_ANSWER && !isBreak(tokens[from - 1])) from -= 1;
    if (this.#raw(from - 1) === ":") return { ...cue, from: from - 1 };
    const before = tokens[cue.from - 1];
    return isBreak(before) && !isSentenceEnd(before) ? { ...cue, from: cue.from - 1 } : cue;
  }

  #namesYear({ from, to }: Cue): boolean {
    for (let at = from; at < to; at += 1) if (this.#text.measures.has(at)) return true;
    return false;
  }

  /** "And has she had a clot" asks; "nor has she had a clot" and "as does her sister" do not. */
  #opensClause(at: number): boolean {
    const before = this.#text.tokens[at - 1];
    return isBreak(before) || OPENERS.has(before?.raw ?? "");
  }

  #is(kind: CueKind, at: number): boolean {
    return this.#starts[kind]?.has(at) ?? false;
  }

  #raw(at: number): string | undefined {
    return this.#text.tokens[at]?.raw;
  }

  #isSeparator(at: number): boolean {
    const token = this.#text.tokens[at];
    return isBreak(token) || (token !== undefined && ["and", "or", "nor"].includes(token.raw));
  }

  #endsHedge(at: number): boolean {
    return (
      isBreak(this.#text.tokens[at]) || this.#is("scopeEnds", at) || this.#is("verbs", at) || this.#raw(at) === "and"
    );
  }

  /** "Active cancer: no", "plaster (none)", "Cancer? No.", "other diagnosis: none convincing": a denial that answers what stands before it. */
  #isAnswer({ from, to }: Cue): boolean {
    const before = this.#text.tokens[from - 1];
    const answersLabel = before?.kind === "break" && [":", "-", "(", "?"].includes(before.raw);
    return answersLabel && (isBreak(this.#text.tokens[to]) || (before.raw === ":" && this.#raw(from) === "none"));
  }

  /** "Cancer no, plaster no": a denial with nothing behind it answers what stands before it, up to the last break. */
  #isTableAnswer({ from, to }: Cue): boolean {
    const answers = ["no", "n", "nil", "none"].includes(this.#raw(from) ?? "");
    return answers && to - from === 1 && isBreak(this.#text.tokens[to]) && !isBreak(this.#text.tokens[from - 1]);
  }

  #forward(
    cue: Cue,
    light: Light,
    {
      stop,
      reach = Number.POSITIVE_INFINITY,
      pastSemicolon = false,
    }: { readonly stop: (at: number) => boolean; readonly reach?: number; readonly pastSemicolon?: boolean },
  ): void {
    for (let at = cue.to, left = reach; !isSentenceEnd(this.#text.tokens[at]) && left > 0; at += 1, left -= 1) {
      if (
        (this.#raw(at) === ";" && !pastSemicolon) ||
        stop(at) ||
        (at - cue.to > FAR && this.#isLitAlready(at, light, cue))
      )
        return;
      this.#light(at, light, cue);
    }
  }

  #light(at: number, light: Light, cue: Cue): void {
    const there = this.lights[at];
    const cues = there?.get(light);
    if (cues === undefined) there?.set(light, [cue]);
    else cues.push(cue);
  }

  #isLitAlready(at: number, light: Light, { kind }: Cue): boolean {
    return this.lights[at]?.get(light)?.some((other) => other.kind === kind) ?? false;
  }

  #backward(cue: Cue, light: Light, pastScope = false): void {
    for (let at = cue.from - 1; at >= 0 && !isBreak(this.#text.tokens[at]); at -= 1) {
      // "Treated with radiotherapy years ago": what something was done with belongs to it.
      if (this.#is("scopeEnds", at) && !pastScope && !this.#isTreatedWith(at)) return;
      if (cue.from - at > FAR && this.#isLitAlready(at, light, cue)) return;
      this.#light(at, light, cue);
    }
  }

  #isTreatedWith(at: number): boolean {
    return this.#raw(at) === "with" && ["treated", "managed", "cured", "given"].includes(this.#raw(at - 1) ?? "");
  }

  #forwardThroughList(cue: Cue, light: Light): void {
    const { to } = cue;
    let at = to;
    // "has not had": the verbs that belong to the cue itself.
    for (; this.#is("verbs", at); at += 1) this.#light(at, light, cue);
    // "Negative for: pitting, collaterals".
    if (this.#raw(at) === ":" && at === to && to - cue.from > 1) at += 1;
    for (let depth = 0; !isSentenceEnd(this.#text.tokens[at]) && at < to + LIST_REACH; at += 1) {
      const raw = this.#raw(at);
      if (raw === "(") depth += 1;
      if (raw === ")") depth -= 1;
      if (depth < 0 || raw === ";" || raw === ":" || raw === "-") return;
      // "Her brother had a clot and is on warfarin", "her daughter, who had a clot": the verb still has the relative for its subject.
      const goesOn = raw === "and" || (raw === "," && this.#raw(at + 1) === "who");
      if (light === "family" && goesOn && this.#is("verbs", raw === "and" ? at + 1 : at + 2)) {
        if (raw === ",") at += 1;
        for (at += 1; this.#is("verbs", at); at += 1) this.#light(at, light, cue);
        this.#light(at, light, cue);
        continue;
      }
      const endsHere = this.#is("scopeEnds", at) && !(light === "family" && raw === "with");
      if (endsHere || this.#is("verbs", at)) return;
      if (
        (raw === "," || raw === "and") &&
        this.#isNewClause(raw === "," && this.#raw(at + 1) === "and" ? at + 2 : at + 1, raw)
      )
        return;
      this.#light(at, light, cue);
    }
  }

  /** Whether the list item from `start` on is a statement of its own. */
  #isNewClause(start: number, separator: string): boolean {
    if (this.#is("newClause", start) && !this.#isOneOfMany(start)) return true;
    let end = start;
    while (!this.#isSeparator(end)) {
      if (this.#is("verbs", end) || this.#is("affirmations", end) || this.#isLength(end)) return true;
      end += 1;
    }
    if (separator !== "," || end - start < 2) return false;
    // "No thinners, tender calf" states the tender calf; in "no pitting, swollen thigh or collaterals" it is one of what is denied.
    return this.#isPredicate(end - 1) || (this.#isPredicate(start) && !this.#isClosedByOr(start));
  }

  /** "Has not had cancer, an operation, bed rest or a clot": an article, or a preposition, opens no statement in a list that "or" closes. */
  #isOneOfMany(start: number): boolean {
    return ["a", "an", "any", "in", "on"].includes(this.#raw(start) ?? "") && this.#isClosedByOr(start);
  }

  /** Whether "or" comes before a verb, a measurement or the end of the sentence. */
  #isClosedByOr(start: number): boolean {
    for (let at = start; !isSentenceEnd(this.#text.tokens[at]) && at < start + LIST_REACH; at += 1) {
      if (this.#is("verbs", at) || this.#isLength(at) || this.#raw(at) === ";") return false;
      if (this.#raw(at) === "or" || this.#raw(at) === "nor") return true;
    }
    return false;
  }

  /** Compared as written: "tender" says something of the calf, "tenderness" is a thing that may be listed. */
  #isPredicate(at: number): boolean {
    return this.#predicates.has(this.#raw(at) ?? "");
  }

  /** A measurement other than of time opens a statement; "surgery in the last 12 weeks" does not. */
  #isLength(at: number): boolean {
    const measure = this.#text.measures.get(at);
    return measure?.unit !== undefined && !["d", "wk", "mo", "a", "h"].includes(measure.unit);
  }

  /** `isLabel`: what stands before the colon of "cancer, paralysis, former clots: none" is one list. */
  #backThroughList(cue: Cue, light: Light, isLabel = false): void {
    const { from } = cue;
    let at = from - 1;
    let joined = isLabel;
    if (isBreak(this.#text.tokens[at])) at -= 1;
    let verbBefore = false;
    while (this.#is("verbs", at) || OF_ALL.has(this.#raw(at) ?? "")) {
      verbBefore = true;
      at -= 1;
    }
    for (; at > from - LIST_REACH && at >= 0 && !isSentenceEnd(this.#text.tokens[at]); at -= 1) {
      const raw = this.#raw(at) ?? "";
      if (raw === ";" || raw === "(" || raw === ":" || raw === "-") return;
      if (this.#is("scopeEnds", at) || this.#is("verbs", at)) return;
      if (this.#joins(at)) joined = true;
      if (raw === "," && !((verbBefore || joined) && this.#isListItem(at - 1))) return;
      this.#light(at, light, cue);
    }
  }

  /**
   * "Of the features, namely cancer, plaster and pitting, this woman with a sore calf has none": denies what was announced as a list,
   * and not the clause that the denial itself ends. Without such an opening nothing is denied: which list is meant is then not said.
   */
  #backThroughNamed({ from, to, kind }: Cue): void {
    let opener = from - 1;
    while (opener > from - LIST_REACH && opener >= 0 && !this.#is("listOpeners", opener)) {
      if (isSentenceEnd(this.#text.tokens[opener]) || this.#raw(opener) === ";") return;
      opener -= 1;
    }
    if (!this.#is("listOpeners", opener)) return;
    let end = from - 1;
    while (end > opener && !isBreak(this.#text.tokens[end])) end -= 1;
    for (let at = opener + 1; at < end; at += 1) this.#light(at, "denied", { from, to, kind });
  }

  /** Whether the item that ends at `end` is a bare noun phrase: no verb, no measurement, no statement of its own. */
  #isListItem(end: number): boolean {
    let at = end;
    for (; at >= 0 && !this.#isSeparator(at); at -= 1)
      if (this.#is("verbs", at) || this.#isLength(at) || this.#is("affirmations", at)) return false;
    return !this.#isPredicate(end) && !this.#isPredicate(at + 1);
  }
}

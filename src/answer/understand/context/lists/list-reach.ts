import type { Cue } from "../../phrases/entry.ts";
import { isSomewhere, type Stretch } from "../../text/stretch.ts";
import type { ContextText } from "../context-text.ts";
import type { CastLights, Light } from "../light.ts";
import { isClosedByOr, isListItem, LIST_REACH, opensRest, standingBefore, standingOf } from "./list-item.ts";

/** Words of the longest phrase that leaves something out: with the exception of. */
const LONGEST_EXCEPTION = 4;

/** Behind so many bare things the next one is of their list, whatever more is told of it: no cancer, surgery, plaster, previous DVT. */
const PLAINLY_A_LIST = 3;

/** How far one cue casts its light through a list: a denial, or a relative, is said of all its items. */
export class ListReach {
  readonly #text: ContextText;
  readonly #lights: CastLights;

  constructor(text: ContextText, lights: CastLights) {
    this.#text = text;
    this.#lights = lights;
  }

  /** Through the list behind the cue, up to the item that is a statement of its own. */
  forward(cue: Cue, light: Light): void {
    const text = this.#text;
    const { from, to } = cue;
    const hasObjects = cue.kind === "summedAfter" || text.isOneOf("denyingVerbs", from);
    // "has not had": the verbs that belong to the cue itself.
    let at = this.#throughVerbs(to, light, cue);
    // "Never been diagnosed with a cancer": the participle that is denied has what follows for its object.
    const objectOf = text.isOneOf("ofTreatment", at) ? at + 1 : undefined;
    // "Negative for: pitting, collaterals".
    if (text.raw(at) === ":" && at === to && to - from > 1) at += 1;
    let shed = light;
    let items = 1;
    let hasOr = false;
    const isConceded = light === "denied" && this.#opensWithConcession(from);
    for (let depth = 0; !text.isSentenceEnd(at) && at < to + LIST_REACH; at += 1) {
      const raw = text.raw(at);
      if (raw === "(") depth += 1;
      if (raw === ")") depth -= 1;
      if (depth < 0 || raw === ";" || raw === ":" || raw === "-") return;
      const goesOn = light === "family" ? this.#verbOfRelative(at) : this.#participleOf(cue, at);
      if (goesOn !== undefined) {
        at = this.#throughVerbs(goesOn, light, cue);
        this.#lights.cast(at, light, cue);
        continue;
      }
      const endsHere = text.is("scopeEnds", at) && !(raw === "with" && (light === "family" || at === objectOf));
      if (endsHere || text.is("verbs", at)) return;
      const isJoined = raw === "and";
      const next = raw === "," && text.raw(at + 1) === "and" ? at + 2 : at + 1;
      // "No cancer, no plaster": the second has its own denial, and so has what follows it.
      if (raw === "," && light === "denied" && this.#isOwnDenial(next)) return;
      // "Although no cancer or plaster, ankle pits": behind the comma stands what it is said in spite of.
      if (raw === "," && isConceded && !isClosedByOr(text, next)) return;
      if (raw === "," || isJoined) {
        const standing = standingOf(text, next, isJoined, hasObjects);
        if (standing === "stated") return;
        // "No cancer or surgery, plaster for a fracture": behind "or" and a comma the list may have ended.
        const isClosed = raw === "," && hasOr && !isClosedByOr(text, next) && !this.#tellsItself(next);
        // "No fever, previous DVT": if it is there, so is what follows; at the end of a plain list it is denied with the rest.
        const isOpen = standing === "either" || (items === 1 && raw === "," && this.#isBetweenDenials(from, next));
        if (light === "denied" && ((isOpen && items < PLAINLY_A_LIST) || isClosed)) shed = "uncertain";
        items += 1;
      }
      hasOr ||= text.isOneOf("disjunctions", at);
      if (light !== "denied" || !this.#isPresupposed(at, to)) this.#lights.cast(at, shed, cue);
    }
  }

  /** "No cancer, no plaster, tenderness, no pitting": where each item has its own "no", one without may be there. */
  #isBetweenDenials(from: number, item: number): boolean {
    const text = this.#text;
    if (!text.isOneOf("nounDenials", from)) return false;
    let end = item;
    // "No pitting, leg not swollen, no risk factors": denied in its own words.
    for (; end - item < LIST_REACH && !text.isSeparator(end); end += 1)
      if (text.isOneOf("negatives", end) || text.is("negationBefore", end) || text.is("negationAfter", end))
        return false;
    return text.raw(end) === "," && this.#isOwnDenial(end + 1);
  }

  /** "Foot pink", "former clots denied": an item on a limb, or with a denial of its own. */
  #tellsItself(item: number): boolean {
    const text = this.#text;
    let end = item;
    while (end - item < LIST_REACH && !text.isBreak(end)) end += 1;
    const denies = (at: number) =>
      text.isOneOf("negatives", at) || text.is("negationAfter", at) || text.is("absenceOfList", at);
    return text.isOneOf("limbs", item) || isSomewhere({ from: item, to: end }, denies);
  }

  /** "No", where it counts as a denial there. */
  #isOwnDenial(at: number): boolean {
    return this.#text.isOneOf("nounDenials", at) && this.#text.is("negationBefore", at);
  }

  /** "Although there is no cancer", "even though no cancer, no surgery": the clause of the denial, or of the denials before it, is one that concedes. */
  #opensWithConcession(from: number): boolean {
    const text = this.#text;
    let start = from;
    while (from - start < LIST_REACH) {
      while (from - start < LIST_REACH && !text.isBreak(start - 1)) start -= 1;
      if (text.raw(start - 1) !== "," || !this.#isOwnDenial(start)) break;
      start -= 1;
    }
    const concedes = text.isOneOf("concessions", start) || text.isOneOf("concessions", start + 1);
    return text.isSentenceEnd(start - 1) && concedes;
  }

  /** "Neither redness nor warmth of the swollen calf": what a definite place is said to be is not denied with what is not there. */
  #isPresupposed(at: number, from: number): boolean {
    const text = this.#text;
    if (!text.isPredicate(at)) return false;
    let before = at - 1;
    while (text.isOneOf("bareSides", before) && !text.isOneOf("definites", before)) before -= 1;
    return before - 1 >= from && text.isOneOf("definites", before) && text.isOneOf("placing", before - 1);
  }

  /** "Her brother had a clot and is on warfarin", "her daughter, who had a clot": where the verb stands that still has the relative for its subject. */
  #verbOfRelative(at: number): number | undefined {
    const raw = this.#text.raw(at);
    const verb = raw === "and" ? at + 1 : raw === "," && this.#text.raw(at + 1) === "who" ? at + 2 : undefined;
    return verb !== undefined && this.#text.is("verbs", verb) ? verb : undefined;
  }

  /**
   * "Has not lain in bed, been operated on or had a cast": where the verb stands that still has the denied auxiliary. Without one ("no cancer, been
   * in bed for a week") a participle opens a statement.
   */
  #participleOf(cue: Cue, at: number): number | undefined {
    const text = this.#text;
    if (!text.isSeparator(at)) return undefined;
    const verb = text.isSeparator(at + 1) ? at + 2 : at + 1;
    const isJoined = text.isOneOf("disjunctions", verb - 1);
    const goesOn = text.isOneOf("participles", verb) || (isJoined && text.isOneOf("auxiliaries", verb));
    return goesOn && this.#deniesAuxiliary(cue) ? verb : undefined;
  }

  /** "Has never", "hasn't", "never had": the auxiliary stands in the denial or beside it. */
  #deniesAuxiliary({ from, to }: Cue): boolean {
    return isSomewhere({ from: from - 1, to: to + 1 }, (at) => this.#text.isOneOf("auxiliaries", at));
  }

  #throughVerbs(from: number, light: Light, cue: Cue): number {
    let at = from;
    for (; this.#text.is("verbs", at); at += 1) this.#lights.cast(at, light, cue);
    return at;
  }

  /** Back through the list before the cue. `isLabel`: what stands before the colon of "cancer, paralysis, former clots: none" is one list. */
  backward(cue: Cue, light: Light, isLabel = false): void {
    const text = this.#text;
    const { from } = cue;
    // "Positive: pitting. Negative: cancer, a cast": what opens a sentence says nothing of the one before, unless that asks.
    const opensSentence = text.isSentenceEnd(from - 1) && text.raw(from - 1) !== "?";
    // "Positives: pitting; negatives: cancer": what stands before a colon announces.
    if (opensSentence || (text.raw(from - 1) === ";" && text.raw(cue.to) === ":")) return;
    let at = text.isBreak(from - 1) ? from - 2 : from - 1;
    const end = at;
    while (text.is("verbs", at) || text.isOneOf("ofAll", at)) at -= 1;
    let isList = isLabel || at < end;
    let shed = light;
    for (; at > from - LIST_REACH && !text.isSentenceEnd(at); at -= 1) {
      const raw = text.raw(at) ?? "";
      if (raw === ";" || raw === "(" || raw === ":" || raw === "-") return;
      if (text.is("scopeEnds", at) || text.is("verbs", at)) return;
      if (text.isOneOf("conjunctions", at)) isList = true;
      if (text.isSeparator(at) && opensRest(text, at + 1)) return;
      if (raw === "," && (this.#opensWithException(at) || !(isList && isListItem(text, at - 1)))) return;
      // "Whole leg swollen and pitting absent": what is told of itself is not denied with what is joined to it.
      if (!isLabel && (raw === "," || raw === "and" || raw === "&")) {
        const standing = standingBefore(text, at);
        if (standing === "stated") return;
        if (standing === "either") shed = "uncertain";
      }
      this.#lights.cast(at, shed, cue);
    }
  }

  /** "Apart from a weak foot, which counts as paresis, every criterion is absent": what its sentence begins by leaving out is not denied with the rest. */
  #opensWithException(before: number): boolean {
    const text = this.#text;
    let start = before;
    while (start > before - LIST_REACH && !text.isSentenceEnd(start - 1)) start -= 1;
    const opening = { from: start, to: Math.min(start + LONGEST_EXCEPTION, before) };
    return isSomewhere(opening, (at) => text.isOneOf("exceptions", at));
  }

  /**
   * "Of the features, namely cancer, plaster and pitting, this woman with a sore calf has none": denies what was announced as a list,
   * and not the clause that the denial itself ends. Without such an opening nothing is denied: which list is meant is then not said.
   */
  backwardToOpener(cue: Cue): void {
    const text = this.#text;
    let opener = cue.from - 1;
    while (opener > cue.from - LIST_REACH && !text.is("listOpeners", opener)) {
      if (text.isSentenceEnd(opener) || text.raw(opener) === ";") return;
      opener -= 1;
    }
    if (!text.is("listOpeners", opener)) return;
    let end = cue.from - 1;
    while (end > opener && !text.isBreak(end)) end -= 1;
    this.#lights.castThrough(opener + 1, end, "denied", cue);
  }

  /**
   * A phrase that holds a denial ("not tender", "shows no clot") takes its cue for itself; what another phrase reads from the same words on
   * ("tender along the deep veins", "clot in the femoral vein") is denied with it. `standing`: the cues that are no mere piece of others ("yes or no").
   */
  within(phrase: HoldingPhrase, cues: ReadonlyMap<number, readonly Cue[]>, standing: ReadonlySet<Cue>): void {
    for (let at = phrase.from; at < phrase.to; at += 1)
      for (const cue of cues.get(at) ?? []) if (phrase.isDenial || standing.has(cue)) this.#inside(cue, phrase);
  }

  #inside(cue: Cue, { from, to, isDenial, opensList }: HoldingPhrase): void {
    // "Deep venous tenderness is absent", "collateral veins and measurable swelling are absent": the words of absence deny all that they would without the phrase.
    const saysAbsence = cue.kind === "negationAfter" && this.#text.isOneOf("absences", cue.to - 1);
    // "Active cancer and plaster no".
    const answers = this.#text.isOneOf("bareAnswers", cue.from) && this.#text.isBreak(to) && this.#text.raw(to) !== ":";
    if ((saysAbsence || answers) && cue.from > from && cue.to === to) this.backward(cue, "denied");
    // "Pitting and collateral veins not found": what is joined to what the phrase denies.
    else if (isDenial && cue.kind === "negationAfter" && cue.from > from && cue.to === to)
      if (this.#text.isOneOf("conjunctions", from - 1)) this.backward({ ...cue, from }, "denied");
    if (cue.kind !== "negationBefore" || cue.to >= to) return;
    // "Calf not scanned": within what is no denial, only a noun is denied.
    if (!isDenial && !this.#text.isOneOf("nounDenials", cue.from)) return;
    this.#lights.castThrough(cue.to, to, "denied", cue);
    // "Never had a clot, cancer or a cast", "without trigger, rival diagnosis or bleeding risk": what is joined to it is denied as well.
    const goesOn = isDenial || (opensList && cue.from === from);
    if (goesOn && (this.#text.raw(to) === "," || this.#text.isOneOf("disjunctions", to)))
      this.forward({ ...cue, to }, "denied");
  }
}

/** A phrase that may hold a denial. */
export interface HoldingPhrase extends Stretch {
  /** It says itself that something is not so. */
  readonly isDenial: boolean;
  /** It is on what somebody has or has not, so that a list may go on behind it; a value of a list ends with it. */
  readonly opensList: boolean;
}

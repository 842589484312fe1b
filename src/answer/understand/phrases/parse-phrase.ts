import { decimal, isUcumUnit } from "../../../clinical/quantity.ts";
import { defineDiagnostics } from "../../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../../kernel/result.ts";
import type { Parameter } from "../../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import { normalise } from "../text/normalise.ts";
import { tokenise, type WordReader } from "../text/tokens.ts";
import type { BoundOperator, Element, Part, Phrase, PhraseMark } from "./phrase.ts";

const MARKS: ReadonlyMap<string, PhraseMark> = new Map([
  ["!", "outranks"],
  ["^", "supersedes"],
  ["+", "oneOfSeveral"],
  ["?", "notKnown"],
  ["~", "timeless"],
  ["*", "alarm"],
]);

export const phraseDiagnostics = defineDiagnostics({
  "phrase-unreadable": {
    severity: "error",
    message: ({ phrase, problem }: { phrase: string; problem: string }) => `\`${phrase}\`: ${problem}`,
    help: "the notation of phrases is explained at the head of library/clinical-language.yaml",
  },
});

export interface PhraseContext {
  readonly language: ClinicalLanguage;
  readonly reader: WordReader;
  readonly parameters: readonly Parameter[];
}

const BOUND = /^\{(year)?(<=|>=|<|>)([^}]+)\}$/;
const LIMIT = /^(\d+(?:\.\d+)?)(.*)$/;
const ALONE = /^(?:\w+|<[^>]+>)\.$/;
const MAX_CLASS_DEPTH = 4;

/** Reads one phrase of a lexicon. `mayDeny` says whether a leading "no" means "where the text denies it". */
export function parsePhrase(written: string, mayDeny: boolean, context: PhraseContext): Result<Phrase> {
  const signs = /^[!^+?~*]+(?=\S)/.exec(written)?.[0] ?? "";
  const body = written.slice(signs.length);
  const parts: Part[] = [];
  for (const [at, text] of body.split(" & ").entries()) {
    const absent = at > 0 && text.trim().startsWith("-");
    const whenDenied = mayDeny && text.trim().startsWith("no ");
    const part = parsePart(text.trim().slice(absent ? 1 : whenDenied ? 3 : 0), written, context);
    if (!part.ok) return part;
    parts.push({ ...part.value, whenDenied, absent });
  }
  return ok({ written, parts, marks: new Set([...signs].flatMap((sign) => MARKS.get(sign) ?? [])) });
}

function parsePart(text: string, written: string, context: PhraseContext): Result<Omit<Part, "whenDenied" | "absent">> {
  const runs: (readonly Element[])[] = [];
  for (const run of text.split(" && ")) {
    const elements = parseElements(run, written, context);
    if (!elements.ok) return elements;
    runs.push(elements.value);
  }
  const [elements = [], ...near] = runs;
  if (near.length > 0 && runs.flat().some(({ kind }) => kind !== "words" && kind !== "gap"))
    return unreadable(written, "only words can stand near each other");
  return ok({ elements, near });
}

function parseElements(text: string, written: string, context: PhraseContext): Result<readonly Element[]> {
  const elements: Element[] = [];
  for (const symbol of text.trim().split(/\s+/)) {
    const element = elementOf(symbol, context);
    if (typeof element === "string") return unreadable(written, element);
    elements.push(element);
  }
  const [first] = elements;
  if (first === undefined || first.kind === "gap" || first.kind === "bracket")
    return unreadable(written, "begins with nothing to look for");
  return ok(elements);
}

function unreadable(phrase: string, problem: string): Result<never> {
  return failed(phraseDiagnostics.report("phrase-unreadable", { phrase, problem }));
}

const parsed = new WeakMap<PhraseContext, Map<string, Element | string>>();

/** Thousands of phrases are written with a few hundred symbols: each is parsed once, and phrases share its element. */
function elementOf(symbol: string, context: PhraseContext): Element | string {
  const bySymbol = parsed.get(context) ?? new Map<string, Element | string>();
  parsed.set(context, bySymbol);
  const known = bySymbol.get(symbol) ?? parseElement(symbol, context);
  bySymbol.set(symbol, known);
  return known;
}

/** The element, or what is wrong with the symbol. */
function parseElement(symbol: string, context: PhraseContext): Element | string {
  if (symbol === "..." || symbol === "..") return { kind: "gap", short: symbol === ".." };
  if (symbol === "[" || symbol === "([)") return { kind: "bracket", opens: true, optional: symbol !== "[" };
  if (symbol === "]") return { kind: "bracket", opens: false, optional: false };
  if (symbol === "@same" || symbol === "@other") return { kind: "side", which: symbol === "@same" ? "same" : "other" };
  if (symbol === "#!") return { kind: "number", feature: undefined, wanted: "relativeTime" };
  if (symbol === "#,") return { kind: "number", feature: undefined, wanted: "sentence" };
  if (symbol === "#.") return { kind: "number", feature: undefined, wanted: "alone" };
  if (symbol.startsWith("##"))
    return { kind: "number", feature: symbol.length > 2 ? symbol.slice(2) : undefined, wanted: "withBasis" };
  if (symbol.startsWith("#"))
    return { kind: "number", feature: symbol.length > 1 ? symbol.slice(1) : undefined, wanted: "plain" };
  const bound = BOUND.exec(symbol);
  if (bound !== null) {
    const [, year, operator = "", limit = ""] = bound;
    const read = parseBound(operator, limit, context);
    return typeof read === "string" ? read : { ...read, ofYear: year !== undefined };
  }
  const optional = symbol.startsWith("(") && symbol.endsWith(")");
  const alone = ALONE.test(symbol);
  const words = optional ? symbol.slice(1, -1) : alone ? symbol.slice(0, -1) : symbol;
  const alternatives = parseAlternatives(words, context);
  return typeof alternatives === "string"
    ? alternatives
    : { kind: "words", byFirst: groupByFirst(alternatives), optional, alone };
}

/** Longer sequences first, so that "proximal scan" is tried before "proximal". */
function groupByFirst(alternatives: Alternatives): ReadonlyMap<string, Alternatives> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const stems of alternatives) {
    const [first = ""] = stems;
    groups.set(first, [...(groups.get(first) ?? []), stems]);
  }
  for (const group of groups.values()) group.sort((left, right) => right.length - left.length);
  return groups;
}

type Bound = Omit<Extract<Element, { kind: "bound" }>, "ofYear">;

function parseBound(operator: string, limit: string, { parameters }: PhraseContext): Bound | string {
  const parameter = parameters.find((candidate) => candidate.id === limit);
  const number = LIMIT.exec(limit);
  // BOUND admits these four operators and no other.
  const read = operator as BoundOperator;
  if (parameter !== undefined)
    return { kind: "bound", operator: read, limit: parameter.value.value, unit: parameter.value.unit };
  if (number === null) return `\`${limit}\` is neither a number nor a parameter of the pathway`;
  const unit = number[2] === undefined || number[2] === "" ? "1" : number[2];
  if (!isUcumUnit(unit)) return `\`${unit}\` is not a UCUM unit`;
  return { kind: "bound", operator: read, limit: decimal(number[1] ?? "0"), unit };
}

type Alternatives = readonly (readonly string[])[];

function parseAlternatives(symbol: string, context: PhraseContext): Alternatives | string {
  const alternatives = alternativesOf(symbol.split("|"), context, 0);
  const isEmpty = typeof alternatives !== "string" && alternatives.some((stems) => stems.length === 0);
  return isEmpty ? `\`${symbol}\` holds no word` : alternatives;
}

/** What is written, words or the name of a class in which others are written. */
function alternativesOf(written: readonly string[], context: PhraseContext, depth: number): Alternatives | string {
  const alternatives: (readonly string[])[] = [];
  for (const choice of written) {
    const name = /^<(.+)>$/.exec(choice)?.[1];
    const found = name === undefined ? [stemsOf(choice, context.reader)] : classAlternatives(name, context, depth);
    if (typeof found === "string") return found;
    alternatives.push(...found);
  }
  return alternatives;
}

function classAlternatives(name: string, context: PhraseContext, depth: number): Alternatives | string {
  const written = context.language.classes[name];
  if (written === undefined) return `\`<${name}>\` is not a class of the clinical language`;
  if (depth >= MAX_CLASS_DEPTH) return `\`<${name}>\` is nested too deeply`;
  return alternativesOf(written, context, depth + 1);
}

function stemsOf(text: string, reader: WordReader): readonly string[] {
  // Standing before a word, the question mark is a word of its own ("?DVT").
  if (text === "?") return ["?"];
  return tokenise(normalise(text), reader)
    .filter((token) => token.kind !== "break")
    .map((token) => token.stem);
}

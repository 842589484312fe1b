import type { TextSpan } from "../../../pathway/model/finding.ts";

/** Text made comparable, with the way back to the reader's own text for every code unit of it. */
export interface NormalisedText {
  readonly original: string;
  readonly text: string;
  /** For each code unit of `text`, where the piece of `original` that it came from begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A run of printable ASCII, which normalisation leaves alone, or a character with the marks that combine with it, which it works on as one. */
const CLUSTER = /[ -~\n]+(?!\p{M})|\P{M}\p{M}*|\p{M}+/gu;
const PLAIN = /^[ -~\n]+$/;
const LINE_BREAK = /^[\n\u2028\u2029]$/u;
/** Zero-width and bidirectional characters and soft hyphens (Cf): they can hide or reorder words, and carry no meaning here. */
const INVISIBLE = /\p{Cf}/gu;
/** Other control characters, lone surrogates, private use and unassigned: read as a space. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]/gu;

const TYPOGRAPHY: ReadonlyMap<string, string> = new Map([
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u02BC", "'"],
  ["\u201C", '"'],
  ["\u201D", '"'],
  ["\u00AB", '"'],
  ["\u00BB", '"'],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2012", "-"],
  ["\u2013", "-"],
  ["\u2014", " - "],
  ["\u2212", "-"],
  ["\u2044", "/"],
]);

/** The text made comparable, for who need not find the way back. */
export function comparableText(original: string): string {
  return original.replaceAll(CLUSTER, (cluster) => (PLAIN.test(cluster) ? cluster : normaliseCluster(cluster)));
}

/** NFKC, without characters that nobody sees, with plain quotes and dashes. Never loses track of the original offsets. */
export function normalise(original: string): NormalisedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of original.matchAll(CLUSTER)) {
    if (PLAIN.test(match[0])) {
      pieces.push(match[0]);
      for (let at = match.index; at < match.index + match[0].length; at += 1) {
        starts.push(at);
        ends.push(at + 1);
      }
      continue;
    }
    const piece = normaliseCluster(match[0]);
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { original, text: pieces.join(""), starts, ends };
}

function normaliseCluster(cluster: string): string {
  if (LINE_BREAK.test(cluster)) return "\n";
  const plain = TYPOGRAPHY.get(cluster);
  if (plain !== undefined) return plain;
  const composed = cluster.normalize("NFKC").replace(INVISIBLE, "").replace(UNREADABLE, " ");
  return [...composed].map((character) => TYPOGRAPHY.get(character) ?? character).join("");
}

/** The stretch of the original that the normalised text from `start` to `end` came from. */
export function originalSpan(normalised: NormalisedText, start: number, end: number): TextSpan {
  const from = normalised.starts[start] ?? normalised.original.length;
  const to = end > start ? (normalised.ends[end - 1] ?? normalised.original.length) : from;
  return { start: from, end: to, text: normalised.original.slice(from, to) };
}

import { diffWordsWithSpace, structuredPatch } from "diff";
import type { KeptText } from "../record-port.ts";

/** Part of a line; `marked` where it is other than in the line that stood there before. */
export interface LinePart {
  readonly text: string;
  readonly marked: boolean;
}

export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  /** Number of the line in the file it stands in: the older for a removed one, else the newer. */
  readonly number: number;
  readonly parts: readonly LinePart[];
}

/** How one file differs. `hunks` is null when the two have too little in common to be shown line by line. */
export interface FileDifference {
  readonly name: string;
  readonly kind: "added" | "removed" | "changed";
  readonly hunks: readonly (readonly DiffLine[])[] | null;
}

/** Lines shown around a change. */
const CONTEXT = 3;
/** Edits after which a comparison is given up: the work of Myers' algorithm grows with their square. */
const MOST_EDITS = 4_000;
const MOST_WORD_EDITS = 200;

/** The files of two texts that differ, in the order of their names. Without an earlier text every file is added. */
export function compareFiles(before: KeptText | undefined, after: KeptText): readonly FileDifference[] {
  const old = new Map(before?.files.map(({ name, text }) => [name, text]));
  const now = new Map(after.files.map(({ name, text }) => [name, text]));
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.flatMap((name): FileDifference[] => {
    const [left, right] = [old.get(name), now.get(name)];
    if (left === right) return [];
    const kind = left === undefined ? "added" : right === undefined ? "removed" : "changed";
    return [{ name, kind, hunks: compareLines(left ?? "", right ?? "") }];
  });
}

function compareLines(before: string, after: string): FileDifference["hunks"] {
  const patch = structuredPatch("", "", before, after, "", "", { context: CONTEXT, maxEditLength: MOST_EDITS });
  if (patch === undefined) return null;
  return patch.hunks.map(({ lines, oldStart, newStart }) => {
    let [old, now] = [oldStart, newStart];
    const numbered = lines.flatMap((line): DiffLine[] => {
      const parts = [{ text: line.slice(1), marked: false }];
      if (line.startsWith("-")) return [{ kind: "removed", number: old++, parts }];
      if (line.startsWith("+")) return [{ kind: "added", number: now++, parts }];
      // "\ No newline at end of file" is a note and no line.
      if (!line.startsWith(" ")) return [];
      old++;
      return [{ kind: "same", number: now++, parts }];
    });
    return markWords(numbered);
  });
}

/** Where as many lines came as went, each is laid beside the one it replaced and the words that differ are marked. */
function markWords(lines: readonly DiffLine[]): readonly DiffLine[] {
  const marked = [...lines];
  for (let at = 0; at < lines.length; ) {
    const removed = runOf(lines, at, "removed");
    const added = runOf(lines, at + removed, "added");
    if (removed > 0 && removed === added)
      for (let pair = at; pair < at + removed; pair++) markPair(marked, pair, pair + removed);
    at += Math.max(1, removed + added);
  }
  return marked;
}

function runOf(lines: readonly DiffLine[], from: number, kind: DiffLine["kind"]): number {
  let end = from;
  while (lines[end]?.kind === kind) end++;
  return end - from;
}

function markPair(lines: DiffLine[], removed: number, added: number): void {
  const [old, now] = [lines[removed], lines[added]];
  if (old === undefined || now === undefined) return;
  const words = diffWordsWithSpace(textOf(old), textOf(now), { maxEditLength: MOST_WORD_EDITS });
  if (words === undefined) return;
  const side = (skip: "added" | "removed") =>
    words
      .filter((part) => !part[skip])
      .map(({ value, added: came, removed: went }) => ({ text: value, marked: came || went }));
  lines[removed] = { ...old, parts: side("added") };
  lines[added] = { ...now, parts: side("removed") };
}

function textOf({ parts }: DiffLine): string {
  return parts.map(({ text }) => text).join("");
}

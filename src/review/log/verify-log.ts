import type { Anchor } from "./anchor.ts";
import { hashOfEntry, LOG_START, type LogEntry } from "./log-entry.ts";

/** What was done to a log, and to which entry. */
export interface LogFault {
  readonly kind: "changed" | "removed" | "inserted" | "reordered" | "rewritten" | "cut";
  /** Number of the entry; of one that stands in another's place, its own. */
  readonly sequence: number;
  readonly why: string;
}

/** Faults of a record in one line. */
export function faultWords(faults: readonly (LogFault | string)[]): string {
  return faults.map((one) => (typeof one === "string" ? one : `entry ${one.sequence} was ${one.kind}`)).join("; ");
}

/**
 * Names every entry that was changed, removed, inserted or moved, in a log as it is stored.
 *
 * INVARIANT: in a sound log each entry has the hash of its content and names the hash of the one before it. So what names
 * what gives the order back, whatever order or numbers the entries now have: the longest chain is the log. What hangs on it
 * beside was inserted; where it breaks off, numbers are missing or the entry before the break was changed and sealed anew.
 */
export function verifyLog(entries: readonly LogEntry[], anchors: readonly Anchor[] = []): readonly LogFault[] {
  const { chain, faults } = followChain(entries);
  return [...faults, ...checkOrder(entries, chain), ...checkAnchors(entries, anchors)].sort(
    (left, right) => left.sequence - right.sequence,
  );
}

interface Followed {
  readonly chain: readonly LogEntry[];
  readonly faults: readonly LogFault[];
}

function followChain(entries: readonly LogEntry[]): Followed {
  const followers = Map.groupBy(new Set(entries), ({ previous }) => previous);
  const lengths = chainLengths(entries, followers);
  const left = new Set(entries);
  const chain: LogEntry[] = [];
  const faults: LogFault[] = [];
  let last = { sequence: 0, hash: LOG_START };
  while (left.size > 0) {
    const next = longest(followers.get(last.hash), left, lengths) ?? resume(left, entries, last.sequence, lengths);
    if (next === undefined) break;
    if (next.previous !== last.hash) faults.push(...reportBreak(last.sequence, next, faults));
    left.delete(next);
    chain.push(next);
    const place = placeOf(next, last.sequence + 1);
    if (place === undefined) faults.push(fault("changed", next.sequence, "its content does not have its hash"));
    else if (place !== next.sequence) faults.push(fault("reordered", place, `it stands as entry ${next.sequence}`));
    last = { sequence: place ?? next.sequence, hash: next.hash };
  }
  for (const entry of left) faults.push(fault("inserted", entry.sequence, "no entry of the log leads to and from it"));
  return { chain, faults };
}

/** The number with which an entry has its hash: its own, or that of its place in the chain; nothing when it was changed. */
function placeOf(entry: LogEntry, place: number): number | undefined {
  if (hashOfEntry(entry) === entry.hash) return entry.sequence;
  return hashOfEntry({ ...entry, sequence: place }) === entry.hash ? place : undefined;
}

function longest(
  candidates: readonly LogEntry[] | undefined,
  left: ReadonlySet<LogEntry>,
  lengths: ReadonlyMap<LogEntry, number>,
): LogEntry | undefined {
  const rank = (entry: LogEntry) => (lengths.get(entry) ?? 0) + (hashOfEntry(entry) === entry.hash ? 0.5 : 0);
  return candidates?.filter((entry) => left.has(entry)).toSorted((one, other) => rank(other) - rank(one))[0];
}

/** Where the log goes on after a break: the entry next in number that no other entry leads to and that others follow. */
function resume(
  left: ReadonlySet<LogEntry>,
  entries: readonly LogEntry[],
  after: number,
  lengths: ReadonlyMap<LogEntry, number>,
): LogEntry | undefined {
  const hashes = new Set(entries.map(({ hash }) => hash));
  const heads = [...left].filter(({ previous, sequence }) => !hashes.has(previous) && sequence > after);
  const rank = (entry: LogEntry) => lengths.get(entry) ?? 0;
  return heads.toSorted((one, other) => one.sequence - other.sequence || rank(other) - rank(one))[0];
}

function reportBreak(last: number, next: LogEntry, known: readonly LogFault[]): readonly LogFault[] {
  const missing = Array.from({ length: Math.max(0, next.sequence - last - 1) }, (_, at) => last + 1 + at);
  if (missing.length > 0) return missing.map((sequence) => fault("removed", sequence, "it is not in the log"));
  if (known.some(({ kind, sequence }) => kind === "changed" && sequence === last)) return [];
  return [fault("changed", last, `entry ${next.sequence} was sealed to another content`)];
}

/** How many entries hang on each, the longest way. Walks from the ends up, so that a long log needs no deep stack. */
function chainLengths(
  entries: readonly LogEntry[],
  followers: ReadonlyMap<string, readonly LogEntry[]>,
): ReadonlyMap<LogEntry, number> {
  const lengths = new Map<LogEntry, number>();
  for (const start of entries) {
    const pending = [start];
    const under = new Set<LogEntry>();
    for (let entry = pending.at(-1); entry !== undefined; entry = pending.at(-1)) {
      const next = followers.get(entry.hash) ?? [];
      const waiting = next.filter((one) => !lengths.has(one) && !under.has(one));
      under.add(entry);
      if (waiting.length > 0) pending.push(...waiting);
      else {
        pending.pop();
        lengths.set(entry, 1 + Math.max(0, ...next.map((one) => lengths.get(one) ?? 0)));
      }
    }
  }
  return lengths;
}

/** Entries that are themselves sound, stored in another order than that of the chain. */
function checkOrder(entries: readonly LogEntry[], chain: readonly LogEntry[]): readonly LogFault[] {
  const places = new Map(chain.map((entry, at) => [entry, at]));
  let highest = -1;
  return entries.flatMap((entry) => {
    const place = places.get(entry);
    if (place === undefined) return [];
    if (place > highest) {
      highest = place;
      return [];
    }
    return placeOf(entry, place + 1) === entry.sequence
      ? [fault("reordered", entry.sequence, "it is stored after entries that follow it")]
      : [];
  });
}

function checkAnchors(entries: readonly LogEntry[], anchors: readonly Anchor[]): readonly LogFault[] {
  const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]));
  const last = Math.max(0, ...hashes.keys());
  return anchors.flatMap(({ sequence, hash, recorded }) => {
    if (sequence > last)
      return [fault("cut", sequence, `an anchor of ${recorded} knows it, and the log ends before it`)];
    if (hashes.get(sequence) === hash) return [];
    return [fault("rewritten", sequence, `an anchor of ${recorded} knows another entry`)];
  });
}

function fault(kind: LogFault["kind"], sequence: number, why: string): LogFault {
  return { kind, sequence, why };
}

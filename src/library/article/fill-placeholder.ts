import { printList } from "../../pathway/print/print-list.ts";
import { printablesOf } from "../../pathway/print/printables.ts";
import { findNearestName } from "../nearest-name.ts";
import { FACT_PARTS, printFact, printFactPart } from "../print/print-fact.ts";
import type { ArticleParse } from "./article-parse.ts";
import type { Line } from "./read-blocks.ts";

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** What the placeholders of one stretch of text print, by their names, and which facts were among them. */
export interface Filled {
  fill(text: string): string;
  readonly facts: readonly string[];
}

/** Looks up every placeholder of a line, reporting those that nothing can be printed for; these stay visible as written. */
export function readPlaceholders(line: Line, parse: ArticleParse): Filled {
  const values = new Map<string, string>();
  const facts: string[] = [];
  for (const found of line.text.matchAll(PLACEHOLDER)) {
    const name = (found[1] ?? "").trim();
    const value = printPlaceholder(name, parse, { at: line.offset + found.index, length: found[0].length });
    if (value !== undefined) values.set(name, value);
    const fact = /^fact\.([^.]+)/.exec(name)?.[1];
    if (fact !== undefined) facts.push(fact);
  }
  return {
    fill: (text) => text.replace(PLACEHOLDER, (whole, name: string) => values.get(name.trim()) ?? whole),
    facts,
  };
}

/** The text with every placeholder replaced by as many spaces, so that places in it stay true. */
export function blankPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, (whole) => " ".repeat(whole.length));
}

interface Place {
  readonly at: number;
  readonly length: number;
}

function printPlaceholder(name: string, parse: ArticleParse, place: Place): string | undefined {
  const [kind = "", id = "", ...rest] = name.split(".");
  switch (kind) {
    case "fact":
      return printFactOf(name, id, rest, parse, place);
    case "set":
      return printSetOf(name, id, rest, parse, place);
    default:
      return printOfPathway(name, kind, parse, place);
  }
}

function printFactOf(name: string, id: string, rest: readonly string[], parse: ArticleParse, place: Place) {
  const { facts } = parse.context;
  const fact = facts.entries.get(id);
  if (fact === undefined) {
    if (!facts.knows(id))
      parse.report("fact-not-found", { fact: id, nearest: findNearestName(id, facts.entries.keys()) }, place);
    return undefined;
  }
  parse.printed.facts.add(id);
  if (fact.source !== undefined) parse.printed.sources.add(fact.source);
  const [partName, ...more] = rest;
  if (partName === undefined) return printFact(fact);
  const part = FACT_PARTS.find((known) => known === partName);
  const printed = part === undefined || more.length > 0 ? undefined : printFactPart(fact, part);
  if (printed === undefined) parse.report("placeholder-unknown", { placeholder: name }, place);
  return printed;
}

function printSetOf(name: string, id: string, rest: readonly string[], parse: ArticleParse, place: Place) {
  const { sets } = parse.context;
  const set = rest.length === 0 ? sets.entries.get(id) : undefined;
  if (set === undefined) {
    const nearest = findNearestName(id, sets.entries.keys());
    if (rest.length > 0 || !sets.knows(id))
      parse.report("placeholder-unknown", { placeholder: name, nearest: nearest && `set.${nearest}` }, place);
    return undefined;
  }
  parse.printed.sets.add(id);
  return printList(set.members.map((member) => member.label));
}

function printOfPathway(name: string, kind: string, parse: ArticleParse, place: Place): string | undefined {
  const { pathway, pathwayUnread } = parse.context;
  if (pathwayUnread && ["parameter", "stratum", "followUp"].includes(kind)) return undefined;
  const printable = pathway === undefined ? new Map<string, string>() : printablesOf(pathway);
  const printed = printable.get(name);
  if (printed === undefined)
    parse.report("placeholder-unknown", { placeholder: name, nearest: findNearestName(name, printable.keys()) }, place);
  return printed;
}

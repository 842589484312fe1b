import { z } from "zod";
import { type Fact, factShape } from "../../evidence/fact.ts";
import type { Source } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { checkSource } from "../check/check-source.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import { makeRegister, type Register } from "../register.ts";
import { type Entry, readEntries } from "./read-entries.ts";

/** `facts.yaml`: the typed numbers of a topic. */
export const factsFileShape = z.strictObject({ facts: z.array(factShape) });

const outerShape = z.strictObject({ facts: z.array(z.unknown()) });

export function parseFacts(
  file: string,
  text: string,
  sources: Register<Source>,
): { readonly facts: Register<Fact>; readonly diagnostics: readonly Diagnostic[] } {
  const read = parseYaml(file, text, outerShape);
  if (!read.ok) return { facts: makeRegister(new Map(), "whole file"), diagnostics: read.diagnostics };
  const { entries, unread, diagnostics } = readEntries(
    read.value.value.facts,
    ["facts"],
    factShape,
    { field: "id", of: (fact) => fact.id },
    read.value.spanOf,
  );
  return {
    facts: makeRegister(new Map(entries.map(({ value }) => [value.id, value])), unread),
    diagnostics: [...diagnostics, ...entries.flatMap((entry) => checkFactSource(entry, sources))],
  };
}

function checkFactSource({ value: fact, spanOf }: Entry<Fact>, sources: Register<Source>): readonly Diagnostic[] {
  if (fact.source !== undefined) return checkSource(fact.source, sources, spanOf(["source"]));
  if (fact.confidence === "house-rule" || fact.confidence === "unresolved") return [];
  return [libraryDiagnostics.report("fact-without-source", { fact: fact.id }, spanOf(["id"]))];
}

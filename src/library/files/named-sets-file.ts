import { z } from "zod";
import type { Source } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { checkSource } from "../check/check-source.ts";
import type { NamedSet, SetMember } from "../model/terms.ts";
import { makeRegister, type Register } from "../register.ts";
import { type Entry, readEntries } from "./read-entries.ts";

const idShape = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, "an id is letters, digits and hyphens");

/** Every further field with a text or a yes/no is an attribute of the member: technique, side, status. */
const memberShape = z
  .object({
    id: idShape,
    label: z.string().min(1),
    note: z.string().optional(),
    sources: z.array(z.string()).default([]),
    confidence: z.string().optional(),
  })
  .catchall(z.union([z.string(), z.boolean()], "an attribute of a member is a text or true or false"));

const setShape = z.strictObject({
  id: idShape,
  label: z.string().min(1),
  notCoveredBy: idShape.optional().describe("the set, a protocol, that does not see these members"),
  names: z.array(z.string().min(1)).default([]).describe("how text speaks of the members together"),
  members: z.array(memberShape).min(1),
});

/** `named-sets.yaml`: lists that text, pathway, checklist and figure share. */
export const namedSetsFileShape = z.strictObject({ sets: z.array(setShape) });

const outerShape = z.strictObject({ sets: z.array(z.unknown()) });

export function parseNamedSets(
  file: string,
  text: string,
  sources: Register<Source>,
): { readonly sets: Register<NamedSet>; readonly diagnostics: readonly Diagnostic[] } {
  const read = parseYaml(file, text, outerShape);
  if (!read.ok) return { sets: makeRegister(new Map(), "whole file"), diagnostics: read.diagnostics };
  const byId = { field: "id", of: (set: z.infer<typeof setShape>) => set.id };
  const listed = readEntries(read.value.value.sets, ["sets"], setShape, byId, read.value.spanOf);
  const built = listed.entries.map((entry) => buildSet(entry, sources));
  return {
    sets: makeRegister(new Map(built.map(({ set }) => [set.id, set])), listed.unread),
    diagnostics: [...listed.diagnostics, ...built.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function buildSet(
  { value, spanOf }: Entry<z.infer<typeof setShape>>,
  sources: Register<Source>,
): { readonly set: NamedSet; readonly diagnostics: readonly Diagnostic[] } {
  // Reading the members again as a list of their own finds ids that are used twice.
  const byId = { field: "id", of: (member: z.infer<typeof memberShape>) => member.id };
  const members = readEntries(value.members, ["members"], memberShape, byId, spanOf);
  const sourceProblems = members.entries.flatMap((member) =>
    member.value.sources.flatMap((source, index) => checkSource(source, sources, member.spanOf(["sources", index]))),
  );
  return {
    set: {
      id: value.id,
      label: value.label,
      ...(value.notCoveredBy === undefined ? {} : { notCoveredBy: value.notCoveredBy }),
      names: value.names,
      members: members.entries.map((member) => toMember(member.value)),
    },
    diagnostics: [...members.diagnostics, ...sourceProblems],
  };
}

function toMember(written: z.infer<typeof memberShape>): SetMember {
  const { id, label, note, sources, confidence, ...rest } = written;
  const attributes = Object.fromEntries(
    Object.entries(rest).filter((pair): pair is [string, string | boolean] => !Array.isArray(pair[1])),
  );
  return {
    id,
    label,
    attributes,
    sources,
    ...(note === undefined ? {} : { note }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

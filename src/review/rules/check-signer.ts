import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { PersonId, ReviewRecord, Text } from "../model/review-record.ts";
import { type Capacity, ROLE_OF_CAPACITY } from "../model/role.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { conflictOf, interestsIn } from "./find-interest.ts";

/** Nobody approves what they wrote. */
export function requireOtherPerson(text: Text, person: PersonId): readonly Diagnostic[] {
  return text.authors.includes(person) ? [reviewDiagnostics.report("review-own-text", { person })] : [];
}

/** A declared conflict bars. */
export function requireNoConflict(record: ReviewRecord, topic: string, person: PersonId): readonly Diagnostic[] {
  const known = record.people.get(person);
  const conflict = known === undefined ? undefined : conflictOf(known, topic);
  if (conflict === undefined) return [];
  return [reviewDiagnostics.report("review-conflict-declared", { person, words: conflict.words })];
}

/** Everything that a signature asks of the person who gives it. */
export function checkSigner(
  record: ReviewRecord,
  topic: string,
  text: Text,
  person: PersonId,
  capacity: Capacity,
  given: Text["signatures"] = text.signatures,
): readonly Diagnostic[] {
  const known = record.people.get(person);
  const role = ROLE_OF_CAPACITY[capacity];
  const may = `sign as ${capacity} reviewer`;
  const hasRole = known?.roles.includes(role) === true;
  const unopened = text.cites.filter((source) => text.opened.get(person)?.has(source) !== true);
  return [
    ...(hasRole
      ? []
      : [reviewDiagnostics.report("review-role-missing", { person, may, who: role.replaceAll("-", " ") })]),
    ...requireOtherPerson(text, person),
    ...requireNoConflict(record, topic, person),
    ...(known === undefined || interestsIn(known, topic).length > 0
      ? []
      : [reviewDiagnostics.report("review-interest-undeclared", { person, topic })]),
    ...(unopened.length === 0
      ? []
      : [reviewDiagnostics.report("review-citations-unopened", { person, sources: someOf(unopened) })]),
    ...(given.some(({ agent }) => agent === person)
      ? [reviewDiagnostics.report("review-signed-already", { person })]
      : []),
  ];
}

/** Names in a message; beyond these they are counted. */
const MOST_NAMED = 5;

function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

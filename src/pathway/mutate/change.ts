import type { Expression } from "../language/expression.ts";
import type { Pathway } from "../model/pathway.ts";
import { varyCondition } from "./vary-condition.ts";

/** A fault as the parts of the pathway that differ. */
export interface Change {
  readonly where: string;
  readonly change: string;
  readonly changed: Partial<Pathway>;
}

/** What happens to one member of a list: it becomes another, or is dropped. */
export interface MemberChange<T> {
  readonly change: string;
  readonly member?: T;
}

/** Applies changes of members to a list of the pathway. */
export function changesOf<T, Key extends keyof Pathway>(
  key: Key,
  list: readonly T[],
  nameOf: (member: T, at: number) => string,
  vary: (member: T, at: number) => readonly MemberChange<T>[],
  wrap: (list: readonly T[]) => Pathway[Key],
): readonly Change[] {
  return list.flatMap((member, at) =>
    vary(member, at).map(({ change, member: next }) => ({
      where: nameOf(member, at),
      change,
      changed: { [key]: wrap(next === undefined ? list.toSpliced(at, 1) : list.with(at, next)) },
    })),
  );
}

/** The faults of a condition that a member may have under `field`. */
export function varyField<T, Field extends keyof T>(
  member: T,
  field: Field,
  condition: (T[Field] & Expression) | undefined,
  title?: string,
): readonly MemberChange<T>[] {
  if (condition === undefined) return [];
  return varyCondition(condition).map(({ change, expression }) => ({
    change: title === undefined ? change : `${title}: ${change}`,
    member: { ...member, [field]: expression },
  }));
}

/** A member without one entry of one of its lists of names. */
export function dropEach<T, Field extends keyof T>(
  member: T,
  field: Field,
  names: readonly string[],
  title: string,
): readonly MemberChange<T>[] {
  return names.map((name) => ({
    change: `\`${name}\` dropped from \`${title}\``,
    member: { ...member, [field]: names.filter((one) => one !== name) },
  }));
}

/** The part is left out. */
export const DROPPED = { change: "dropped" } as const;

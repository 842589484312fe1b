import type { Pathway } from "../model/pathway.ts";

/** The pathway with one small fault put into it. */
export interface Mutant {
  /** Where and what, in words: unique within a pathway and the same on every run. */
  readonly id: string;
  /** The part of the pathway, as an author would name it: ``rule `likelyScan` ``. */
  readonly where: string;
  readonly change: string;
  /** The pathway with the fault; undefined when it can no longer be read. */
  readonly make: () => Pathway | undefined;
}

/** A fault before it has its unique name. */
export type Fault = Omit<Mutant, "id">;

/** Faults that read the same are told apart by a number, in the order of the pathway. */
export function nameMutants(faults: readonly Fault[]): readonly Mutant[] {
  const seen = new Map<string, number>();
  return faults.map((fault) => {
    const name = `${fault.where}: ${fault.change}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...fault, id: count === 1 ? name : `${name} (${count})` };
  });
}

import { type Side, toSide } from "../compare/side.ts";
import type { Atom } from "../compile/atom.ts";
import { atomsOf, buildBeside, buildOver } from "../compile/build-diagrams.ts";
import type { NodeId, StoreBounds } from "../compile/diagram-store.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway } from "../model/pathway.ts";
import { possibleFacts } from "../verify/possible-facts.ts";
import { furtherConditions } from "../verify/verify-pathway.ts";
import { observables, type Region, shownConditions } from "./observable.ts";
import { observe } from "./observed.ts";
import { haveSameFacts, shareAtoms } from "./shared-atoms.ts";

/** One store serves many mutants; its steps are counted anew for each. */
const BOUNDS: StoreBounds = { maxNodes: 2_000_000, maxSteps: 5_000_000 };
/** From here on the next mutant gets a store of its own. */
const RENEW_AT = 400_000;

/** A pathway compiled into stores that a mutant may be compiled into as well. */
export interface Bench {
  readonly side: Side;
  readonly shown: ReadonlyMap<string, Region>;
  readonly domain: () => NodeId;
}

export interface Compared {
  readonly bench: Bench;
  readonly other: Side;
}

/** The pathway under one profile, ready to be compared with one mutant after another. */
export class SharedBench {
  readonly profile: string;
  readonly #pathway: Pathway;
  readonly #atoms: readonly Atom[];
  readonly #observed = new WeakMap<readonly Statement[], readonly string[]>();
  #bench: Bench;
  #last: { readonly mutant: Pathway; readonly compared: Compared | undefined } | undefined;

  constructor(pathway: Pathway, profile: string) {
    this.#pathway = pathway;
    this.profile = profile;
    this.#atoms = atomsShown(pathway, profile);
    this.#bench = this.#compile(this.#atoms);
  }

  /** What the pathway itself shows; the same patients are looked at for one mutant after another. */
  observed(statements: readonly Statement[]): readonly string[] {
    const known = this.#observed.get(statements);
    if (known !== undefined) return known;
    const made = observe(this.#pathway, statements, this.profile);
    this.#observed.set(statements, made);
    return made;
  }

  /**
   * The pathway and the mutant in one store; undefined where facts come about in other ways, so that one name would ask two
   * things. The last answer is kept: it is asked for by the comparison and by the proofs.
   */
  compare(mutant: Pathway): Compared | undefined {
    if (this.#last?.mutant !== mutant) this.#last = { mutant, compared: this.#share(mutant) };
    return this.#last.compared;
  }

  #share(mutant: Pathway): Compared | undefined {
    if (!haveSameFacts(this.#pathway, mutant)) return undefined;
    const atoms = shareAtoms(this.#pathway, this.#atoms, mutant, atomsShown(mutant, this.profile));
    if (atoms === undefined) return undefined;
    const bench = atoms === this.#atoms ? this.#current() : this.#compile(atoms);
    return { bench, other: toSide(buildBeside(bench.side.diagrams, mutant)) };
  }

  #current(): Bench {
    const { closed, complete } = this.#bench.side.diagrams;
    if (closed.coding.store.size + complete.coding.store.size > RENEW_AT) this.#bench = this.#compile(this.#atoms);
    return this.#bench;
  }

  #compile(atoms: readonly Atom[]): Bench {
    const side = toSide(buildOver(this.#pathway, this.profile, atoms, BOUNDS));
    let domain: NodeId | undefined;
    return {
      side,
      shown: observables(side),
      domain: () => {
        domain ??= possibleFacts(side.diagrams);
        return domain;
      },
    };
  }
}

function atomsShown(pathway: Pathway, profile: string): readonly Atom[] {
  return atomsOf(pathway, profile, [...furtherConditions(pathway), ...shownConditions(pathway)]);
}

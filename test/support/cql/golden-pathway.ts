import { readFileSync } from "node:fs";
import type { Pathway } from "../../../src/pathway/model/pathway.ts";
import { getPathway } from "../../../src/pathway/testing/small-pathway.ts";

/** A pathway of the golden suite, `good/small`, whether or not the verifier finds a fault in it. */
export function goldenPathway(name: string): Pathway {
  return getPathway(readFileSync(new URL(`../../golden/pathways/${name}/pathway.yaml`, import.meta.url), "utf8"));
}

import { ok, type Result } from "../../kernel/result.ts";
import { buildDiagrams, DEFAULT_SETTINGS, refuseTooLarge } from "../compile/build-diagrams.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { preparePathway } from "../consult/prepare-pathway.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway } from "../model/pathway.ts";
import { type StageTable, tablesOf } from "./decision-table.ts";
import { type Overview, overviewOf } from "./overview.ts";
import { type TreeNode, treeOf } from "./patient-tree.ts";
import { prepareWay, type Taken } from "./patient-way.ts";

/** A pathway under one profile as it is drawn. */
export interface PathwayPicture {
  readonly overview: Overview;
  readonly tables: readonly StageTable[];
}

/** What one patient adds to the picture. */
export interface PatientPicture {
  /** Whether the patient takes an edge of the overview. */
  readonly way: (region: NodeId) => Taken;
  /** What can still change the advice. */
  readonly tree: TreeNode;
}

const pictures = new WeakMap<Pathway, Map<string, Result<PathwayPicture>>>();

/** Draws a pathway for one of its profiles, once. Fails as `compilePathway` does, also when the tables outgrow the bounds. */
export function drawPathway(pathway: Pathway, profile: string): Result<PathwayPicture> {
  const known = pictures.get(pathway) ?? new Map<string, Result<PathwayPicture>>();
  pictures.set(pathway, known);
  const made = known.get(profile) ?? draw(pathway, profile);
  known.set(profile, made);
  return made;
}

function draw(pathway: Pathway, profile: string): Result<PathwayPicture> {
  if (!pathway.profiles.some(({ id }) => id === profile))
    throw new Error(`\`${pathway.id}\` has no profile \`${profile}\``);
  const built = buildDiagrams(pathway, profile);
  if (!built.ok) return built;
  try {
    const overview = overviewOf(built.value);
    return ok({ overview, tables: tablesOf(overview) });
  } catch (error) {
    return refuseTooLarge(error, profile, DEFAULT_SETTINGS, built.value.atoms);
  }
}

/** Draws one patient's way through the pathway. `profile` must be one of the pathway's. */
export function drawPatient(
  pathway: Pathway,
  statements: readonly Statement[],
  profile: string,
): Result<PatientPicture> {
  const picture = drawPathway(pathway, profile);
  if (!picture.ok) return picture;
  const prepared = preparePathway(pathway, profile);
  if (!prepared.ok) return prepared;
  const { index, atoms } = prepared.value;
  const { facts } = assembleFacts(index, statements, profile);
  const states = encodeFacts(index, atoms, facts);
  return ok({ way: prepareWay(picture.value.overview, states), tree: treeOf(prepared.value, states, facts) });
}

import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { ARTICLE_FILES, READERS, type Reader } from "../../library/model/article.ts";
import { drawPathway, drawPatient, type PathwayPicture, type PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { editionInForce } from "../../review/model/text-state.ts";
import type { KeptText } from "../../review/record-port.ts";
import { describeChanges, type TextChange } from "../../review/text/describe-changes.ts";
import { BEHIND_THE_PAGES, type ReadText, readPagesOf } from "../../review/text/read-kept-text.ts";
import type { AdviceState } from "./advice-board.ts";
import type { DeskEffects } from "./desk-effects.ts";

/** What a draft would say to readers if it were in force, made without saving it. */
export interface DraftPreview {
  readonly read: ReadText;
  readonly reader: Reader;
  /** Against the text that is edited; null when that can no longer be read. */
  readonly changes: readonly TextChange[] | null;
  /** No page is made from the file that was written. */
  readonly isBehindThePages: boolean;
  /** Present while the pathway is edited. */
  readonly pathway?: PathwayPreview;
}

interface PathwayPreview {
  /** Nothing where the pathway cannot be drawn; why, the diagnostics say. */
  readonly picture: PathwayPicture | undefined;
  readonly profile: string;
  /** The counterexample whose way is lit, by its place among the diagnostics. */
  readonly shown?: { readonly at: number; readonly picture: PatientPicture };
  /** Who would be advised otherwise; absent while somebody types (`live`), since to look at every patient takes a while. */
  readonly advice?: { readonly against: string; readonly states: ReadonlyMap<string, AdviceState> };
}

interface Drafted {
  readonly kept: KeptText;
  /** The text that is edited. */
  readonly before: KeptText;
  readonly name: string;
  readonly sent: URLSearchParams;
  readonly found: readonly Diagnostic[];
}

/** Nothing when no preview is asked for, or when the text was read beside the server and cannot be read here. */
export async function previewDraft(drafted: Drafted, effects: DeskEffects): Promise<DraftPreview | undefined> {
  const { kept, before, name, sent } = drafted;
  if (sent.get("then") !== "preview" && !sent.has("patient")) return undefined;
  const read = readPagesOf(kept);
  if (read === undefined) return undefined;
  const old = await readBefore(before, effects);
  const written = READERS.find((reader) => ARTICLE_FILES[reader] === name);
  const { pathway } = read.topic;
  return {
    read,
    reader: written ?? "clinician",
    changes: old === undefined ? null : describeChanges(old.topic, read.topic),
    isBehindThePages: BEHIND_THE_PAGES.includes(name),
    ...(name === "pathway.yaml" && pathway !== undefined
      ? { pathway: await previewPathway(pathway, read, drafted, effects) }
      : {}),
  };
}

async function previewPathway(
  pathway: Pathway,
  read: ReadText,
  { kept, before, sent, found }: Drafted,
  effects: DeskEffects,
): Promise<PathwayPreview> {
  const at = Number(sent.get("patient") ?? Number.NaN);
  const patient = found[at]?.counterexample;
  const profile = patient?.profile ?? pathway.defaultProfile;
  const picture = drawPathway(pathway, profile);
  const statements = patient === undefined ? undefined : parseFindings(pathway, patient.findings);
  const lit = statements?.ok === true ? drawPatient(pathway, statements.value, profile) : undefined;
  return {
    picture: picture.ok ? picture.value : undefined,
    profile,
    ...(lit?.ok === true ? { shown: { at, picture: lit.value } } : {}),
    ...(sent.has("live") ? {} : { advice: await compareAdvice({ kept, read }, before, effects) }),
  };
}

/** Against the edition in force, which is what readers have; before there is one, against the text that is edited. */
async function compareAdvice(
  after: { readonly kept: KeptText; readonly read: ReadText },
  before: KeptText,
  effects: DeskEffects,
): Promise<NonNullable<PathwayPreview["advice"]>> {
  const { record, advice } = effects;
  const edition = editionInForce((await record.read()).topics.get(before.topic), record.now());
  const inForce = edition === undefined ? undefined : await record.findText(edition.hash);
  const old = inForce ?? before;
  const against =
    inForce === undefined ? "the text as it was before this edit" : `edition ${edition?.number}, in force`;
  return { against, states: advice.compare({ kept: old, read: await readBefore(old, effects) }, after) };
}

/** Texts that readers have or had are kept and were read before; that of the library is kept once a server has shown it. */
async function readBefore(text: KeptText, { readText }: DeskEffects): Promise<ReadText | undefined> {
  return (await readText(text.hash)) ?? readPagesOf(text);
}

import { failed, ok, type Result } from "../../kernel/result.ts";
import type { LibraryFile } from "../../library/model/library.ts";
import { parseLibrary } from "../../library/parse-library.ts";
import { editionInForce } from "../../review/model/text-state.ts";
import { performAct } from "../../review/perform-act.ts";
import type { KeptText, RecordPort } from "../../review/record-port.ts";
import { reviewDiagnostics } from "../../review/review-diagnostics.ts";
import { checkText } from "../../review/text/check-text.ts";
import { findExported, gatherExport } from "../../review/text/gather-export.ts";
import { type CliEffects, EXIT } from "../command.ts";
import { reportFailure } from "../report.ts";

/** What is carried between the record and a folder of text files: a topic, or all of them. */
export interface Carried {
  readonly topic: string;
  readonly folder: string;
}

const ALL = "all";

/** `wellspring review export`: the texts that a board stands behind, as files of a library. What was written is read again before it is called exact. */
export async function exportTexts(
  { topic, folder, over }: Carried & { readonly over: boolean },
  record: RecordPort,
  effects: CliEffects,
): Promise<number> {
  const texts = await textsOf(topic, record);
  const gathered = texts.ok ? gatherExport(texts.value) : texts;
  if (!gathered.ok) return reportFailure(gathered.diagnostics, effects);
  const written = await effects.writeLibrary(folder, gathered.value, over);
  if (!written.ok) return reportFailure(written.diagnostics, effects);
  const exact = await checkExact(gathered.value.texts, folder, effects);
  if (!exact.ok) return reportFailure(exact.diagnostics, effects);
  for (const path of written.value) effects.write(`${path}\n`);
  for (const { topic: slug, hash } of gathered.value.texts) effects.write(`${slug} lies there exactly: ${hash}\n`);
  return EXIT.ok;
}

async function textsOf(topic: string, record: RecordPort): Promise<Result<readonly KeptText[]>> {
  if (topic !== ALL) {
    const found = await findExported(topic, record);
    return found.ok ? ok([found.value]) : found;
  }
  const texts: KeptText[] = [];
  for (const slug of (await record.read()).topics.keys()) {
    const found = await findExported(slug, record);
    if (found.ok) texts.push(found.value);
  }
  return texts.length === 0 ? failed(reviewDiagnostics.report("export-nothing-approved", { topic })) : ok(texts);
}

/** Whether the folder, read as a library, holds these very texts. */
async function checkExact(texts: readonly KeptText[], folder: string, effects: CliEffects): Promise<Result<null>> {
  const read = await effects.readLibrary(folder);
  if (!read.ok) return read;
  const { topics } = parseLibrary(read.value).library;
  const others = texts.filter(({ topic, hash }) => topics.get(topic)?.hash !== hash).map(({ topic }) => topic);
  return others.length === 0
    ? ok(null)
    : failed(reviewDiagnostics.report("export-differs", { topics: others.join(", ") }));
}

/** `wellspring review import`: texts of a folder as drafts. A text that the record has already is no news. */
export async function importTexts(
  { topic, folder, agent }: Carried & { readonly agent: string },
  record: RecordPort,
  effects: CliEffects,
): Promise<number> {
  const read = await effects.readLibrary(folder);
  if (!read.ok) return reportFailure(read.diagnostics, effects);
  const slugs = topic === ALL ? topicsIn(read.value) : [topic];
  let status: number = EXIT.ok;
  for (const slug of slugs) {
    const imported = await importText(slug, read.value, agent, record, effects);
    if (imported.ok) effects.write(`${slug}: ${imported.value}\n`);
    else status = reportFailure(imported.diagnostics, effects, read.value);
  }
  return status;
}

async function importText(
  slug: string,
  files: readonly LibraryFile[],
  agent: string,
  record: RecordPort,
  effects: CliEffects,
): Promise<Result<string>> {
  const checked = checkText(slug, files);
  if (!checked.ok) return checked;
  const { described, kept, diagnostics } = checked.value;
  const known = (await record.read()).topics.get(slug);
  const edition = known === undefined ? undefined : editionInForce(known, record.now());
  if ([known?.open?.hash, edition?.hash].includes(kept.hash)) return ok(`the record has this text: ${kept.hash}`);
  const held = await record.keepText(kept);
  if (!held.ok) return held;
  const drafted = await performAct(record, { agent, activity: "draft", body: described }, "command-line");
  // A draft may still have faults, as at the desk; a pathway that is not proven is approved by nobody.
  if (drafted.ok && diagnostics.length > 0) reportFailure(diagnostics, effects, files);
  return drafted.ok ? ok(`drafted as entry ${drafted.value.sequence}: ${kept.hash}`) : drafted;
}

function topicsIn(files: readonly LibraryFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ path }) => /^topics\/([^/]+)\//.exec(path)?.[1] ?? []))];
}

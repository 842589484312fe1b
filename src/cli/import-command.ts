import type { EvidenceSource, Licence } from "../evidence/corpus.ts";
import type { ImportReport } from "../evidence/import-report.ts";
import { findLicence, KNOWN_LICENCES } from "../evidence/licences.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import type { EvidenceDesk, ImportRequest } from "./evidence-desk.ts";
import { type ReadArguments, readArguments } from "./read-arguments.ts";
import { renderImport } from "./render-import.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** Records between two lines of progress. */
const TOLD_EVERY = 10_000;

/** `wellspring import`: documents into the evidence store. */
export const importCommand: Command = {
  name: "import",
  usage:
    "import <kind> <path…> [--source <id>] [--licence <name>] [--released] [--name <document>] [--store <folder>] [--json]",
  summary:
    "read files, folders or standard input (`-`) into the evidence store; an import that was broken off goes on where it stopped; exit status 1 if anything was refused",
  async run(args, effects) {
    const read = readArguments(args, {
      source: { type: "string" },
      licence: { type: "string" },
      name: { type: "string" },
      store: { type: "string" },
      released: { type: "boolean" },
      json: { type: "boolean" },
    });
    if (!read.ok) return reportUsage(importCommand, read.message, effects);
    const opened = await effects.openEvidence(read.text("store"));
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const desk = opened.value;
    try {
      const request = readRequest(read, desk);
      if (!request.ok) return reportUsage(importCommand, request.message, effects);
      // Who releases a source, and why, stands in the log where there is one.
      if (request.request.released && effects.hasRecord())
        return reportUsage(
          importCommand,
          `there is a record of review: import without --released, then \`wellspring release ${request.request.source} --as <librarian> --reason <text>\``,
          effects,
        );
      return await runImport(request, read.has("json"), desk, effects);
    } finally {
      desk.close();
    }
  },
};

async function runImport({ request, known }: Accepted, json: boolean, desk: EvidenceDesk, effects: CliEffects) {
  let told = 0;
  const report = await desk.importFiles(request, (now) => {
    if (recordsOf(now) < told + TOLD_EVERY) return;
    told = recordsOf(now);
    effects.writeError(`${told} records read\n`);
  });
  effects.write(json ? `${JSON.stringify(report, null, 2)}\n` : renderImport(report));
  if (request.released && known !== undefined && known.state !== "released")
    effects.writeError(
      `${known.id} was there before and stays ${known.state}: \`wellspring release ${known.id}\` puts it into search\n`,
    );
  return report.refused + report.failures.length === 0 ? EXIT.ok : EXIT.found;
}

interface Accepted {
  readonly ok: true;
  readonly request: ImportRequest;
  /** The source as it was before. */
  readonly known: EvidenceSource | undefined;
}
type Asked = Accepted | { readonly ok: false; readonly message: string };

/** What is asked for, as far as it can be done: a kind that is known, under terms that allow the text to be kept. */
function readRequest(read: Extract<ReadArguments, { readonly ok: true }>, desk: EvidenceDesk): Asked {
  const no = (message: string): Asked => ({ ok: false, message });
  const [name, ...paths] = read.positionals;
  if (name === undefined || paths.length === 0) return no("name a kind and one path or more");
  const kind = Object.hasOwn(desk.kinds, name) ? desk.kinds[name] : undefined;
  if (kind === undefined) return no(`the kind is one of ${Object.keys(desk.kinds).join(", ")}`);
  const source = read.text("source") ?? name;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(source)) return no("--source is an id of lower-case letters, digits and hyphens");
  const known = desk.sources().find(({ id }) => id === source);
  const licence = licenceOf(read.text("licence"), kind.licence, known);
  if (typeof licence === "string") return no(licence);
  if (known !== undefined && desk.kinds[known.kind]?.profile !== kind.profile)
    return no(
      `the source ${source} holds documents of the kind ${known.kind}, which are ranked otherwise; name another`,
    );
  const standardInputName = read.text("name");
  if (paths.includes("-") && kind.isDocument === true && standardInputName === undefined)
    return no("--name says what the document that comes by standard input is called");
  const released = read.has("released");
  const request = { kind: name, paths, source, licence, released, standardInputName: standardInputName ?? "-" };
  return { ok: true, request, known };
}

/** The licence of the import, or why there is none. */
function licenceOf(
  named: string | undefined,
  publishers: string | undefined,
  known: EvidenceSource | undefined,
): Licence | string {
  const name = named ?? known?.licence.name ?? publishers;
  if (name === undefined)
    return `documents of this kind have terms of their own: --licence is one of ${Object.keys(KNOWN_LICENCES).join(", ")}`;
  const licence = findLicence(name);
  if (licence === undefined) return `--licence is one of ${Object.keys(KNOWN_LICENCES).join(", ")}`;
  if (known !== undefined && known.licence.name !== licence.name)
    return `the source ${known.id} is under ${known.licence.name}: name another source for documents under ${licence.name}`;
  return licence.grants.store ? licence : `the licence ${licence.name} does not allow the text to be kept`;
}

function recordsOf({ added, replaced, unchanged, deleted, refused }: ImportReport): number {
  return added + replaced + unchanged + deleted + refused;
}

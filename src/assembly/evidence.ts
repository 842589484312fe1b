import { join } from "node:path";
import { quoteEvidence } from "../answer/quotes/quote-evidence.ts";
import type { Wellspring } from "../answer/wellspring.ts";
import type { OpenedLibrary } from "../cli/command.ts";
import type { EvidenceDesk, MeasuredStore } from "../cli/evidence-desk.ts";
import { KNOWN_LICENCES } from "../evidence/licences.ts";
import type { RetrievalSet } from "../evidence/retrieval-set.ts";
import type { DeskEvidence } from "../http/desk/desk-effects.ts";
import { Cage } from "../ingest/cage/cage.ts";
import { canWatchMemory, readerProgram } from "../ingest/cage/reader-process.ts";
import { fillForMeasurement, MEASURED } from "../ingest/fill-for-measurement.ts";
import { importFiles } from "../ingest/import-files.ts";
import { getImportKind, IMPORT_KINDS } from "../ingest/import-kinds.ts";
import { readTrustRules } from "../ingest/trust/read-trust-rules.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { EvidenceStore } from "../store/evidence/evidence-store.ts";
import { openEvidenceCopy } from "../store/evidence/on-postgres/open-evidence-copy.ts";
import {
  evidenceDiagnostics,
  hasEvidence,
  openEvidence,
  type SearchableEvidence,
} from "../store/evidence/open-evidence.ts";
import { openQuoting } from "../store/evidence/open-quoting.ts";
import { type EvidenceThreads, openQuotingThreads } from "../store/evidence/open-quoting-threads.ts";
import { openShelf } from "../store/evidence/open-shelf.ts";
import { isPostgres, nameOfPlace } from "../store/record/open-postgres.ts";

/** Where a process finds evidence, and what it is. */
export interface EvidenceSetting {
  readonly libraryFolder: string;
  /** A folder, or an address `postgres://…`. */
  readonly place: string;
  /** Whether somebody named that place, so that there must be a store. */
  readonly isNamed: boolean;
  /** The folder of the programs that threads and cages run. */
  readonly programs: string;
  readonly isServer: boolean;
  readonly writeError: (text: string) => void;
}

/** The store that a process quotes from, where it lies here. */
export interface OwnEvidence {
  readonly store: EvidenceStore;
  readonly look: DeskEvidence["look"];
  readonly place: string;
}

/** A library with what is quoted where no topic answers. */
export interface LibraryWithEvidence {
  readonly library: OpenedLibrary;
  readonly own?: OwnEvidence;
}

/** A folder that is named must hold a store; the usual one is used when it does. Nothing is made by reading. */
export async function addEvidence(
  library: OpenedLibrary,
  named: string | undefined,
  setting: EvidenceSetting,
): Promise<Result<LibraryWithEvidence>> {
  const place = named ?? setting.place;
  const { libraryFolder } = setting;
  if (isPostgres(place)) {
    const opened = await openEvidenceCopy(libraryFolder, place);
    if (!opened.ok) return opened;
    const quoted = await quoteFrom(library, opened.value, opened.value.sources, openThreads(place, setting), setting);
    return quoted.ok ? ok({ library: quoted.value }) : quoted;
  }
  if (!hasEvidence(place)) {
    const isNamed = named !== undefined || setting.isNamed;
    return isNamed ? failed(evidenceDiagnostics.report("evidence-missing", { folder: place })) : ok({ library });
  }
  const opened = await openEvidence(libraryFolder, place);
  if (!opened.ok) return opened;
  const { store } = opened.value;
  const threads = openThreads(place, setting);
  const look = async () => threads?.look() ?? store.look();
  const quoted = await quoteFrom(library, opened.value, async () => (await look()).sources, threads, setting);
  return quoted.ok ? ok({ library: quoted.value, own: { store, look, place } }) : quoted;
}

/** A command answers one question and ends: a thread would take longer to start than that. */
function openThreads(
  place: string,
  { libraryFolder, programs, isServer }: EvidenceSetting,
): EvidenceThreads | undefined {
  return isServer ? openQuotingThreads(join(programs, "quoting-worker.mjs"), { libraryFolder, place }) : undefined;
}

async function quoteFrom(
  library: OpenedLibrary,
  evidence: SearchableEvidence,
  evidenceSources: Wellspring["evidenceSources"],
  threads: EvidenceThreads | undefined,
  { libraryFolder }: EvidenceSetting,
): Promise<Result<OpenedLibrary>> {
  const quoting = await openQuoting(libraryFolder, evidence);
  if (!quoting.ok) return quoting;
  const withSources = (wellspring: Wellspring): Wellspring => ({
    ...wellspring,
    catchUp: async () => withSources(await wellspring.catchUp()),
    evidenceSources,
  });
  return ok({
    ...library,
    wellspring: quoteEvidence(withSources(library.wellspring), quoting.value, threads?.findQuotes),
  });
}

/** The store as the board looks at it: it is read in one thread and written to in another. */
export function deskEvidence({ look, place }: OwnEvidence, { libraryFolder, programs }: EvidenceSetting): DeskEvidence {
  return { look, ...openShelf(join(programs, "shelving-worker.mjs"), { libraryFolder, place }) };
}

/** The store as commands work on it. */
export async function openEvidenceDesk(folder: string, setting: EvidenceSetting): Promise<Result<EvidenceDesk>> {
  if (isPostgres(folder))
    return failed(evidenceDiagnostics.report("evidence-on-server", { place: nameOfPlace(folder) }));
  const opened = await openEvidence(setting.libraryFolder, folder);
  if (!opened.ok) return opened;
  const { store } = opened.value;
  const rules = await readTrustRules(setting.libraryFolder);
  if (!rules.ok) return rules;
  return ok({
    kinds: IMPORT_KINDS,
    sources: () => store.sources(),
    setState: (id, state) => store.setState(id, state),
    removeSource: (id) => store.removeSource(id),
    digestOf: (id) => store.digestOf(id),
    intents: () => store.intents(),
    intend: (intent) => store.intend(intent),
    forgetIntent: (id) => store.forgetIntent(id),
    applyMarks: (list, marks) => store.applyMarks(list, marks),
    markedDocuments: () => store.markedDocuments(),
    overviews: () => store.overviews(),
    close: () => store.close(),
    async importFiles({ kind: name, paths, source, licence, released, standardInputName }, progress) {
      const kind = getImportKind(name);
      const { title, profile } = kind;
      const imported = new Date().toISOString().slice(0, 10);
      const { state } = store.openSource({ id: source, title, kind: name, licence, profile, imported, released });
      const stopWords = state === "released" ? store.analyser.stopWords : undefined;
      const files = { id: source, kind: name, paths, standardInputName, rules: rules.value, stopWords };
      const cage = new Cage(readerProgram(setting.programs, process.execPath));
      if (!canWatchMemory())
        setting.writeError(
          "this system does not tell how much memory a process holds: that of the reader is not watched\n",
        );
      try {
        return await importFiles(files, { writer: store, read: cage.read, standardInput: process.stdin, progress });
      } finally {
        cage.close();
        store.optimise();
      }
    },
  });
}

/** A store of the documents of a retrieval set, in memory: nothing that is measured is shown, figures alone leave the command. */
export async function openMeasuredStore(
  { documents, profile, subjects }: RetrievalSet,
  { libraryFolder }: EvidenceSetting,
): Promise<Result<MeasuredStore>> {
  const opened = await openEvidence(libraryFolder, undefined, subjects);
  if (!opened.ok) return opened;
  const { store, search, searchDocument } = opened.value;
  const quoting = await openQuoting(libraryFolder, opened.value);
  if (!quoting.ok) return quoting;
  const passages = await fillForMeasurement(store, profile, documents());
  store.optimise();
  const findSource = () => ({ title: MEASURED, licence: KNOWN_LICENCES["public-domain"] });
  return ok({
    passages,
    quoting: { ...quoting.value, evidence: { ...quoting.value.evidence, findSource } },
    search: (question, limit) => search(question, profile, limit),
    searchDocument: (question, key) => searchDocument(question, profile, MEASURED, key),
    close: () => store.close(),
  });
}

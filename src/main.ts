import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import type { AccountEffects } from "./accounts/account-effects.ts";
import type { Accounts } from "./accounts/accounts.ts";
import { readAddress } from "./accounts/address.ts";
import { parseSingleSignOn } from "./accounts/single-sign-on/rules.ts";
import { invite, inviteFirst } from "./accounts/steps/invite.ts";
import { sealKeys } from "./accounts/steps/seal-keys.ts";
import { countGaps } from "./answer/count-gaps.ts";
import {
  addEvidence,
  deskEvidence,
  type EvidenceSetting,
  type OwnEvidence,
  openEvidenceDesk,
  openMeasuredStore,
} from "./assembly/evidence.ts";
import { type CliEffects, EXIT, type OpenedAccounts, type OpenedLibrary, type ServeOptions } from "./cli/command.ts";
import { reportFailure } from "./cli/report.ts";
import { run } from "./cli/run.ts";
import { createFindSignedIn } from "./http/accounts/find-signed-in.ts";
import { trustProxies } from "./http/accounts/trust-proxies.ts";
import { loadAssets } from "./http/assets.ts";
import type { DeskOptions } from "./http/desk/desk-effects.ts";
import { startServer } from "./http/serve.ts";
import { createOpenIdProvider } from "./identity/open-id-provider.ts";
import { readRetractionWatch } from "./ingest/read-retraction-watch.ts";
import { readRetrievalSet } from "./ingest/read-retrieval-set.ts";
import { ok, type Result } from "./kernel/result.ts";
import { settleEvidence } from "./review/evidence/act-on-evidence.ts";
import { noReviews, type Reviews, toReviews } from "./review/reader/reviews.ts";
import type { RecordPort } from "./review/record-port.ts";
import { makeAccountKey, readAccountKeys } from "./store/accounts/account-keys.ts";
import { openBreachedFile } from "./store/accounts/breached-file.ts";
import { accountsOn } from "./store/accounts/open-accounts.ts";
import { openTextBench } from "./store/bench/open-text-bench.ts";
import { readDiagnosticPage } from "./store/diagnostic-page.ts";
import { copyEvidence } from "./store/evidence/on-postgres/copy-evidence.ts";
import { createGapCounters } from "./store/gap-counters.ts";
import { readLibraryFolder } from "./store/library-folder.ts";
import { openLibrary, type ServingEffects } from "./store/open-library.ts";
import { readInput } from "./store/read-input.ts";
import { copyRecord } from "./store/record/copy-record.ts";
import type { Engine } from "./store/record/engine.ts";
import { isPostgres } from "./store/record/open-postgres.ts";
import { openRecord, openTables } from "./store/record/record-store.ts";
import { restoreRecord } from "./store/record/restore-record.ts";
import { readSigningKey } from "./store/signing-key.ts";
import { writeLibraryFolder } from "./store/write-library-folder.ts";
import { writeOutput } from "./store/write-output.ts";

const libraryFolder = process.env.WELLSPRING_LIBRARY ?? join(import.meta.dirname, "..", "library");

/** A file, or an address `postgres://…`. */
const recordPlace = process.env.WELLSPRING_RECORD ?? join(import.meta.dirname, "..", "record", "record.sqlite");

const clock = () => new Date();

const isServer = process.argv[2] === "serve";

const evidence: EvidenceSetting = {
  libraryFolder,
  place: process.env.WELLSPRING_EVIDENCE ?? join(import.meta.dirname, "..", "evidence"),
  isNamed: process.env.WELLSPRING_EVIDENCE !== undefined,
  programs: import.meta.dirname,
  isServer,
  writeError: (text) => effects.writeError(text),
};

/** The record that this process reads statuses from, once a library is open, and the accounts beside it. */
let record: RecordPort | undefined;
let recordEngine: Engine | undefined;
let accountEffects: AccountEffects | undefined;
/** The store that this process quotes from, once a library is open. */
let ownEvidence: OwnEvidence | undefined;

/** A server answers others while it prepares a text; a command has nobody else to answer. */
const serving: ServingEffects = {
  ...(isServer ? { pause: () => setImmediate() } : {}),
  report: (diagnostics) => reportFailure(diagnostics, effects),
};

const effects: CliEffects = {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  milliseconds: () => performance.now(),
  readText: readInput,
  writeText: writeOutput,
  readLibrary: readLibraryFolder,
  writeLibrary: writeLibraryFolder,
  openEvidence: (folder = evidence.place) => openEvidenceDesk(folder, evidence),
  copyEvidence: (address, folder = evidence.place) => copyEvidence(libraryFolder, folder, address),
  readRetractions: readRetractionWatch,
  readRetrievalSet,
  openMeasuredStore: (set) => openMeasuredStore(set, evidence),
  readLines: () => createInterface({ input: process.stdin }),
  async openLibrary(folder) {
    const key = readSigningKey(process.env.WELLSPRING_SIGNING_KEY, isServer);
    if (!key.ok) return key;
    const reviews = await openReviews();
    return reviews.ok ? openLibrary(folder ?? libraryFolder, key.value, reviews.value, record, serving) : reviews;
  },
  hasRecord: (file = recordPlace) => isPostgres(file) || existsSync(file),
  openRecord: (file = recordPlace, options) => openRecord(file, clock, options),
  restoreRecord: (backup, anchors, file = recordPlace) => restoreRecord(backup, file, anchors, clock),
  copyRecord,
  openAccounts,
  async withEvidence(library, named) {
    const opened = await addEvidence(library, named, evidence);
    if (!opened.ok) return opened;
    ownEvidence = opened.value.own;
    return ok(opened.value.library);
  },
  serve,
};

/** The record for readers; none where nobody has recorded anything yet and no server runs that could. */
async function openReviews(): Promise<Result<Reviews>> {
  if (!isServer && !isPostgres(recordPlace) && !existsSync(recordPlace))
    return ok(noReviews(() => clock().toISOString()));
  const opened = await openTables(recordPlace, clock);
  if (!opened.ok) return opened;
  record = opened.value.record;
  recordEngine = opened.value.engine;
  if (isServer) await makeAccountKey(process.env.WELLSPRING_ACCOUNT_KEY, recordPlace, opened.value.engine);
  const keys = readAccountKeys(process.env.WELLSPRING_ACCOUNT_KEY, recordPlace);
  if (!keys.ok) return keys;
  accountEffects = accountsOn(record, opened.value.engine, keys.value);
  return ok(toReviews(record));
}

async function openAccounts(place: string = recordPlace): Promise<Result<OpenedAccounts>> {
  const address = readAddress(process.env.WELLSPRING_ADDRESS);
  if (!address.ok) return address;
  const keys = readAccountKeys(process.env.WELLSPRING_ACCOUNT_KEY, place);
  if (!keys.ok) return keys;
  const opened = await openTables(place, clock);
  if (!opened.ok) return opened;
  const { record: beside, engine } = opened.value;
  return ok({ effects: accountsOn(beside, engine, keys.value), address: address.value, close: () => beside.close() });
}

/** The hospital's provider, where a file says for whom it may vouch. */
async function openSingleSignOn(): Promise<Result<Pick<Accounts, "singleSignOn">>> {
  const file = process.env.WELLSPRING_SINGLE_SIGN_ON;
  if (file === undefined) return ok({});
  const text = await readInput(file);
  const rules = text.ok ? parseSingleSignOn(file, text.value) : text;
  if (!rules.ok) return rules;
  return ok({ singleSignOn: createOpenIdProvider(rules.value, process.env.WELLSPRING_SINGLE_SIGN_ON_SECRET) });
}

/** The list that new passwords are looked up in, where the operator names one. */
async function openBreachedPasswords(): Promise<Result<Pick<AccountEffects, "breached">>> {
  const file = process.env.WELLSPRING_BREACHED_PASSWORDS;
  if (file === undefined) return ok({});
  const breached = await openBreachedFile(file);
  return breached.ok ? ok({ breached: breached.value }) : breached;
}

/** Where browsers reach the server, and who they are. */
async function serveAccounts(): Promise<Result<Accounts>> {
  const address = readAddress(process.env.WELLSPRING_ADDRESS);
  if (!address.ok) return address;
  if (accountEffects === undefined) throw new Error("a server opens the record before it serves");
  const singleSignOn = await openSingleSignOn();
  if (!singleSignOn.ok) return singleSignOn;
  const breached = await openBreachedPasswords();
  if (!breached.ok) return breached;
  const clientAddress = trustProxies(process.env.WELLSPRING_TRUSTED_PROXIES);
  if (!clientAddress.ok) return clientAddress;
  const withList = { ...accountEffects, ...breached.value };
  const findSignedIn = createFindSignedIn(withList, address.value);
  const known = { findSignedIn, effects: withList, address: address.value, clientAddress: clientAddress.value };
  return ok({ ...known, ...singleSignOn.value });
}

async function serve({ wellspring, files }: OpenedLibrary, options: ServeOptions): Promise<number> {
  // What is shown is kept, so that a code on paper can say later what has changed.
  for (const { slug, hash, texts } of wellspring.library.topics.values()) {
    const kept = await record?.keepText({ topic: slug, hash, files: texts });
    if (kept?.ok !== false) continue;
    const reasons = kept.diagnostics.map(({ message, help }) => `${message}\n  help: ${help}`);
    effects.writeError(
      `${slug} is shown but not kept, so a code on paper may later be unknown: ${reasons.join("\n")}\n`,
    );
  }
  if (record !== undefined && ownEvidence !== undefined) await settleEvidence({ record, shelf: ownEvidence.store });
  const accounts = await serveAccounts();
  if (!accounts.ok) return reportFailure(accounts.diagnostics, effects);
  await sealAuthenticators(accounts.value);
  const today = () => new Date().toISOString().slice(0, 10);
  if (recordEngine === undefined) throw new Error("a server opens the record before it serves");
  const gaps = createGapCounters(recordEngine);
  const started = await startServer({
    ...options,
    wellspring: countGaps(wellspring, gaps, today),
    assets: loadAssets(join(import.meta.dirname, "assets"), wellspring.identifierWords),
    accounts: accounts.value,
    ...(record === undefined ? {} : { desk: deskOf(record, { wellspring, files }, accounts.value) }),
    reportFault: (error) => effects.writeError(`fault: ${error.stack ?? error.message}\n`),
  });
  if (!started.ok) return reportFailure(started.diagnostics, effects);
  const { url, stop } = started.value;
  effects.write(`Wellspring is ready at ${url}\n`);
  await writeFirstInvitation(accounts.value, url);
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  await promise;
  await stop();
  await gaps.flush();
  await record?.close();
  return EXIT.ok;
}

const DIAGNOSTIC_PAGES = join(import.meta.dirname, "..", "docs", "diagnostics");

/** Readers are served all the same where a key is missing; whoever it keeps from signing in is named. */
async function sealAuthenticators({ effects: accounts }: Accounts): Promise<void> {
  if (record?.writable !== true) return;
  const closed = await sealKeys(accounts);
  if (!closed.ok) return void reportFailure(closed.diagnostics, effects);
  if (closed.value.length === 0) return;
  const [first = ""] = closed.value;
  const account = await accounts.store.findAccount(first);
  const opened = accounts.seal.open(account?.proof?.sealedTotpKey ?? "", first);
  if (!opened.ok) reportFailure(opened.diagnostics, effects);
  effects.writeError(`nobody can sign in with a code of the authenticator of: ${closed.value.join(", ")}\n`);
}

/** Where the board works: on the record, with proofs in threads beside the server. */
function deskOf(
  kept: RecordPort,
  { wellspring, files }: Pick<OpenedLibrary, "wellspring" | "files">,
  { findSignedIn, effects: accounts }: Accounts,
): DeskOptions {
  return {
    record: kept,
    folder: wellspring.library,
    files,
    bench: openTextBench(join(import.meta.dirname, "bench-worker.mjs")),
    findSignedIn,
    ...(ownEvidence === undefined ? {} : { evidence: deskEvidence(ownEvidence, evidence) }),
    explainDiagnostic: (code) => readDiagnosticPage(DIAGNOSTIC_PAGES, code),
    invite: (person) => invite(person, accounts, "web"),
  };
}

/** There is no first password: while the record knows nobody, one link is printed where only the operator reads it. */
async function writeFirstInvitation({ effects: accounts, address }: Accounts, url: string): Promise<void> {
  const invited = await inviteFirst(accounts);
  if (invited === undefined) return;
  if (!invited.ok) return void reportFailure(invited.diagnostics, effects);
  const origin = process.env.WELLSPRING_ADDRESS === undefined ? url : address.origin;
  effects.write(
    `The record knows nobody yet. The first administrator opens this link, once, until ${invited.value.expires}:\n${origin}${invited.value.path}\n`,
  );
}

process.exitCode = await run(process.argv.slice(2), effects);

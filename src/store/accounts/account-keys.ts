import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { accountDiagnostics } from "../../accounts/account-diagnostics.ts";
import { isSealed, SHORTEST_ACCOUNT_KEY } from "../../accounts/secrets/key-seal.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Engine } from "../record/engine.ts";
import { isPostgres } from "../record/open-postgres.ts";

/** The file beside the record that holds the secret where none is set. */
export function keyFileOf(place: string): string {
  return `${place}.key`;
}

/**
 * The secrets that keys of authenticators are sealed with, the one that seals first: as the operator set them, or from the file beside the
 * record. None where there is neither, and then nothing is sealed or opened.
 */
export function readAccountKeys(set: string | undefined, place: string): Result<readonly string[]> {
  const isSet = set !== undefined && set.trim() !== "";
  const file = keyFileOf(place);
  if (!isSet && (isPostgres(place) || !existsSync(file))) return ok([]);
  const secrets = (isSet ? set : readFileSync(file, "utf8")).split(/\s+/).filter((secret) => secret !== "");
  const short = secrets.find((secret) => secret.length < SHORTEST_ACCOUNT_KEY);
  if (short === undefined && secrets.length > 0) return ok(secrets);
  const where = isSet ? "WELLSPRING_ACCOUNT_KEY" : file;
  const characters = short?.length ?? 0;
  return failed(accountDiagnostics.report("account-key-short", { where, characters, least: SHORTEST_ACCOUNT_KEY }));
}

/**
 * Makes the file of the secret for a record that has never had one. Not where a sealed key stands already: then the secret is lost or elsewhere,
 * and a new one in its place would hide that.
 */
export async function makeAccountKey(set: string | undefined, place: string, engine: Engine): Promise<void> {
  const isThere = (set !== undefined && set.trim() !== "") || isPostgres(place) || existsSync(keyFileOf(place));
  if (isThere || !engine.writable) return;
  const rows = await engine.run("SELECT totp_key FROM account WHERE totp_key IS NOT NULL");
  if (rows.some(({ totp_key }) => isSealed(String(totp_key)))) return;
  writeFileSync(keyFileOf(place), `${randomBytes(SHORTEST_ACCOUNT_KEY).toString("base64url")}\n`, {
    mode: 0o600,
    flag: "wx",
  });
}

import { randomBytes } from "node:crypto";
import type { AccountEffects } from "../../accounts/account-effects.ts";
import { createKeySeal } from "../../accounts/secrets/key-seal.ts";
import { PasswordHasher } from "../../accounts/secrets/password-hasher.ts";
import type { RecordPort } from "../../review/record-port.ts";
import type { Engine } from "../record/engine.ts";
import { createAccountStore } from "./account-store.ts";

/** Accounts in the tables beside a record, with the system's source of chance and the secrets that keys are sealed with. */
export function accountsOn(record: RecordPort, engine: Engine, secrets: readonly string[]): AccountEffects {
  return {
    store: createAccountStore(engine),
    record,
    passwords: new PasswordHasher(randomBytes),
    secret: randomBytes(32),
    seal: createKeySeal(secrets, randomBytes),
    now: () => record.now(),
    random: randomBytes,
  };
}

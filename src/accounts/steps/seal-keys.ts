import { ok, type Result } from "../../kernel/result.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { Account } from "../model/account.ts";
import { isSealed } from "../secrets/key-seal.ts";

/**
 * Seals the keys of authenticators that an earlier version kept as they are, and those that an earlier secret sealed, with the secret
 * that seals now. Gives the people whose keys no secret at hand opens: nothing of theirs is changed.
 */
export function sealKeys({
  store,
  seal,
}: Pick<AccountEffects, "store" | "seal">): Promise<Result<readonly PersonId[]>> {
  return store.alone(async (tables) => {
    const closed: PersonId[] = [];
    for (const account of await tables.accounts()) {
      const sealed = resealed(account, seal);
      if (sealed === undefined) continue;
      if (sealed.ok) await tables.putAccount(sealed.value);
      else closed.push(account.person);
    }
    return ok(closed);
  });
}

/** The account with its key sealed anew; nothing where that is not needed. */
function resealed(account: Account, seal: AccountEffects["seal"]): Result<Account> | undefined {
  const { person, proof } = account;
  if (proof === undefined) return undefined;
  const key = isSealed(proof.sealedTotpKey) ? seal.open(proof.sealedTotpKey, person) : ok(proof.sealedTotpKey);
  if (!key.ok) return key;
  if (seal.isCurrent(proof.sealedTotpKey)) return undefined;
  const sealedTotpKey = seal.seal(key.value, person);
  return sealedTotpKey.ok ? ok({ ...account, proof: { ...proof, sealedTotpKey: sealedTotpKey.value } }) : sealedTotpKey;
}

import { createHash } from "node:crypto";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import { checkPassword } from "../rules/check-password.ts";

/**
 * What speaks against a new password: the rules, and that it stands in the list of breached ones, where the operator has handed one in (NIST SP 800-63B, 5.1.1.2;
 * OWASP ASVS 5.0, 6.2.12). A list that cannot be read takes no password: nobody would know whether it is a breached one.
 */
export async function checkNewPassword(
  password: string,
  names: readonly string[],
  { breached }: Pick<AccountEffects, "breached">,
): Promise<readonly Diagnostic[]> {
  const faults = checkPassword(password, names);
  if (faults.length > 0 || breached === undefined) return faults;
  // As it is typed, and as it is hashed here: the same word may have been breached in either spelling.
  for (const spelling of new Set([password, password.normalize("NFKC")])) {
    const found = await breached.has(createHash("sha1").update(spelling).digest("hex").toUpperCase());
    if (!found.ok) return found.diagnostics;
    if (found.value) return [accountDiagnostics.report("account-password-breached", { field: "password" })];
  }
  return [];
}

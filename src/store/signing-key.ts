import { randomBytes } from "node:crypto";
import { answerDiagnostics } from "../answer/answer-diagnostics.ts";
import { SHORTEST_SIGNING_KEY } from "../answer/follow-up/exchange.ts";
import { failed, ok, type Result } from "../kernel/result.ts";

/**
 * On the command line the one who holds an exchange also runs the program, so a signature protects nobody; it still shows a
 * file that was damaged, and a file stays good from one call to the next.
 */
const COMMAND_LINE_KEY = "wellspring on the command line, no secret";

/** The key that the operator set; else, for a server, one that lives as long as it runs. Fails when the key set is too short. */
export function readSigningKey(set: string | undefined, isServer: boolean): Result<string> {
  const written = set?.trim() ?? "";
  if (written === "") return ok(isServer ? randomBytes(SHORTEST_SIGNING_KEY).toString("base64url") : COMMAND_LINE_KEY);
  if (written.length >= SHORTEST_SIGNING_KEY) return ok(written);
  return failed(
    answerDiagnostics.report("signing-key-too-short", { characters: written.length, least: SHORTEST_SIGNING_KEY }),
  );
}

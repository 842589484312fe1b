import { createHmac, timingSafeEqual } from "node:crypto";
import type { PersonId } from "../../review/model/review-record.ts";

/**
 * What a browser keeps in which somebody has proven both factors (a device cookie, OWASP "Slow Down Online Guessing Attacks"). It signs nobody
 * in: it only spares this person, in this browser, the limit that the address shares with strangers. Sealed with what the process alone knows,
 * so that a start of the server forgets all of them.
 */
export function markBrowser(person: PersonId, secret: Uint8Array): string {
  return createHmac("sha256", secret).update(`browser of ${person}`).digest("base64url");
}

export function isBrowserOf(person: PersonId, mark: string | undefined, secret: Uint8Array): boolean {
  const [given, made] = [Buffer.from(mark ?? ""), Buffer.from(markBrowser(person, secret))];
  return given.length === made.length && timingSafeEqual(given, made);
}

import { z } from "zod";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Person } from "../../review/model/review-record.ts";
import { ROLES } from "../../review/model/role.ts";
import { isLoopback } from "../address.ts";

const condition = z.strictObject({ claim: z.string().min(1), value: z.string().min(1) });

const shape = z.strictObject({
  issuer: z.string().refine(isSafeIssuer, "the address of the provider begins with https://"),
  clientId: z.string().min(1),
  people: z
    .array(z.strictObject({ subject: z.string().min(1), person: z.string().min(1) }))
    .refine(
      (people) => new Set(people.map(({ subject }) => subject)).size === people.length,
      "a subject is one person",
    ),
  // Without it one way in could ask for less than the other, and nobody would have said so (ASVS 6.3.4).
  requires: z.array(condition).min(1, "name the claim by which the provider says that two factors were proven"),
  roles: z.partialRecord(z.enum(ROLES), condition).default({}),
});

/**
 * Whom the hospital's provider may vouch for. A person is found by the subject that the provider never gives to another (OpenID Connect Core, 5.7),
 * never by an address of mail. A role is given by the record alone; here it can only be made to ask for more.
 */
export type SingleSignOnRules = z.infer<typeof shape>;

/** Reads the rules from the file that the operator wrote. */
export function parseSingleSignOn(file: string, text: string): Result<SingleSignOnRules> {
  const read = parseYaml(file, text, shape);
  return read.ok ? ok(read.value.value) : read;
}

/** Claims of an ID token whose signature, issuer, audience and nonce were checked. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** Whose claims these are, as far as the list says. */
export function findMapped({ sub }: Claims, { people }: SingleSignOnRules): string | undefined {
  return people.find(({ subject }) => subject === sub)?.person;
}

/** Whether the claims hold all that is asked of everybody, and of the roles of this person. */
export function satisfies(claims: Claims, { roles: held }: Person, { requires, roles }: SingleSignOnRules): boolean {
  const asked = [...requires, ...held.flatMap((role) => roles[role] ?? [])];
  return asked.every(({ claim, value }) => {
    const given = claims[claim];
    return Array.isArray(given) ? given.includes(value) : given === value;
  });
}

function isSafeIssuer(issuer: string): boolean {
  const address = URL.canParse(issuer) ? new URL(issuer) : undefined;
  return address?.protocol === "https:" || (address?.protocol === "http:" && isLoopback(address.hostname));
}

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Certificate, certify } from "../src/pathway/verify/certificate.ts";
import { recheckCertificate } from "../src/pathway/verify/recheck-certificate.ts";
import { type ProfileVerification, verifyPathway } from "../src/pathway/verify/verify-pathway.ts";
import { legDvt, PROFILES, TOPIC } from "./support/leg-dvt.ts";

const text = readFileSync(new URL("pathway.yaml", TOPIC), "utf8");
const verified = verifyOrThrow();
const certificate = certify(text, verified);

function verifyOrThrow(): readonly ProfileVerification[] {
  const found = verifyPathway(legDvt);
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join("\n"));
  return found.value;
}

type Profile = Certificate["profiles"][number];

/** The certificate with its first profile tampered with. */
function tampered(change: (profile: Profile) => Partial<Profile>): Certificate {
  return {
    ...certificate,
    profiles: certificate.profiles.map((one, at) => (at === 0 ? { ...one, ...change(one) } : one)),
  };
}

describe("the shipped pathway", () => {
  test.each(PROFILES)("is proven under %s, every property of it", (profile) => {
    const findings = verified.find((one) => one.profile === profile)?.findings ?? [];
    expect(findings.filter(({ verdict }) => verdict.kind !== "proven")).toEqual([]);
    expect(new Set(findings.map(({ property }) => property)).size).toBe(9);
  });

  test("is certified, and the certificate holds when it is checked again", () => {
    expect(certificate.proven).toBe(true);
    expect(recheckCertificate(legDvt, text, certificate)).toEqual([]);
  });

  test("has no cell without advice or a question, and the counts add up to all cells", () => {
    for (const { cells, counts, outcomes } of certificate.profiles) {
      expect(counts.reduce((sum, count) => sum + BigInt(count), 0n)).toBe(BigInt(cells));
      const empty = outcomes.flatMap(({ kind }, at) => (counts[at] === "0" ? [kind] : []));
      expect(empty).toEqual(["gap", "clash"]);
    }
  });
});

describe("a certificate is refused", () => {
  test("once the text has changed", () => {
    expect(recheckCertificate(legDvt, `${text}\n# a remark`, certificate)).toEqual([
      "the pathway's text has changed since",
    ]);
  });

  test("when its diagram advises something else on one way", () => {
    const forged = tampered(({ diagram }) => ({
      diagram: { ...diagram, children: diagram.children.map((child) => (child === -4 ? -5 : child)) },
    }));
    expect(recheckCertificate(legDvt, text, forged)).toContain(
      "profile sru: its diagram differs from the pathway's rules on a patient drawn at random",
    );
  });

  test("when its diagram has a gap, or leads nowhere", () => {
    const gap = tampered(({ diagram }) => ({
      diagram: { ...diagram, children: diagram.children.map((c) => (c === -2 ? -1 : c)) },
    }));
    expect(recheckCertificate(legDvt, text, gap)).toContain("profile sru: its diagram has a gap");
    const loop = tampered(({ diagram }) => ({ diagram: { ...diagram, children: diagram.children.map(() => 0) } }));
    expect(recheckCertificate(legDvt, text, loop)).toEqual(["profile sru: its diagram is not well formed"]);
  });

  test("when it excludes on what is not known", () => {
    const excluded =
      certificate.profiles[0]?.outcomes.findIndex((one) => one.kind === "advice" && one.code === "DVT_EXCLUDED") ?? 0;
    const bold = tampered(({ diagram }) => ({
      diagram: { ...diagram, children: diagram.children.map((child) => (child === -2 ? -1 - excluded : child)) },
    }));
    expect(recheckCertificate(legDvt, text, bold)).toContain(
      "profile sru: it rules out on something that is not known",
    );
  });
});

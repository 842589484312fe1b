import type { Activity } from "../../src/review/policy.ts";

/** What the page of one text at the desk claims, read from its HTML. */
export interface DeskClaims {
  readonly work: string;
  readonly force: string;
  /** Who is said to have signed, in both texts. */
  readonly signers: readonly string[];
  /** Activities whose forms can be sent. */
  readonly offers: readonly string[];
  readonly cautions: readonly string[];
}

export interface DeskExpectation {
  readonly work: string;
  readonly force: string;
  readonly signers: readonly string[];
  readonly caution: RegExp | null;
}

export function deskClaims(html: string): DeskClaims {
  const standing = /<section class="standing".*?<\/section>/s.exec(html)?.[0] ?? "";
  const under = (term: string) => new RegExp(`<dt>${term}</dt><dd>(.*?)</dd>`, "s").exec(standing)?.[1] ?? "";
  const worded = (part: string) => /<strong>(.*?)<\/strong>/s.exec(part)?.[1] ?? textOf(part);
  return {
    work: worded(under("Under work")),
    force: worded(under("In force")),
    signers: [...standing.matchAll(/<li>Signed by (.*?) \(/gs)].map(([, name = ""]) => name),
    offers: offersIn(html),
    cautions: [...standing.matchAll(/<p class="caution">(.*?)<\/p>/gs)].map(([, words = ""]) => textOf(words)),
  };
}

/** Activities of the forms of a page; those that a person first shows again who they are for are links. */
export function offersIn(html: string): readonly string[] {
  return [...html.matchAll(/<form class="act" method="post" action="\/desk\/[a-z-]+\/([a-z-]+)"/g)].map(
    ([, activity = ""]) => activity,
  );
}

/** What a page of the desk says against the record, or offers to somebody who may not. */
export function liesAtDesk(
  html: string,
  expected: DeskExpectation,
  may: (activity: Activity) => boolean,
): readonly string[] {
  const claims = deskClaims(html);
  const said = claims.cautions.join(" ");
  const sorted = (names: readonly string[]) => [...names].sort().join(", ");
  return [
    claims.work === expected.work ? "" : `says of the work ${claims.work}, the record ${expected.work}`,
    claims.force === expected.force ? "" : `says of the edition ${claims.force}, the record ${expected.force}`,
    sorted(claims.signers) === sorted(expected.signers) ? "" : `names ${sorted(claims.signers)} as signers`,
    expected.caution === null && said !== "" ? `warns without reason: ${said}` : "",
    expected.caution !== null && !expected.caution.test(said) ? "does not warn" : "",
    ...liesOfOffers(html, may),
  ].filter((lie) => lie !== "");
}

export function liesOfOffers(html: string, may: (activity: Activity) => boolean): readonly string[] {
  // An activity that there is not is offered by nobody's leave.
  return offersIn(html)
    .filter((activity) => activity !== "invite" && !may(activity as Activity))
    .map((activity) => `offers ${activity}`);
}

/** In which queues the page of what waits has a topic. */
export function queuesOf(html: string, topic: string): readonly string[] {
  return [...html.matchAll(/<section class="queue(?: queue-([a-z-]+))?".*?<\/section>/gs)]
    .filter(([section]) => section.includes(`href="/desk/${topic}"`))
    .map(([section, queue]) => queue ?? (section.includes("queue-undrafted") ? "undrafted" : "other"));
}

/** Who is on the board by the page of people: id and roles. */
export function peopleOn(html: string): ReadonlyMap<string, string> {
  return new Map(
    [...html.matchAll(/<li id="person-([a-z]+)"><h2>.*?<\/h2><p>(.*?)<\/p>/gs)].map(([, id = "", roles = ""]) => [
      id,
      roles,
    ]),
  );
}

/** Sources that a page says were retracted. */
export function retractedOn(html: string): readonly string[] {
  const section = /<section aria-labelledby="retracted">.*?<\/section>/s.exec(html)?.[0] ?? "";
  return [...section.matchAll(/<a href="\/desk\/board\/sources\/([^"]*)">/g)].map(([, source = ""]) => source);
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

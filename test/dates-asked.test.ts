import { expect, test } from "vitest";
import { noReviews } from "../src/review/reader/reviews.ts";
import { openLibrary } from "../src/store/open-library.ts";
import { LIBRARY_FOLDER, SIGNING_KEY } from "./real-library.ts";

let today = "2026-11-30";
const opened = await openLibrary(
  LIBRARY_FOLDER,
  SIGNING_KEY,
  noReviews(() => `${today}T09:30:00.000Z`),
);
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
const { wellspring } = opened.value;

/** The product as it stands on one day. */
async function askedOn(day: string) {
  today = day;
  const product = await wellspring.catchUp();
  return (question: string, exchange?: string) => {
    const answer = product.ask({ question, ...(exchange === undefined ? {} : { exchange }) });
    if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics));
    const { findings, scores, conversation } = answer.value;
    const display = (id: string) => findings.find(({ feature }) => feature === id)?.display;
    return { display, scores, exchange: conversation?.exchange };
  };
}

test("an operation counts by how long ago it was on the day of the question, and a date of a follow-up likewise", async () => {
  const told =
    "70-year-old woman, left leg swollen and tender along the deep veins. Knee replacement on 14 September 2026.";
  const inTime = (await askedOn("2026-11-30"))(told);
  expect(inTime.display("daysSinceMajorSurgery")).toBe("77 days");
  const late = (await askedOn("2027-01-30"))(told);
  expect(late.display("daysSinceMajorSurgery")).toBe("138 days");
  expect(inTime.scores[0]?.lo).toBe((late.scores[0]?.lo ?? 0) + 1);

  const ask = await askedOn("2026-11-30");
  const first = ask("70-year-old woman, left leg swollen. Proximal scan normal.");
  expect(ask("The scan was on 23 November.", first.exchange).display("daysSinceScan")).toBe("7 days");
});

import { expect, test } from "vitest";
import { makePdf, textLines } from "../../../../test/support/make-pdf.ts";
import { readOne } from "../../../../test/support/read-file.ts";

const long = "This line of the text goes all the way to the right end of the page, as most lines of it do";

test("a PDF gives its headings, told by larger letters, and its paragraphs; it is undated", async () => {
  const pdf = makePdf([
    textLines([
      ["Swollen legs", 22],
      [`${long} and`],
      ["ends here."],
      [long],
      ["Recommendations", 15],
      ["Offer stockings (Grade B)."],
      ["Do not bleed."],
    ]),
  ]);
  expect(await readOne("pdf", pdf, "guides/legs.pdf")).toEqual({
    key: "guides/legs.pdf",
    title: "Swollen legs",
    type: "page",
    status: "current",
    subjects: [],
    language: "und",
    identifiers: {},
    sections: [
      { headings: ["Swollen legs"], text: `${long} and ends here.\n${long}` },
      {
        headings: ["Swollen legs", "Recommendations"],
        text: "Offer stockings (Grade B).",
        role: "recommendation",
        grade: "Grade B",
      },
      { headings: ["Swollen legs", "Recommendations"], text: "Do not bleed.", role: "recommendation" },
    ],
  });
});

test("lines that every page carries are left out; a word parted at a line's end is made whole where it stands whole elsewhere", async () => {
  const pages = [1, 2, 3, 4].map((number) =>
    textLines([
      ["An Agency"],
      [`${long} of throm-`],
      [`bosis and beta-`],
      ["blockers, thrombosis again."],
      [`Page ${number} of 4`],
    ]),
  );
  const { title, sections } = await readOne("pdf", makePdf(pages, { title: "Legs", filter: true }));
  expect(title).toBe("Legs");
  expect(sections.flatMap(({ text }) => text.split("\n"))).toEqual(
    pages.map(() => `${long} of thrombosis and beta-blockers, thrombosis again.`),
  );
});

test("without larger letters and a title of its own a PDF is called by its first line", async () => {
  expect((await readOne("pdf", makePdf([textLines([["Plain words."]])]))).title).toBe("Plain words.");
});

test("a PDF without text is refused, not taken for an empty one", async () => {
  await expect(readOne("pdf", makePdf(["0 0 10 10 re f"]))).rejects.toThrow(
    "it has no text that is seen: it may be a scan",
  );
});

test("what is no PDF, or half of one, is refused with the reason", async () => {
  await expect(readOne("pdf", "<html>")).rejects.toThrow(/./);
  const whole = makePdf([textLines([[long]])], { filter: true });
  await expect(readOne("pdf", whole.subarray(0, 200))).rejects.toThrow(/./);
});

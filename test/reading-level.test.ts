import readability from "text-readability";
import { describe, expect, test } from "vitest";
import { statementsOfSection } from "../src/library/model/article.ts";
import { loadShippedTopic } from "./support/shipped-topic.ts";

/** US school grade that a patient's text may ask for, by two published formulas. */
const HIGHEST_GRADE = 6;

const article = loadShippedTopic().articles.patient;
const sections = article?.sections ?? [];

/** Lists inside a sentence are read as sentences of their own, as a reader takes them. */
const textOf = (section: (typeof sections)[number]) =>
  statementsOfSection(section)
    .map(({ text }) => text.replace(/[;:]/g, "."))
    .join(" ");

describe("the patient's article", () => {
  test("exists and says when to seek help", () => {
    expect(sections.map(({ id }) => id)).toContain("seek-help");
  });

  test("asks for US grade 6 at most as a whole (Flesch-Kincaid and automated readability index)", () => {
    const text = sections.map(textOf).join(" ");
    expect(readability.fleschKincaidGrade(text)).toBeLessThanOrEqual(HIGHEST_GRADE);
    expect(readability.automatedReadabilityIndex(text)).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  test.each(sections.map((section) => [section.id, textOf(section)]))(
    "section %s asks for grade 6 at most",
    (_id, text) => {
      expect(readability.fleschKincaidGrade(text ?? "")).toBeLessThanOrEqual(HIGHEST_GRADE);
    },
  );
});

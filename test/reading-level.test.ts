import { describe, expect, test } from "vitest";
import { HIGHEST_GRADE, measureArticle } from "../src/lint/reading/measure-reading.ts";
import { loadShippedTopic } from "./support/shipped-topic.ts";

const article = loadShippedTopic().articles.patient;
if (article === undefined) throw new Error("the topic has no patient's article");
const measured = measureArticle(article);

describe("the patient's article", () => {
  test("exists and says when to seek help", () => {
    expect(article.sections.map(({ id }) => id)).toContain("seek-help");
  });

  test("asks for US grade 6 at most as a whole (Flesch-Kincaid and automated readability index)", () => {
    expect(measured.fleschKincaid).toBeLessThanOrEqual(HIGHEST_GRADE);
    expect(measured.automatedReadability).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  test.each(measured.blocks.filter(({ tooShort }) => !tooShort))("$title asks for grade 6 at most", (block) => {
    expect(block.fleschKincaid).toBeLessThanOrEqual(HIGHEST_GRADE);
    expect(block.automatedReadability).toBeLessThanOrEqual(HIGHEST_GRADE);
  });
});

import { expect, test } from "vitest";
import { Analyser } from "./analyser.ts";

test("terms are the stems of the words, whatever character stands between or beside them", () => {
  const analyser = new Analyser({ stopWords: ["the"] });
  const stemsOf = (text: string) =>
    analyser
      .words(text)
      .filter((word) => !analyser.isStopWord(word))
      .map((word) => analyser.stem(word));
  for (let code = 0; code < 0x2300; code++) {
    const text = `The legs${String.fromCharCode(code)}swelled 4 Days`;
    expect([code, analyser.terms(text)]).toEqual([code, stemsOf(text)]);
  }
});

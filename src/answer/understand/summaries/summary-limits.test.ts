import { describe, expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import { understand } from "../understand.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();
const denied = (text: string) => understand(text, topic, language).implied.map(({ feature }) => feature);
const unknown = (text: string) =>
  understand(text, topic, language).statements.flatMap(({ kind, feature }) => (kind === "unknown" ? [feature] : []));

describe("a summary that says itself that some items are open denies nothing", () => {
  test.each([
    "Wells: eight items marked no, two not answered.",
    "Eight Wells items were ticked no and two left blank.",
    "All items that were asked about were negative; two were never asked.",
    "Wells items all absent as far as documented.",
    "None of the items present, though two could not be assessed.",
    "Calf 4 cm bigger, otherwise Wells negative (form incomplete).",
    "Calf tender. No other Wells items among those asked.",
    "No risk factors known so far, history incomplete.",
    "Calf tender. Everything else on the list negative. Two lines were left open.",
    "Calf tender, other items negative, some not recorded.",
    "Calf tender. No other item was ticked, but the form was filled in only halfway.",
    "Calf tender. Wells otherwise negative, though the patient could not answer two of the questions.",
    "No risk factors in the boxes completed.",
    "Seven of ten criteria absent.",
  ])("%s", (text) => {
    expect(denied(text)).toEqual([]);
  });
});

describe("where what is open is named, the rest is denied", () => {
  test.each([
    ["Eight items marked no, two not answered: pitting and collateral veins.", ["pittingOedema", "collateralVeins"]],
    ["Calf tender. All other items negative; pitting could not be assessed.", ["pittingOedema"]],
    ["Not recorded (pitting, prior DVT); the rest negative.", ["pittingOedema", "previousDvt"]],
  ])("%s", (text, open) => {
    expect(unknown(text)).toEqual(open);
    expect(denied(text)).toContain("activeCancer");
    for (const feature of open) expect(denied(text)).not.toContain(feature);
  });
});

describe("what is open besides takes nothing from a summary", () => {
  test.each([
    "All ten items answered no.",
    "Eight items marked no, two marked yes: active cancer and tenderness along the deep veins.",
    "Calf tender, all other items negative. D-dimer not yet done.",
    "Calf tender, all other items negative, weight not recorded.",
    "Calf tender, all other items negative, none unanswered.",
    "No risk factors, family history unknown.",
  ])("%s", (text) => {
    expect(denied(text)).toContain("paralysisOrPlaster");
  });
});

describe("a summary of another matter denies nothing of ours", () => {
  test.each([
    "Cardiac risk factors there were none.",
    "Nothing in his history predisposes to bleeding.",
    "No vascular risk factors.",
    "No osteoporosis risk factors were found.",
    "Denies risk factors for HIV.",
    "Risk factors for stroke: none.",
    "No anaesthetic risk factors.",
    "Cardiac examination normal.",
    "Neurological examination: no other findings.",
    "Calf tender. CURB-65: no items present.",
    "Calf tender. HAS-BLED: none of the items.",
    "Calf tender. No other findings on chest examination.",
    "Social history unremarkable.",
  ])("%s", (text) => {
    expect(denied(text)).toEqual([]);
  });
});

describe("a summary of our own matter, or of none in particular, denies", () => {
  test.each([
    ["No thrombotic risk factors.", "activeCancer"],
    ["No risk factors for DVT.", "activeCancer"],
    ["Risk factors for clots: none.", "activeCancer"],
    ["No discernible risk factors.", "activeCancer"],
    ["RF nil.", "activeCancer"],
    ["Bleeding risk low, no risk factors for thrombosis.", "activeCancer"],
    ["Examination otherwise normal.", "pittingOedema"],
    ["Chest clear, abdomen soft, examination otherwise normal.", "pittingOedema"],
  ])("%s", (text, feature) => {
    expect(denied(text)).toContain(feature);
  });
});

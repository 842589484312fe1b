import { describe, expect, test } from "vitest";
import { ask as request } from "../../test/support/converse.ts";

// What the findings alone lead to, without a second reader of the text.
const ask = (question: string) => request({ question, readingConfirmed: true });
const EXCLUDED =
  "A 40-year-old man has a left calf that is tender along the deep veins and no other Wells feature; nothing else is as likely. D-dimer 200 µg/L FEU, high-sensitivity.";
const CLEAR =
  "A 40-year-old man has a left calf that is tender along the deep veins and no other Wells feature; nothing else is as likely. Complete duplex today: no thrombus, all veins compressible to the ankle.";

test("without words that nobody understands, both are excluded", () => {
  expect([ask(EXCLUDED).nextStep?.code, ask(CLEAR).nextStep?.code]).toEqual(["DVT_EXCLUDED", "DVT_EXCLUDED"]);
});

describe("a word of the topic's field that is not understood", () => {
  test("keeps the disease from being ruled out, and is shown with what it may be about", () => {
    const answer = ask(`${EXCLUDED} The pharmacy list says Sintrom.`);
    expect(answer.nextStep?.code).toBe("ASK_MISSING");
    expect(answer.needs.map(({ feature }) => feature)).toContain("anticoagulation");
    expect(answer.notAnswered).toContainEqual(
      expect.objectContaining({ what: "Sintrom", why: expect.stringContaining("Anticoagulation") }),
    );
  });

  test("does so no longer once the reader has said by hand what it was", () => {
    const question = `${EXCLUDED} The pharmacy list says Sintrom.`;
    const answer = request({ question, findings: { anticoagulation: "none" } });
    expect(answer.nextStep?.code).toBe("DVT_EXCLUDED");
  });

  test("counts for nothing where it is denied, or a relative's", () => {
    for (const said of ["Not on Sintrom.", "His mother takes Sintrom."])
      expect(ask(`${EXCLUDED} ${said}`).nextStep?.code, said).toBe("DVT_EXCLUDED");
  });

  test("changes no advice that rules nothing out", () => {
    const positive = EXCLUDED.replace("200", "900");
    expect(ask(`${positive} The pharmacy list says Sintrom.`).nextStep?.code).toBe(ask(positive).nextStep?.code);
  });
});

test("words that a vein was not seen put in doubt a complete scan, and not one that never looked there", () => {
  const unseen = "The sonographer says the crural pairs were hardly depicted.";
  expect(ask(`${CLEAR} ${unseen}`).nextStep?.code).not.toBe("DVT_EXCLUDED");
  const proximal = CLEAR.replace("Complete duplex", "Proximal scan").replace(
    "all veins compressible to the ankle",
    "all thigh veins compressible",
  );
  const valid = `${proximal} D-dimer 200 µg/L FEU, high-sensitivity.`;
  expect([ask(valid).nextStep?.code, ask(`${valid} The calf veins were not examined.`).nextStep?.code]).toEqual([
    "DVT_EXCLUDED",
    "DVT_EXCLUDED",
  ]);
});

const TOLD =
  "A 40-year-old man has a left calf that is tender along the deep veins and no other Wells feature; nothing else is as likely.";

test.each([
  "'Complete duplex: no evidence of DVT.' No picture of any tibial vein is attached.",
  "Whole-leg scan normal, but the technician admits that he did not go below the knee.",
  "A complete study without thrombus, the calf having been left out for lack of time.",
  "Full duplex clear; below the trifurcation nothing was assessed.",
  "Complete ultrasound, normal. The form has no mark beside the posterior tibial and peroneal veins.",
  "Complete leg scan normal, soleal and peroneal veins not interrogated.",
  "Whole-leg ultrasound clear, with the exception of the peroneal veins, which were not seen.",
  "Complete duplex normal; calf views were poor.",
  "The complete scan was clean except that the calf was too swollen to judge.",
  "Headed complete, reported normal, and yet the calf section is blank.",
  "Complete duplex negative, calf veins n/a.",
  "Complete scan clear. Distal veins: see separate report (not enclosed).",
  "Whole-leg duplex without DVT; of the segments below the knee none is described.",
  "Duplex 'complete', no clot; peroneal veins: dash.",
])("a scan called complete excludes nothing where the calf was not looked at: %s", (scan) => {
  expect(ask(`${TOLD} ${scan}`).nextStep?.code).not.toBe("DVT_EXCLUDED");
});

test.each([
  "Complete duplex normal, calf veins recorded as compressible.",
  "Complete duplex without thrombus, no clot below the knee either.",
  "Whole-leg scan clear; the tibial and peroneal veins compress.",
])("and excludes where it was: %s", (scan) => {
  expect(ask(`${TOLD} ${scan}`).nextStep?.code).toBe("DVT_EXCLUDED");
});

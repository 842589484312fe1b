import { createHmac } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { SIGNING_KEY, shippedLibrary } from "../../../test/real-library.ts";
import { ask, conversationOf, converse } from "../../../test/support/converse.ts";
import type { Answer } from "../answer-shape.ts";
import { MAX_EXCHANGE_CHARACTERS, openExchange, signExchange } from "./exchange.ts";

const { wellspring } = await shippedLibrary();
const CASE =
  "58-year-old man, left calf tender along the deep veins and 4 cm larger than the right, no cancer, no other Wells feature, no alternative diagnosis as likely.";

function followedIn(answer: Answer) {
  const { followed } = conversationOf(answer);
  if (followed === null) throw new Error(`not a follow-up: ${answer.refusal?.reason}`);
  return followed;
}

describe("another patient", () => {
  test("nothing of the one before is carried over, and the conversation is theirs", () => {
    const arm = "Upper arm swollen two days after a PICC. Scan or D-dimer?";
    const other = `Different patient. ${CASE}`;
    const answer = converse(arm, other);
    expect([converse(arm).nextStep?.code, answer.nextStep?.code]).toEqual(["OUT_OF_SCOPE", "COMPLETE_DUPLEX"]);
    expect(conversationOf(answer).followed).toBeNull();
  });
});

describe("who the patient is gives way to a correction", () => {
  test.each([
    ["No, sorry, she's 16.", "OUT_OF_SCOPE"],
    ["Oops, 16-year-old.", "OUT_OF_SCOPE"],
    ["Same story but a 61-year-old man.", "D_DIMER_FIRST"],
  ])("%s", (corrected, code) => {
    const woman =
      "19-year-old woman, right calf 2 cm larger and sore in the muscle, muscle tear more likely, no vein tenderness, no pitting, no swelling of the whole leg, no collateral veins, no cancer, surgery, bed rest, plaster or earlier clot, not pregnant, no anticoagulant.";
    expect(converse(woman, corrected).nextStep?.code).toBe(code);
  });
});

describe("a reply that is nothing but a result is one of the test that was advised", () => {
  const due =
    "55F outpatient, left calf tender along the deep veins, not pregnant, no anticoagulant, no cancer. No other Wells item, no alternative diagnosis as likely.";

  test.each([
    ["positive", "COMPLETE_DUPLEX"],
    ["It came back raised.", "COMPLETE_DUPLEX"],
    ["640 ug/L FEU", "COMPLETE_DUPLEX"],
    ["was 0.64 mg/L FEU", "COMPLETE_DUPLEX"],
    // Of which assay, and in which unit, is asked as if the test had been named.
    ["negative", "ASK_MISSING"],
    ["320", "ASK_MISSING"],
  ])("%s", (reply, code) => {
    expect(converse(due).nextStep?.code).toBe("D_DIMER_FIRST");
    expect(converse(due, reply).nextStep?.code).toBe(code);
  });

  test("a question is none, nor are an age and a span of time", () => {
    for (const reply of ["negative?", "55", "3 days later"])
      expect(converse(due, reply).nextStep?.code ?? "D_DIMER_FIRST").toBe("D_DIMER_FIRST");
  });
});

describe("what sums up the rest in a later turn is of what is still open", () => {
  const told = "55F, left calf 4 cm larger, not on anticoagulants, not pregnant, outpatient.";

  test.each(["Rest no.", "No other Wells items.", "Everything else negative.", "No to all the others."])(
    "%s",
    (reply) => {
      const answer = converse(told, reply);
      expect(answer.nextStep?.code).toBe("D_DIMER_FIRST");
      expect(answer.findings.find(({ feature }) => feature === "calfDifference")?.display).toBe("4 cm");
    },
  );

  test("what was told before is not denied by it", () => {
    const onCancer = "55F, left calf tender along the deep veins, active cancer, not pregnant.";
    const answer = converse(onCancer, "Pitting yes, rest of wells no.");
    expect(answer.findings.find(({ feature }) => feature === "activeCancer")).toMatchObject({ value: true });
    expect(answer.nextStep?.code).toBe("COMPLETE_DUPLEX");
  });

  test.each(["Pitting yes, rest of wells no.", "Cancer no, plaster no, pitting yes, others no."])("%s", (reply) => {
    expect(converse(told, reply).nextStep?.code).toBe("COMPLETE_DUPLEX");
  });
});

describe("a reply that is nothing but an answer to what was asked", () => {
  const told = "55F, left calf 4 cm larger, not on anticoagulants, not pregnant, outpatient.";

  test.each(["None of those.", "All no.", "No to all", "none of these"])("%s denies all of it", (reply) => {
    expect(converse(told).nextStep?.code).toBe("ASK_MISSING");
    const answer = converse(told, reply);
    expect(answer.nextStep?.code).toBe("D_DIMER_FIRST");
    expect(answer.findings.find(({ feature }) => feature === "calfDifference")?.display).toBe("4 cm");
    // Nobody named them: they are shown for confirmation.
    expect(answer.findings.find(({ feature }) => feature === "activeCancer")).toMatchObject({
      value: false,
      from: "derived",
    });
  });

  test("“no” and “yes” answer one question, and of several nobody knows which", () => {
    const one = `${told} It pits. No cancer, plaster, bed rest or surgery, collateral veins or former DVT, no tenderness, thigh normal.`;
    expect(converse(one).needs.map(({ feature }) => feature)).toEqual(["alternativeDiagnosis"]);
    expect(converse(one, "No.").nextStep?.code).toBe("COMPLETE_DUPLEX");
    expect(converse(one, "yes").nextStep?.code).toBe("D_DIMER_FIRST");
    expect(converse(told, "No.").refusal?.reason).toBe("too-little-said");
  });
});

test("an apology before another age and another sex corrects nothing: it may be somebody else", () => {
  const answer = converse(CASE, "Sorry, I have one more: 34-year-old woman, calves equal.");
  expect(answer.contradictions.flatMap(({ features }) => features)).toEqual(expect.arrayContaining(["age", "sex"]));
});

describe("a bare number that is asked about is the result that the conversation holds", () => {
  const measured = `61-year-old man, left calf tender along the deep veins, nothing else of the Wells score, no anticoagulant, laboratory ELISA D-dimer 590 ng/mL FEU.`;

  test.each(["and at exactly 610?", "What about 700?", "and 900?"])("%s", (asked) => {
    expect(converse(measured).nextStep?.code).toBe("DVT_EXCLUDED");
    const answer = converse(measured, asked);
    expect(answer.nextStep?.code).toBe("COMPLETE_DUPLEX");
    expect(followedIn(answer).changed.every(({ supposed }) => supposed)).toBe(true);
  });

  test("two digits may be an age", () => {
    expect(followedIn(converse(measured, "and at 81?", "why?")).changed).toEqual([]);
  });
});

describe("what was assumed", () => {
  test("is told as what nobody said", () => {
    const texts = followedIn(converse(CASE, "What did you assume?")).reply.map(({ text }) => text);
    expect(texts.join()).toContain("Presumed, because nobody said");
  });
});

describe("why, after a change", () => {
  test("what changed, and what was advised before it, come with the reason", () => {
    const lab = "D-dimer 530 µg/L FEU, laboratory immunoturbidimetric assay, limit 500.";
    const elderly =
      "A 55-year-old man has pitting of the left leg only. No tenderness, calf swelling, whole-leg swelling, collateral veins, cancer, plaster, bed rest, surgery or previous DVT, no anticoagulant, and no other diagnosis is as likely.";
    const why = converse(elderly, lab, "Correction, he is 49.", "Why is it different now?");
    const [first] = followedIn(why).reply;
    expect(first?.text).toContain("DVT excluded for now");
    expect(first?.text).toContain("Age in completed years: 55 → 49");
  });

  test("without a change, the reason stands alone", () => {
    expect(followedIn(converse(CASE, "why?")).reply[0]?.text).not.toContain("Before it was");
  });
});

describe("a sentence that asks whether it is so", () => {
  const report =
    "Report: femoral, popliteal and posterior tibial veins compressible, waveforms normal; peroneal veins not visualised because of oedema.";

  test.each([
    "So that's a negative scan, isn't it?",
    "A normal scan then, right?",
    "The complete scan is negative, is that correct?",
  ])("%s says nothing of the patient, and gets the reason", (tagged) => {
    const [before, after] = [converse(CASE, report), converse(CASE, report, tagged)];
    expect([after.kind, after.nextStep?.code]).toEqual(["topic", before.nextStep?.code]);
    expect(followedIn(after).changed).toEqual([]);
    expect(followedIn(after).reply.length).toBeGreaterThan(0);
  });

  test("the same without the question is news", () => {
    expect(followedIn(converse(CASE, "The complete scan is negative.")).changed.map(({ feature }) => feature)).toEqual([
      "scan",
    ]);
  });
});

describe("time told in the words of a result", () => {
  test("a scan of today and a review in a week make seven days since the scan", () => {
    const scan =
      "Had it today. Complete duplex, groin to ankle, every segment seen and compressible, Doppler symmetrical.";
    const review = converse(CASE, scan, "He is back a week later and it is still swollen and sore.");
    expect(review.nextStep?.code).toBe("REPEAT_ULTRASOUND");
  });
});

describe("what a supposition changes", () => {
  test.each([
    "What if the high-sensitivity D-dimer would be 320 ug/L FEU?",
    "And if the high-sensitivity D-dimer should be 320 ug/L FEU?",
  ])("a result that is only supposed is supposed: %s", (question) => {
    const unlikely =
      "44-year-old man, sore left calf, outpatient, no anticoagulant, no breathlessness. Wells score 1, no cancer.";
    expect(converse(unlikely, question).nextStep?.code).toBe("DVT_EXCLUDED");
  });

  test.each([
    ["what if the ultrasound is negative?", "DVT_EXCLUDED"],
    ["and if the calf was not seen?", "REPEAT_ULTRASOUND"],
    ["what if the scan shows a popliteal clot?", "TREATMENT_PATHWAY"],
    ["and if she is pregnant?", "PREGNANCY_PATHWAY"],
    ["what if he has become breathless?", "PE_PATHWAY"],
    ["what if the leg is blue, tense and agonisingly painful?", "EMERGENCY_NOW"],
  ])("%s leads from the duplex to %s, because of what is supposed", (question, code) => {
    const answer = converse(CASE, question);
    const { before, after, sameAdvice, changed } = followedIn(answer);
    expect([before?.code, after?.code, sameAdvice]).toEqual(["COMPLETE_DUPLEX", code, false]);
    expect(changed.every(({ supposed }) => supposed)).toBe(true);
    expect(answer.nextStep?.code).toBe(code);
  });

  test("a change that decides nothing leaves the advice, and says so", () => {
    const { sameAdvice, changed } = followedIn(converse(CASE, "what would a 3.1 cm swelling change?"));
    expect(sameAdvice).toBe(true);
    expect(changed.map(({ before, after, decides }) => [before, after, decides])).toEqual([["4 cm", "3.1 cm", false]]);
  });

  test("the finding that decides is named", () => {
    const { changed } = followedIn(converse(CASE, "what if the ultrasound is negative?"));
    expect(changed.map(({ feature, decides }) => [feature, decides])).toEqual([["scan", true]]);
  });

  test("a word that leaves the result open shows each result, and supposes none", () => {
    const answer = converse(CASE, "what if it is positive?");
    expect(followedIn(answer).outcomes.map(({ advice }) => advice.code)).toEqual([
      "ISOLATED_DISTAL_DECISION",
      "TREATMENT_PATHWAY",
    ]);
    expect(answer.nextStep?.code).toBe("COMPLETE_DUPLEX");
  });

  test("a negative scan that nobody advised is not taken for a complete one", () => {
    const answer = converse(
      "Calf pain and swelling, DVT? Wells score not done.",
      "what if the ultrasound is negative?",
    );
    expect(answer.nextStep?.code).not.toBe("DVT_EXCLUDED");
  });

  test("a denied supposition is read as denied", () => {
    const { changed } = followedIn(
      converse("60-year-old woman with active cancer and a swollen left calf. DVT?", "what if there is no cancer?"),
    );
    expect(changed.find(({ feature }) => feature === "activeCancer")).toMatchObject({ before: "yes", after: "no" });
  });
});

describe("what is supposed does not become a finding", () => {
  test("it is marked, and `what if` begins again from what is known", () => {
    const first = converse(CASE, "what if the ultrasound is negative?");
    expect(first.findings.find(({ feature }) => feature === "scan")?.from).toBe("supposed");
    const second = ask({ question: "what if he has cancer?", exchange: conversationOf(first).exchange });
    expect(second.findings.some(({ feature, value }) => feature === "scan" && value === "normal-complete")).toBe(false);
    expect(followedIn(second).dropped.map(({ feature }) => feature)).toEqual(["scan"]);
  });

  test("what it was supposed in the place of holds again", () => {
    const normal = `${CASE} Complete duplex today normal from groin to ankle, waveforms symmetrical.`;
    const clot = "what if the scan showed a popliteal clot?";
    const of = (...questions: readonly string[]) =>
      converse(normal, ...questions).findings.find(({ feature }) => feature === "scan");
    expect(of(clot)).toMatchObject({ value: "acute-proximal", from: "supposed" });
    expect(of(clot, "what if he has cancer?")).toMatchObject({ value: "normal-complete", from: "stated" });
    expect(of(clot, "and if he has cancer?")).toMatchObject({ value: "acute-proximal", from: "supposed" });
    expect(of(clot, "The scan shows a popliteal clot.", "what if he has cancer?")).toMatchObject({
      value: "acute-proximal",
      from: "stated",
    });
  });

  test("`and if` keeps what was supposed before", () => {
    const answer = converse(CASE, "what if the ultrasound is negative?", "and if he has cancer?");
    expect(answer.findings.filter(({ from }) => from === "supposed").map(({ feature }) => feature)).toEqual([
      "activeCancer",
      "scan",
    ]);
  });

  test("until the reader confirms it", () => {
    const supposed = converse(CASE, "what if the ultrasound is negative?");
    const confirmed = ask({ question: "", exchange: conversationOf(supposed).exchange, confirm: ["scan"] });
    expect(confirmed.findings.find(({ feature }) => feature === "scan")?.from).toBe("stated");
    expect(followedIn(ask({ question: "why?", exchange: conversationOf(confirmed).exchange })).after?.code).toBe(
      "DVT_EXCLUDED",
    );
  });

  test("and then what it had set aside does not come back", () => {
    const normal = `${CASE} Complete duplex today normal from groin to ankle, waveforms symmetrical.`;
    const supposed = converse(normal, "what if the scan showed a popliteal clot?");
    const confirmed = ask({ question: "", exchange: conversationOf(supposed).exchange, confirm: ["scan"] });
    const next = ask({ question: "what if he has cancer?", exchange: conversationOf(confirmed).exchange });
    expect(next.contradictions).toEqual([]);
    expect(next.findings.find(({ feature }) => feature === "scan")?.value).toBe("acute-proximal");
  });

  test("or says it", () => {
    const answer = converse(
      CASE,
      "what if the whole-leg ultrasound is negative?",
      "The whole-leg ultrasound is negative.",
    );
    expect(answer.findings.find(({ feature }) => feature === "scan")?.from).toBe("stated");
  });
});

describe("nothing stays ruled out over words that were not understood", () => {
  const EXCLUDED = `${CASE} Complete duplex today normal from groin to ankle, waveforms symmetrical.`;

  test.each([
    ["A saphenous remark has been added to the report.", "stated"],
    ["A saphenous remark has been added to the report. What now?", "stated"],
    ["what if there were an intraluminal shadow?", "supposed"],
  ])("%s is asked about", (question, from) => {
    const answer = converse(EXCLUDED, question);
    expect([converse(EXCLUDED).nextStep?.code, answer.nextStep?.code]).toEqual(["DVT_EXCLUDED", "ASK_MISSING"]);
    expect(answer.findings.find(({ feature }) => feature === "scan")).toMatchObject({ value: null, from });
    expect(answer.notAnswered.map(({ what }) => what).join(" ")).toMatch(/saphenous|intraluminal/);
  });

  test.each(["why?", "How sure are you that there is no clot in the popliteal?", "explain it to the patient"])(
    "%s only asks",
    (question) => {
      expect(converse(EXCLUDED, question).nextStep?.code).toBe("DVT_EXCLUDED");
    },
  );

  test.each([
    ["Complete duplex normal.", "DVT_EXCLUDED"],
    ["Complete duplex normal, but it was the wrong leg.", "ASK_MISSING"],
    ["Complete duplex normal, but it was another patient's.", "ASK_MISSING"],
    ["Complete duplex normal; later retracted.", "ASK_MISSING"],
    ["Complete duplex normal, hopefully of the right leg, at all events the report was amended.", "ASK_MISSING"],
  ])("what is told does not settle a doubt about itself: %s", (told, code) => {
    const likely =
      "54-year-old man, painful swollen left calf since Monday, outpatient, no anticoagulant. Wells score 2, no cancer.";
    expect(converse(likely, told).nextStep?.code).toBe(code);
  });
});

describe("short questions", () => {
  test.each([
    ["why?", /image first/],
    ["how sure are you?", /certainty|grade/i],
    ["explain it to the patient", /general facts about a swollen/],
    ["repeat when?", /date/],
  ])("%s is replied to", (question, words) => {
    const { reply, changed } = followedIn(converse(CASE, question));
    expect(reply.map(({ text }) => text).join(" ")).toMatch(words);
    expect(changed).toEqual([]);
  });

  test("an emergency is explained to the patient as one, and nothing is told beside it", () => {
    const blue = "what if the leg is blue, tense and agonisingly painful?";
    const { reply } = followedIn(converse(CASE, blue, "explain it to the patient"));
    expect(reply.map(({ text }) => text)).toEqual(["This is an emergency. Get emergency help now."]);
  });

  test.each([
    ["what about the mass?", "calf-mass"],
    ["what about D-dimer then?", "algorithm"],
    ["what else could it be?", "calf-mass"],
  ])("%s is answered from the section `%s`", (question, section) => {
    expect(converse(CASE, question).statements.map((statement) => statement.section)).toContain(section);
  });

  test.each([
    ["What dose of apixaban then?", "drug-dose"],
    ["How is achalasia treated?", "no-topic"],
    ["???", "unreadable"],
  ])("%s is refused (%s), and the conversation stays as it was", (question, reason) => {
    const first = ask({ question: CASE });
    const answer = ask({ question, exchange: conversationOf(first).exchange });
    expect(answer.refusal?.reason).toBe(reason);
    expect(conversationOf(answer).exchange).toBe(conversationOf(first).exchange);
  });
});

describe("time that passes between questions", () => {
  const NORMAL = `${CASE} Complete duplex yesterday normal from groin to ankle, waveforms symmetrical.`;

  test.each([
    ["eight days on she is still sore", "REPEAT_ULTRASOUND", "8 days"],
    ["eight days on, it is no better", "REPEAT_ULTRASOUND", "8 days"],
    ["two weeks later the calf is still painful", "REPEAT_ULTRASOUND", "14 days"],
    ["two days later it is still sore", "DVT_EXCLUDED", "2 days"],
    // From yesterday's scan or from the answer: four days or five, and five call for another scan.
    ["four days later it is still sore", "ASK_MISSING", undefined],
    ["some weeks later it is still sore", "ASK_MISSING", undefined],
    ["six days on and off it is still sore", "DVT_EXCLUDED", "1 day"],
    ["four hours later it is still sore", "DVT_EXCLUDED", "1 day"],
    ["it is still sore and she has been two days on heparin", "DVT_EXCLUDED", "1 day"],
  ])("%s: %s, the scan is %s old", (question, code, days) => {
    const answer = converse(NORMAL, question);
    expect(answer.nextStep?.code).toBe(code);
    expect(answer.findings.find(({ feature }) => feature === "daysSinceScan")?.display).toBe(days);
  });

  test("what is only supposed of it is marked", () => {
    const { findings } = converse(NORMAL, "what if he becomes breathless ten days later?");
    expect(findings.find(({ feature }) => feature === "daysSinceScan")?.from).toBe("supposed");
  });

  test("and the days that are known come back", () => {
    const { findings } = converse(NORMAL, "what if he becomes breathless ten days later?", "what if he has cancer?");
    expect(findings.find(({ feature }) => feature === "daysSinceScan")).toMatchObject({
      from: "stated",
      display: "1 day",
    });
  });

  test("a new scan is not as old as the one before", () => {
    const { changed } = followedIn(converse(NORMAL, "repeat scan shows a clot in the popliteal vein"));
    expect(changed.map(({ feature, after }) => [feature, after === null])).toContainEqual(["daysSinceScan", true]);
  });
});

describe("what is said of who the patient is", () => {
  test("a second age contradicts the first instead of replacing it", () => {
    const { contradictions } = converse(CASE, "She is a 40-year-old woman.");
    expect(contradictions.flatMap(({ features }) => features).toSorted()).toEqual(["age", "sex"]);
  });

  test("unless it is a correction", () => {
    const { contradictions, findings } = converse(CASE, "My typo, he is 85 not 58.");
    expect(contradictions).toEqual([]);
    expect(findings.find(({ feature }) => feature === "age")?.display).toBe("85");
  });
});

test("what can change in a patient is as was said last", () => {
  const answer = converse(`${CASE} No anticoagulant.`, "She is on apixaban for atrial fibrillation since March.");
  expect(answer.contradictions.flatMap(({ features }) => features)).not.toContain("anticoagulation");
  expect(answer.findings.find(({ feature }) => feature === "anticoagulation")?.value).toBe("therapeutic");
});

describe("later words", () => {
  test("take the place of what is computed from them: no D-dimer yet, then its value", () => {
    const answer = converse(`${CASE} No D-dimer has been measured.`, "D-dimer 240 ug/L FEU, limit 500.");
    expect(answer.contradictions).toEqual([]);
    expect(answer.findings.find(({ feature }) => feature === "dDimerFeu")?.value).toEqual({
      value: "240",
      unit: "ug/L{FEU}",
    });
  });

  test.each([
    ["D-dimer 420.", "The laboratory says ng/mL FEU.", "420 µg/L FEU"],
    ["D-dimer 0.4 ug/mL.", "The laboratory says it is DDU.", "400 ng/mL DDU"],
    ["D-dimer 890 ug/L FEU.", "And if it had come back 300 instead?", "300 µg/L FEU"],
    ["D-dimer 890 ug/L FEU.", "what if the D-dimer had been 300?", "300 µg/L FEU"],
    ["D-dimer 890 ug/L FEU.", "And if it had come back 0.3 instead?", "0.3, without unit and basis"],
  ])("complete a number that lacks its unit or basis: %s %s", (first, then, display) => {
    const { findings } = converse(`${CASE} ${first}`, then);
    expect(findings.filter(({ label }) => label === "D-dimer").map((one) => one.display)).toEqual([display]);
  });

  test.each(["why?", "explain it to the patient", "He is not breathless."])(
    "never bring back an older result: a D-dimer of 0.9 without its unit, then %s",
    (question) => {
      const { findings } = converse(`${CASE} D-dimer 240 ug/L FEU.`, "D-dimer repeated: 0.9", question);
      expect(findings.filter(({ label }) => label === "D-dimer").map((one) => one.display)).toEqual([
        "0.9, without unit and basis",
      ]);
    },
  );

  test("nor an older scan, where a remark on the new one is not understood", () => {
    const normal = `${CASE} Complete duplex normal from groin to ankle, waveforms symmetrical.`;
    const answer = converse(normal, "Repeat scan shows a popliteal clot.", "A saphenous remark was added.");
    expect(answer.findings.find(({ feature }) => feature === "scan")?.value).not.toBe("normal-complete");
  });

  test("leave what they are computed from, where something else is contradicted", () => {
    const first = `${CASE} Earlier DVT in the left leg in 2019.`;
    const { findings } = converse(first, "He is a 40-year-old man.", "He has had a DVT before.");
    expect(findings.find(({ feature }) => feature === "previousDvtSameLeg")?.value).toBe(true);
  });

  test.each(["what if only groin to knee had been looked at?", "Correction: the calf was not looked at."])(
    "narrow a scan that was said to be complete: %s",
    (question) => {
      const answer = converse(`${CASE} Complete duplex normal from groin to ankle, waveforms symmetrical.`, question);
      expect(answer.findings.find(({ feature }) => feature === "scan")?.value).toBe("normal-proximal-only");
      expect(answer.nextStep?.code).not.toBe("DVT_EXCLUDED");
    },
  );
});

describe("an exchange that is not ours", () => {
  const { exchange } = conversationOf(ask({ question: CASE }));
  const refusalOf = (given: string) => {
    const answer = wellspring.ask({ question: "why?", exchange: given });
    return answer.ok ? undefined : [answer.diagnostics[0]?.code, answer.diagnostics[0]?.field];
  };
  const [prefix, body = "", signature] = exchange.split(".");
  const opened = (given: string) => {
    const held = openExchange(given, SIGNING_KEY);
    if (!held.ok) throw new Error("the exchange of an answer opens");
    return held.value;
  };

  test("any change of its body or signature is seen", () => {
    for (let at = 0; at < body.length; at += 37) {
      const other = body[at] === "A" ? "B" : "A";
      const changed = `${body.slice(0, at)}${other}${body.slice(at + 1)}`;
      expect(refusalOf(`${prefix}.${changed}.${signature}`)).toEqual(["exchange-foreign", "exchange"]);
    }
    expect(refusalOf(`${prefix}.${body}.AAAA`)).toEqual(["exchange-foreign", "exchange"]);
  });

  test("so is one that another server signed, one that is none, and one that is too long", () => {
    expect(refusalOf(signExchange(opened(exchange), "another key that is long enough, too"))).toEqual([
      "exchange-foreign",
      "exchange",
    ]);
    expect(refusalOf("nonsense")).toEqual(["exchange-malformed", "exchange"]);
    expect(refusalOf("x".repeat(MAX_EXCHANGE_CHARACTERS + 1))).toEqual(["exchange-too-long", "exchange"]);
  });

  test("nor can it be cut, or given the body of another conversation or the name of an older form", () => {
    const [, other] = conversationOf(
      ask({ question: "A swollen left calf for three days, 40 years old, active cancer." }),
    ).exchange.split(".");
    for (const given of [
      `${prefix}.${other}.${signature}`,
      exchange.slice(0, -1),
      `${prefix}.${body.slice(0, 40)}.${signature}`,
    ])
      expect(refusalOf(given)).toEqual(["exchange-foreign", "exchange"]);
    for (const given of [`exchange1.${body}.${signature}`, `${prefix}.${body}`, `${exchange}.${signature}`, ""])
      expect(refusalOf(given)).toEqual(["exchange-malformed", "exchange"]);
  });

  test("what we signed in another form is refused, however it is deflated", () => {
    const sign = (bytes: Buffer) => {
      const packed = bytes.toString("base64url");
      const mac = createHmac("sha256", SIGNING_KEY).update(`${prefix}.${packed}`).digest("base64url");
      return `${prefix}.${packed}.${mac}`;
    };
    const bomb = deflateRawSync(Buffer.alloc(12_000_000, " "));
    const forms = [Buffer.from("{}"), deflateRawSync(Buffer.from("{}")), bomb.subarray(0, 10_000), Buffer.alloc(0)];
    for (const form of forms) expect(refusalOf(sign(form))).toEqual(["exchange-malformed", "exchange"]);
    const astray = JSON.stringify({ ...opened(exchange), at: 7 });
    expect(refusalOf(sign(deflateRawSync(Buffer.from(astray))))).toEqual(["exchange-malformed", "exchange"]);
  });

  test("one about a topic that is gone is told apart", () => {
    expect(refusalOf(signExchange({ ...opened(exchange), topic: "gone" }, SIGNING_KEY))).toEqual([
      "exchange-outdated",
      "exchange",
    ]);
  });

  test("one that was signed opens again as it was", () => {
    expect(signExchange(opened(exchange), SIGNING_KEY)).toBe(exchange);
  });

  test("only what it supposes can be confirmed", () => {
    const answer = wellspring.ask({ question: "", exchange, confirm: ["scan"] });
    expect(answer.ok ? undefined : answer.diagnostics[0]?.code).toBe("confirm-not-supposed");
  });
});

test("what would tell who the patient is is refused in a follow-up as in a question", () => {
  const { exchange } = conversationOf(ask({ question: CASE }));
  const answer = wellspring.ask({ question: "what if the scan of John Smith, MRN 4452198, is negative?", exchange });
  expect(answer.ok ? undefined : answer.diagnostics[0]?.code).toBe("question-identifies");
});

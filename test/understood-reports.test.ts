import { expect, test } from "vitest";
import { understand } from "../src/answer/understand/understand.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();

/** What a text states of the scan. */
function scanOf(text: string): readonly unknown[] {
  return understand(text, topic, language).statements.flatMap((said) =>
    said.feature === "scan" && said.kind === "value" ? [said.value] : [],
  );
}

/** Results of a D-dimer that a text states. */
const resultsOf = (text: string) =>
  understand(text, topic, language).statements.filter(
    ({ feature, kind }) => kind === "value" && /^dDimer(?:Feu|Ddu|Label)$/.test(feature),
  );

test.each([
  "Complete examination is normal, calf painful.",
  "Full examination was unremarkable.",
  "Bruise on the thigh, nothing below the knee. Pulses normal.",
  "The whole leg normal, no swelling.",
])("a leg that was looked at is no normal scan: %s", (text) => {
  expect(scanOf(text).filter((value) => String(value).startsWith("normal"))).toEqual([]);
});

test.each([
  "The report is headed 'complete venous duplex, normal' but lists only the common femoral, femoral and popliteal veins.",
  "Complete duplex negative; only the common femoral and popliteal veins are described.",
  "The report reads 'complete negative duplex' and names the femoral and popliteal veins, but no calf vein.",
])("a report that calls itself complete and lists no calf vein stopped at the knee: %s", (text) => {
  expect(scanOf(text)).toEqual(["normal-proximal-only"]);
});

test.each([
  "The whole-leg scan shows no thrombosis from the common femoral vein down to the ankle.",
  "Duplex groin to ankle: no clot in any deep vein, including the soleal and gastrocnemius veins.",
])("a clot that a normal report denies is none: %s", (text) => {
  expect(scanOf(text)).toEqual(["normal-complete"]);
});

test.each([
  "Duplex shows acute clot in the femoral vein; the report mentions nothing below the knee.",
  "Scan: thrombus in the popliteal vein. The report ends at the knee.",
])("a report that ends at the knee hides no clot: %s", (text) => {
  expect(scanOf(text)).toContain("acute-proximal");
});

test.each([
  "A painful left calf. Popliteal and posterior tibial pulses are normal.",
  "Skin is normal from groin to ankle. Left calf sore.",
  "The skin above and below the knee is clear and the calf is tender.",
  "Sensation is normal from groin to ankle; calf swollen.",
  "An arterial duplex from groin to ankle was normal.",
  "Arterial duplex: popliteal, posterior tibial and peroneal arteries are clear.",
  "The superficial veins from groin to ankle are normal on ultrasound.",
  "Deep veins feel normal from groin to ankle on palpation.",
  "Complete duplex of the arms normal.",
  "Whole-leg duplex negative for Baker's cyst.",
  "Reflux study from groin to ankle normal.",
  "Whole-leg duplex negative for varicose reflux.",
  "Compression from groin to ankle with stockings, normal gait.",
  "Doppler of foot arteries: signals normal from groin to ankle.",
  "The radiographer says the complete study looks normal but the report is pending.",
  "Provisional: complete duplex normal, formal report awaited.",
  "Whole-leg duplex: femoral and popliteal veins compress; calf veins normal where seen.",
  "Whole-leg duplex: all veins compress except the soleal.",
  "Complete scan is normal in the thigh; calf awaited.",
  "Whole-leg duplex three months ago was normal; new pain since Monday.",
  "Whole-leg duplex was normal last year.",
  "Thigh and calf muscles are normal, veins clear.",
])("what is no scan of the deep veins of this complaint is no normal scan: %s", (text) => {
  expect(scanOf(text).filter((value) => String(value).startsWith("normal"))).toEqual([]);
});

test.each([
  "Whole-leg duplex clear, foot pulses palpable.",
  "Pulses are normal; a complete duplex of the leg today is normal.",
  "Skin warm. All deep veins from groin to ankle were seen and compress fully on ultrasound.",
  "Left leg. Complete duplex: no abnormality.",
  "Left leg. Complete scan normal, so I told him he can go.",
  "Left leg. Complete duplex normal. He should exercise.",
  "Left leg. Complete duplex is normal, as we expected.",
  "Left leg. Against our expectation the complete duplex was normal.",
  "Left leg. Complete duplex normal; he had hoped for that.",
  "Left leg. Complete duplex done after his lunch: normal.",
  "Left leg. The radiologist says the complete duplex is normal.",
  "Left leg. The sonographer, who has done this for years, found the complete duplex normal.",
  "Left leg. Complete duplex today normal, previous duplex in 2019 had been normal too.",
  "Left leg. Complete duplex normal; the other leg was not scanned.",
  "Left leg. Complete duplex of the left leg normal, right leg not examined.",
  "Left leg. Complete duplex normal, ECG and chest film normal too.",
  "Left leg. Complete duplex normal (done at 14:30).",
  "Left leg. Complete duplex (30 November): normal.",
  "Left leg. Complete duplex on Monday normal.",
  "Left leg. Complete duplex normal, with good views throughout.",
  "Left leg. Complete duplex: all deep veins of the leg visualised, compressible; normal Doppler in both groins; conclusion no DVT.",
  "Left leg. Normal complete duplex yesterday evening, done by the radiologist on call.",
  "Left leg. Today's whole-leg scan was normal. In 2015 he had a knee replacement.",
  "Left leg. Complete duplex normal, he has been back at work since.",
  "Left leg. Complete duplex normal. His wife says the swelling has gone down.",
  "Left leg. Could he go home? Complete duplex normal.",
  "Left leg. Complete duplex normal, can he go home?",
  "Left leg. His complete duplex is normal: DVT excluded?",
  "Left leg. Duplex, complete protocol, normal. What next?",
  "Left leg. Is a normal complete duplex (done today) enough?",
  "Left leg. Patient had complete duplex this morning, reported normal by consultant.",
  "Left leg. Complete duplex negative for DVT, popliteal artery normal.",
  "Left leg. Complete duplex at the vascular lab in town this morning: normal.",
  "Left leg. Complete duplex normal. He said he fell last week.",
  "Left leg. Full duplex clear, all veins seen, and the team is reassured.",
])("what stands beside a normal scan does not hide it: %s", (text) => {
  expect(scanOf(text)).toEqual(["normal-complete"]);
});

test.each([
  "A swollen right calf, tender along the deep veins. Complete duplex of the left leg was normal.",
  "Swollen right calf; duplex of the whole left leg normal.",
])("a scan of the other leg is none of this one: %s", (text) => {
  expect(scanOf(text)).toEqual([]);
});

test.each([
  "A high-sensitivity D-dimer below 400 µg/L FEU excludes DVT here.",
  "A negative D-dimer would permit exclusion of DVT in this patient.",
  "High-sensitivity D-dimer (normal <400 µg/L FEU) has been sent.",
  "The cut-off of our high-sensitivity D-dimer is 400 µg/L FEU.",
  "A D-dimer below 500 µg/L FEU would be regarded as negative by this laboratory; the test is still running.",
])("a limit, or what a result would mean, is no result: %s", (text) => {
  expect(resultsOf(text)).toEqual([]);
});

test.each([
  "High-sensitivity D-dimer 320 µg/L FEU in January.",
  "In March 2024 the high-sensitivity D-dimer was 320 µg/L FEU.",
  "High-sensitivity D-dimer 120 ng/mL DDU on 3 March 2024.",
  "Last month's high-sensitivity D-dimer: 320 µg/L FEU.",
  "Old result: high-sensitivity D-dimer 320 µg/L FEU.",
  "The high-sensitivity D-dimer of 320 µg/L FEU turned out to belong to the man in the next bed.",
  "High-sensitivity D-dimer 320 µg/L FEU; the label on the tube bears another patient's name.",
])("a result of another time or of somebody else is none of today: %s", (text) => {
  expect(resultsOf(text)).toEqual([]);
});

test("a period that is late leaves it open whether she is pregnant", () => {
  const late = understand("A 30-year-old woman, right calf tender. Her period is two weeks late.", topic, language);
  expect(late.statements).toContainEqual(expect.objectContaining({ feature: "pregnant", kind: "unknown" }));
});

test.each([
  "Left leg. The last report, from 2019, says all deep veins compressible from groin to ankle.",
  "Left leg. In March 2019 a complete duplex was normal.",
  "Left leg. Complete duplex (2021): normal.",
  "Left leg. A whole-leg scan of the other leg is normal.",
  "Left leg. They scanned the wrong leg: complete, normal.",
  "Left leg. Complete duplex normal as far as the swelling allowed.",
  "Left leg. Complete leg duplex: no thrombus in the visualised segments.",
  "Left leg. Complete duplex within the limits of the study normal.",
])("a scan of another year or leg, or of what could be seen, is no complete normal one: %s", (text) => {
  expect(scanOf(text)).not.toContain("normal-complete");
});

test("what a comma parts from a normal scan is another matter, what stands between two is not", () => {
  expect(scanOf("Complete duplex normal, DVT in 2019.")).toEqual(["normal-complete"]);
  expect(scanOf("Complete duplex, the one of 2019, normal.")).not.toContain("normal-complete");
});

test.each([
  "Duplex shows fresh, partly occlusive thrombus 2 cm long in the right popliteal vein, all calf veins and the thigh open.",
  "Clot in both peroneal veins reaching up into the popliteal.",
  "Duplex: occlusive clot in the proximal deep veins.",
  "Duplex: a floating thrombus is seen at the groin.",
])("a clot that reaches a proximal vein is proximal: %s", (text) => {
  expect(scanOf(text)).toEqual(["acute-proximal"]);
});

test("no cancer and no clot on a scan is not that there never was a clot", () => {
  const said = understand("No cancer. Scan of poor quality; no clot in what could be seen.", topic, language);
  expect(said.statements.map(({ feature }) => feature)).not.toContain("previousDvt");
});

test.each([
  "Left leg. Duplex in 2019 showed a popliteal thrombus.",
  "Left leg. Duplex to look for an acute femoral clot.",
])("a clot of another year, or one that is looked for, is none of today: %s", (text) => {
  expect(scanOf(text)).toEqual([]);
});

import { expect, test } from "vitest";
import { converse } from "./support/converse.ts";

// A higher age raises the limit of a D-dimer: a number that is another's age, or none, must not.

const SAYINGS = [
  "Weight 82 kg.",
  "Weighs 82.",
  "Patient 82 kg.",
  "She weighs 82 kilos.",
  "BMI 32, weight 92.",
  "Pulse 88.",
  "HR 92.",
  "He 92 kg.",
  "Sats 97.",
  "BP 182/92.",
  "Hb 82.",
  "Hb was 82, now 92.",
  "Bed 72.",
  "Ward 82.",
  "Room 82.",
  "Lives at number 82 with her husband, 84.",
  "Husband 82.",
  "Her mother, 82, had a clot.",
  "Wife (82) brought him.",
  "Mother died at 82.",
  "Father aged 82 had a DVT.",
  "Carer for her 84-year-old mother.",
  "Lives with her 88 year old father.",
  "Works at the over-80s club.",
  "Smoker, 80 pack years.",
  "Smokes 80 a day.",
  "Retired in 82.",
  "Born 1982.",
  "Born in '82.",
  "Seen by Dr on 82nd day.",
  "Height 182.",
  "Height 182 cm, weight 92.",
  "eGFR 82.",
  "CrCl 72 ml/min.",
  "Platelets 82.",
  "Seat 82 on the flight.",
  "Flight of 82 hours.",
  "Walks 82 steps.",
  "Ran 82 km.",
  "Temperature 38.2.",
  "Extension 8282.",
  "Pain 8/10.",
  "A patient of 82 kg.",
  "Male, 82 kg.",
  "Female 82kg.",
  "Man, weight 82.",
  "woman of 82 kg",
  "F, 82 kg, 165 cm.",
  "M 182 cm 92 kg.",
  "M, BP 142/82.",
  "F HR 88.",
  "patient 88 bpm.",
  "He scored 82 on the MMSE.",
  "Her sister is 82.",
  "Daughter, 61, reports.",
  "Daughter 61 rang.",
  "Neighbour of 82 found her.",
  "Referred by Dr, GP for 62 years.",
  "Married 62 years.",
  "Married for 62 years.",
  "62 years a smoker.",
  "Farmer for 62 years.",
  "62-year history of psoriasis.",
  "62 years of asthma.",
  "diabetic for 62 years",
  "on warfarin until 62 days ago.",
  "Hysterectomy at 62.",
  "Menopause at 62.",
  "Knee replaced at 62.",
  "First DVT risk assessment at 62.",
  "Grandmother of 62 children.",
  "62nd birthday last year of her twin.",
  "Looks 62.",
  "She could be 62 or so.",
  "Said to be about 62.",
  "Age adjusted limit for a 72-year-old would be 720.",
  "If she were 72 the limit would be 720.",
  "In patients over 72 we use another limit.",
  "Our limit at age 72 is 720.",
  "Under-72 clinic.",
  "Trial of patients aged 72.",
  "The last patient, 82, was fine.",
  "Previous patient 82F.",
  "Not 82 but younger.",
  "Age unknown, perhaps 82.",
  "Age not recorded; ID band reads 82.",
  "Mean age 72.",
  "Cohort aged 72.",
  "NEWS 2, age ?",
  "Age: not known. Weight: 82.",
  "Age ___ Weight 82.",
  "Age: Weight: 82",
  "age/weight: ?/82",
];

const CASE = "Left leg swollen for 2 days, Wells 0, no cancer, no anticoagulant.";
const RESULT = "High-sensitivity D-dimer 640 ug/L FEU (limit 500).";

function isRuledOut(question: string): boolean {
  return converse(question).nextStep?.code === "DVT_EXCLUDED";
}

test("no other number in a text is taken for the age that makes a D-dimer negative", () => {
  const said = SAYINGS.flatMap((saying) => [`${saying} ${CASE} ${RESULT}`, `${CASE} ${saying} ${RESULT}`]);
  expect(said.filter(isRuledOut)).toEqual([]);
});

test("the age of the patient does, where that is what is told", () => {
  expect(
    ["72F.", "Aged 72.", "A 72-year-old.", "First clot at 40, now 72."].filter(
      (age) => !isRuledOut(`${age} ${CASE} ${RESULT}`),
    ),
  ).toEqual([]);
});

import { expect, test } from "vitest";
import { converse } from "./support/converse.ts";

// A D-dimer rules nothing out in pregnancy and after a birth: whatever hints at either is read, or asked about.

const HINTS = [
  "Antenatal clinic.",
  "Seen in antenatal clinic today.",
  "From the antenatal ward.",
  "34/40.",
  "34+2.",
  "34+2 weeks.",
  "G3P2 at term.",
  "Gravid.",
  "Gravida 2 para 1, 28 weeks.",
  "EDD 3 January.",
  "Her due date is in January.",
  "Due in three weeks.",
  "Second trimester.",
  "Third trimester, well.",
  "Expecting her second child.",
  "Expecting twins.",
  "Carrying twins.",
  "Fetal movements normal.",
  "Fetal heart heard.",
  "FHR 140.",
  "Bump measures to dates.",
  "Fundal height 30 cm.",
  "Booked with the midwife.",
  "Midwife referral.",
  "Midwife asks.",
  "Obs & gynae patient, 30 weeks.",
  "LMP 8 months ago.",
  "Amenorrhoea 20 weeks, positive test.",
  "Pregnancy test positive.",
  "bHCG positive.",
  "Early pregnancy unit.",
  "Twin pregnancy.",
  "IVF pregnancy.",
  "Primigravida.",
  "Primip at 36 weeks.",
  "Multip at 20/40.",
  "Pregnant.",
  "Preg 20/40.",
  "In labour.",
  "Ruptured membranes.",
  "Pre-eclampsia.",
  "Gestational diabetes.",
  "Gestation 20 weeks.",
  "Gest 20/40.",
  "20 weeks' gestation.",
  "Hyperemesis, 9 weeks.",
  "Caesarean booked for Friday.",
  "Elective section next week.",
  "Induction planned tomorrow.",
  "Delivered on Friday.",
  "Delivered 2 weeks ago.",
  "2 weeks post partum.",
  "PN day 10.",
  "Postnatal day 10.",
  "Day 10 post LSCS.",
  "Emergency section 3 weeks ago.",
  "C-section 4/52 ago.",
  "Breastfeeding her 3 week old.",
  "Gave birth a fortnight ago.",
  "New mum, baby is 3 weeks.",
  "Her baby is 20 days old.",
  "Newborn at home, 3 weeks.",
  "Forceps delivery 10 days ago.",
  "Stillbirth 2 weeks ago.",
  "Miscarriage last week at 14 weeks.",
  "puerperium, day 12",
  "lochia normal, day 12",
  "maternity triage",
  "maternity assessment unit",
  "labour ward",
];

function isRuledOut(hint: string): boolean {
  const question = `31F. ${hint} Left leg swollen for 2 days, Wells 0, no cancer, no anticoagulant. High-sensitivity D-dimer 240 ug/L FEU (limit 500).`;
  return converse(question).nextStep?.code === "DVT_EXCLUDED";
}

test("no hint of a pregnancy or of a birth is passed over", () => {
  expect(HINTS.filter(isRuledOut)).toEqual([]);
});

test("without one the same patient is answered", () => {
  expect(["", "Not pregnant.", "Office worker.", "On holiday with a friend."].map(isRuledOut)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

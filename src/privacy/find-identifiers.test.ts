import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findIdentifiers } from "./find-identifiers.ts";
import { maskIdentifiers } from "./mask-identifiers.ts";
import { parseIdentifierWords } from "./parse-identifier-words.ts";

const FILE = "identifiers.yaml";
const parsed = parseIdentifierWords(FILE, readFileSync(join(import.meta.dirname, "../../library", FILE), "utf8"));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
const words = parsed.value.value;

const mask = (text: string) => maskIdentifiers(text, findIdentifiers(text, words), words);

/** What is written, and what must be left of it. */
const MASKED: readonly (readonly [written: string, masked: string])[] = [
  // names
  ["Mr Smith has a swollen calf", "[name] has a swollen calf"],
  ["Mrs. O'Connor, 71, calf 4 cm larger", "[name], 71, calf 4 cm larger"],
  ["mr smith, swollen leg", "[name], swollen leg"],
  ["Referred by Dr. A. Patel for calf pain", "Referred by [name] for calf pain"],
  ["John Smith 58M, left calf tender", "[name] 58M, left calf tender"],
  ["JOHN SMITH 58M LEFT CALF TENDER", "[name] 58M LEFT CALF TENDER"],
  ["SMITH John, 58, calf swelling", "[name], 58, calf swelling"],
  ["Smith, John: whole leg swollen", "[name]: whole leg swollen"],
  [
    "Patient name: Grace Kim. D-dimer 640 µg/L FEU",
    "[name]. D-dimer 640 µg/L FEU".replace("[name]", "Patient name: [name]"),
  ],
  ["name: anna kowalski, leg swollen", "name: [name], leg swollen"],
  ["Re: Priya Sharma, 34, postpartum", "Re: [name], 34, postpartum"],
  ["Maria has a painful calf", "[name] has a painful calf"],
  ["Will Turner was seen today", "[name] was seen today"],
  ["Dr Drew Barnes saw her, then Dr Drew", "[name] saw her, then [name]"],
  ["Frau Müller, 66, Wade geschwollen", "[name], 66, Wade geschwollen"],
  ["Ludwig van Beethoven? No: Johannes van der Berg", "Ludwig van Beethoven? No: [name]"],
  ["patient J.S., calf tender", "patient [name], calf tender"],
  ["DOB 120364, calf tender", "DOB [date of birth], calf tender"],
  ["lives at 221B Baker Street", "lives at [address]"],
  // record numbers
  ["MRN 4452198: calf tender", "MRN [record number]: calf tender"],
  ["record no 445566, calf tender", "record no [record number], calf tender"],
  ["MRN: A12-34567", "MRN: [record number]"],
  ["NHS number 943 476 5919", "NHS number [record number]"],
  ["9434765919 swollen calf", "[record number] swollen calf"],
  ["Hosp No. K123456, D-dimer 900", "Hosp No. [record number], D-dimer 900"],
  ["SSN 123-45-6789", "SSN [record number]"],
  ["pt 78912345 calf DVT?", "pt [record number] calf DVT?"],
  // phone numbers
  ["call me on 07700 900123", "call me on [phone number]"],
  ["+44 7700 900 123 is her number", "[phone number] is her number"],
  ["(555) 123-4567", "[phone number]"],
  ["tel. 0161-496-0000", "tel. [phone number]"],
  ["555.123.4567 please ring", "[phone number] please ring"],
  ["Tel: +49 (0)30 901820", "Tel: [phone number]"],
  // addresses
  ["lives at 12 High Street, Leeds LS1 4AP", "lives at [address]"],
  ["Flat 3, 22 Acacia Avenue", "[address]"],
  ["wohnt Hauptstraße 5", "wohnt [address]"],
  ["Boston, MA 02115", "Boston, [address]"],
  ["PO Box 123", "[address]"],
  // dates of birth
  ["DOB 12/03/1968, calf tender", "DOB [date of birth], calf tender"],
  ["born on 3 March 1968", "born on [date of birth]"],
  ["d.o.b. 1968-03-12", "d.o.b. [date of birth]"],
  ["John Smith (12.03.1968) calf tender", "[name] ([date of birth]) calf tender"],
  ["geb. 12.03.1968", "geb. [date of birth]"],
  // e-mail
  ["write to jane.doe@example.org about the D-dimer", "write to [e-mail address] about the D-dimer"],
];

describe("what tells who a patient is", () => {
  test.each(MASKED)("%s", (written, masked) => {
    expect(mask(written)).toBe(masked);
  });
});

const KEPT: readonly string[] = [
  "Wells 2, Baker cyst, May-Thurner syndrome, Homans sign positive",
  "Wells score 3; D-dimer 1240 ng/mL FEU, age 66, cut-off 660",
  "calf 38/34.5 cm, BP 120/80, HR 104, SpO2 94 %, T 37.8",
  "platelets 250000/µL, D-dimer 12,345 µg/L, eGFR 25",
  "INR 2.4 on 12/11/2026, DVT in 2019, THR on 3 March 2026",
  "3/52 history, 2/7 swelling, POD 3, day 6 after TKR",
  "Needleman 2018;137(14):1505–15, DOI 10.1161/CIRCULATIONAHA.117.030687, PMID 16135935, NCT02038530",
  "MR venography or CT venography? MS patient with swollen leg",
  "Dr recommended a scan. Doctor said no clot",
  "Her family doctor drew a D-dimer; the doctor will scan, the nurse may help",
  "The patient is 58, male, left calf pain since Monday",
  "In May she had a hip replacement; will scan on Friday. Mark the vein.",
  "Kearon et al found 0.5 % failures; Wells 1997 used 4 weeks",
  "seen at a hospital in London, works in Leeds",
  "Left leg 42 cm, right leg 38 cm, 10 cm below the tibial tuberosity",
  "weight 102 kg, 5000 IU dalteparin given at 08:30",
  "Prader-Willi syndrome, von Willebrand disease, Charcot-Marie-Tooth",
  "NG158 1.1.2, ICD-10 I80.2, LOINC 48065-7, SNOMED 128053003",
  "Patient Known Diabetic. Pt Mobilising. Lady with leg pain.",
  "CALF SWOLLEN 4 CM, TENDER, NO DVT BEFORE, D-DIMER 0.62 MG/L FEU",
];

describe("what says nothing of who a patient is stays", () => {
  test.each(KEPT)("%s", (text) => {
    expect(mask(text)).toBe(text);
  });
});

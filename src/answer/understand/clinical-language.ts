import { z } from "zod";
import { type Located, parseYaml } from "../../kernel/located-yaml.ts";
import type { Result } from "../../kernel/result.ts";
import { sentenceWordsShape, words as singleWords } from "./sentence-words.ts";

const phrases = z.array(z.string().min(1)).describe("phrases in the notation at the head of the file");
const table = z.record(z.string(), z.string());

const headings = z.array(z.string().regex(/^\p{Ll}+(?:[ |]\p{Ll}+)*$/u)).min(1);

const contextCues = z.strictObject({
  negationBefore: phrases.describe("deny what follows them: no, without, denies"),
  negationOfWord: phrases.describe("deny the next word and no more: non-tender"),
  negationAfter: phrases.describe("deny what stands before them: absent, ruled out"),
  negationAtEnd: phrases.describe("deny what stands before them where their clause ends: he has not, also no"),
  negationOfClause: phrases.describe(
    "deny the whole clause before them, whatever verbs it holds: has completely gone, was not there today",
  ),
  negationOfEither: phrases.describe(
    "where their clause ends, deny what the sentence, or else the one before, has named: neither is present, has had neither",
  ),
  negationOfThis: phrases.describe(
    "where their clause ends, deny what was named last: says that this never happened, denies this",
  ),
  retractionOfThis: phrases.describe(
    "where their clause ends, take back what was named last, so that it is not known: the letter is wrong, scratch that",
  ),
  deniedThen: phrases.describe(
    "where a later time follows, a denial in their clause was true then, and is not known of now: yesterday, at first",
  ),
  listOpeners: phrases.describe("announce a list: namely, the following"),
  negationOfList: phrases.describe("deny the list that was announced before them: has none, none applies"),
  absenceOfList: phrases.describe("behind a list, deny all of it: lacking, ruled out, did not feature"),
  absenceBeforeList: phrases.describe("before a colon, deny all of the list behind it: none of the following, absent"),
  summedAfter: phrases.describe("behind a denial of all items, open the list of them: including, i checked for"),
  summedBefore: phrases.describe("close a list that stands behind a denial of all items: included, among them"),
  listFillers: phrases.describe("words that may stand between a list and what denies it: all, asked for"),
  pseudoNegation: phrases.describe("look like a denial and are none: no doubt, not only"),
  scopeEnds: phrases.describe("end the reach of a cue: but, however, except"),
  verbs: phrases.describe("begin a new statement, so that a denial before them does not reach past them"),
  newClause: phrases.describe("open a list item that a denial before the comma does not reach"),
  affirmations: phrases.describe("affirm what stands before them: present, yes"),
  predicates: phrases.describe("close a telegraphic statement, as in `no pitting, calf tender`"),
  supposing: phrases.describe("the rest of the sentence is supposed: what if, suppose"),
  reference: phrases.describe(
    "what a quotation right after them says, it says of patients in general: the guideline, our handbook",
  ),
  hypothetical: phrases.describe("what follows, up to the next comma, is supposed, asked or planned"),
  hypotheticalAfter: phrases.describe(
    "what stands before them in the clause is planned or supposed: is scheduled, next month",
  ),
  asking: phrases.describe(
    "at the head of a clause: the rest of the sentence asks about the patient, and asserts nothing: does she have, has he had",
  ),
  hypotheticalAround: phrases.describe("what stands between their words is supposed: should a fever appear"),
  askedAct: phrases.describe(
    "what follows, up to a word such as for or in, is an act that is asked about: should i start, can we give",
  ),
  family: phrases.describe("what follows is said of a relative"),
  otherPerson: phrases.describe(
    "the rest of the sentence is said of another person: the first one has, the other patient",
  ),
  familyAfter: phrases.describe("what stands before them is said of a relative: in the mother, of his father"),
  earlierSentence: phrases.describe(
    "the sentence tells of an earlier examination: what it says counts only where no other sentence says something else",
  ),
  pastBefore: phrases.describe("what follows was so once: previous, history of"),
  pastAfter: phrases.describe("what stands before was so once: years ago"),
  uncertainBefore: phrases,
  uncertainAfter: phrases,
  notKnown: phrases.describe("what stands before them was asked or looked for, and is not known"),
  notKnownBefore: phrases.describe(
    "the same for what follows them: whether, unknown; before a colon, for the list behind it",
  ),
  notKnownAround: phrases.describe("the same for what stands between their words: neither A nor B was assessed"),
  otherSideAfter: phrases.describe("the sign right before them is one of the leg that is not in question"),
  comparedWith: phrases.describe("the side named next is the one compared with"),
});

const headingsShape = z
  .strictObject({
    fillers: z
      .array(z.string().regex(/^\p{Ll}+$/u))
      .describe("say nothing of what kind a heading is: relevant, of note"),
    family: headings,
    allergies: headings,
    advice: headings,
    plan: headings,
    earlier: headings,
    dated: headings.describe("where a year stands with them, the same as `earlier`, and no headings elsewhere"),
    past: headings,
    medication: headings,
    question: headings,
    own: headings,
  })
  .describe("headings of letters and notes, by what they make of what stands under them");

const shape = z.strictObject({
  skippable: z.array(z.string()).describe("small words that may stand inside any phrase"),
  classes: z.record(z.string(), phrases).describe("named lists that phrases refer to as <name>"),
  spellings: table.describe("letters replaced in every word, so that British and American spelling meet"),
  abbreviations: table.describe("written short and read long; up to three letters only in the case given here"),
  sentenceAbbreviations: z.array(z.string()).describe("words whose full stop does not end a sentence"),
  neverCorrected: z.array(z.string()).describe("words that look like a misspelt clinical word and are not"),
  numberWords: z.record(z.string(), z.number()),
  numberScales: z.record(z.string(), z.number()).describe("words that multiply the number before them: hundred"),
  months: z
    .array(z.array(z.string()))
    .length(12)
    .describe("names of the months, January first, each as people write it: [october, oct]"),
  relativeTimes: z.record(z.string(), z.number()).describe("days before today"),
  units: z.record(z.string(), z.array(z.string())).describe("UCUM code, and how people write it"),
  bases: z.record(z.string(), z.array(z.string())).describe("assay basis, and how people write it"),
  sides: z.strictObject({ left: z.array(z.string()), right: z.array(z.string()) }),
  comparators: z.strictObject({ ">": phrases, ">=": phrases, "<": phrases, "<=": phrases, about: phrases }),
  context: contextCues,
  results: z
    .strictObject({
      elsewhere: phrases.describe(
        "in the clause of a result, make it one of another occasion or person: two years ago, of the other leg, they say",
      ),
      supposed: phrases.describe(
        "in the clause of a result, make it one that is only hoped for, expected or guessed: hopefully, will be; not where a text is taken as supposing",
      ),
      withdrawn: phrases.describe(
        "anywhere in the text, leave it open whether the result counts: wrong patient, later retracted",
      ),
    })
    .describe("of values that a topic declares to be results of a test"),
  measuredWhen: z
    .strictObject({
      now: phrases.describe("today, the repeat scan"),
      before: phrases.describe("at the end of treatment, the old scan"),
      perhapsBefore: phrases.describe("tell of an earlier time only beside a number of another time: was, 2021"),
    })
    .describe("when a number was measured, where a topic declares that it is measured twice"),
  sentenceWords: sentenceWordsShape,
  headings: headingsShape,
  underHeadings: z
    .strictObject({
      initials: z
        .array(z.string().regex(/^\p{L}+$/u))
        .transform((list): ReadonlySet<string> => new Set(list))
        .describe("headings without a sign behind them: FH clots in two sisters"),
      notSo: singleWords.describe("of an item, tell against its heading: warfarin stopped, under medication"),
      places: singleWords.describe("may stand before the name of an item: right popliteal DVT"),
      denials: singleWords.describe("deny what follows in their sentence"),
      said: z
        .array(
          z.strictObject({
            under: z.array(headingsShape.keyof().exclude(["fillers", "dated"])).min(1),
            class: z.string().describe("of `classes`, whose names are meant"),
            word: z.string(),
          }),
        )
        .describe("what a name says by itself under such a heading: under medication, to be on the drug"),
    })
    .describe("words that matter to what stands under a heading"),
  summaries: z
    .strictObject({ everyItem: phrases, everyRisk: phrases, everySign: phrases })
    .describe("one phrase that denies every other item of the score, every risk item, or every sign"),
  summaryLimits: z
    .strictObject({
      openItems: phrases.describe("some items were not answered, so that a summary is not of them: two left blank"),
      otherMatter: phrases.describe(
        "matters of which a summary may be, and which are none of a topic's: cardiac, chest",
      ),
      ownMatter: phrases.describe("behind `risk factors for`, what a topic's own items make likely: a clot"),
    })
    .describe("what a summary is not of"),
  idle: phrases.describe("phrases that would be misread piece by piece and say nothing as a whole"),
  focus: z.strictObject({
    "next-test": phrases,
    interpretation: phrases,
    "follow-up": phrases,
    treatment: phrases,
    definition: phrases,
    accuracy: phrases,
    "patient-information": phrases,
    alternatives: phrases,
    why: phrases,
    certainty: phrases,
  }),
  followUps: z
    .strictObject({
      fresh: z.array(z.string()).describe("suppose something in place of what was supposed before: what if"),
      adding: z.array(z.string()).describe("suppose something on top of what was supposed before: and if"),
      negative: z.array(z.string()).describe("a result that found nothing"),
      positive: z.array(z.string()).describe("a result that found something"),
      later: z
        .array(z.string())
        .describe("after a span of time say that it has passed: later; a full stop is the end of a clause"),
      pronouns: z.array(z.string()).describe("stand for the test that was advised: it, the result"),
      resultVerbs: z
        .array(z.string())
        .describe("between a pronoun and a bare number say that the number is the test's result: came back"),
      afterResult: z.array(z.string()).describe("may follow such a number: instead"),
      correcting: z.array(z.string()).describe("take back what was said before: my typo"),
      withdrawing: z
        .array(z.string())
        .describe("take back the result of a test that was told before: scrap, was someone else's"),
      notDone: z
        .array(z.string())
        .describe(
          "say of a test that is named that it has no result yet: not back, still pending; its name is left out; with `|` and `( )`",
        ),
      anotherOccasion: z
        .array(z.string())
        .describe("say that another test than the one with the result is meant: repeat, second"),
      apologising: z.array(z.string()).describe("may begin a correction, or turn to somebody else: sorry, hang on"),
      bareResult: z
        .array(z.string())
        .describe("stand before a number that is asked about with no more said: and at, what about"),
      takingBack: z
        .array(z.string())
        .describe(
          "take back all that was told last, of whomever it is true: that was another patient; with `|`, `( )` and `#`",
        ),
      requesting: z
        .array(z.string())
        .describe("begin a follow-up that asks for something, whatever it ends in, and tells nothing: what, show"),
      acknowledging: z.array(z.string()).describe("take up what was answered, and are no result: ok, thanks"),
      askingBare: z
        .array(z.string())
        .describe("begin a question that supposes what it names: and with a previous DVT?"),
      laterAfter: z
        .array(z.string())
        .describe("before a span of time say, of what is supposed, that it will have passed: in a week"),
      backAfter: z.array(z.string()).describe("before a span of time say that it has passed: back after"),
      naming: z.array(z.string()).describe("small words of a name of something asked about: of, in"),
      telling: z.array(z.string()).describe("words of what is told; a name of something asked about has none of them"),
      sides: z.array(z.string()).describe("words of which one stands where the other was wrong: left, right"),
      besideResult: z
        .array(z.string())
        .describe(
          "single words that may stand beside the result of a test and change nothing of it: today, the lab rang",
        ),
      answeringYes: z.array(z.string()).describe("are a whole reply, and affirm the one thing that was asked: yes"),
      answeringNo: z.array(z.string()).describe("are a whole reply, and deny the one thing that was asked: no"),
      answeringNone: z
        .array(z.string())
        .describe("are a whole reply, and deny all that was asked: none of these; with `|` and `( )`"),
      answeringUnknown: z
        .array(z.string())
        .describe(
          "are a whole reply, and say that nothing is known of what was asked: not assessed; with `|` and `( )`",
        ),
      noneBut: z
        .array(z.string())
        .describe("begin a reply that denies all that was asked but what follows: none except"),
      onlyNamed: z.array(z.string()).describe("begin a reply that names all that is there of what was asked: only"),
      nothingElse: z.array(z.string()).describe("end such a reply: nothing else"),
      byNumber: z
        .strictObject({
          yes: z.array(z.string()),
          no: z.array(z.string()),
          unknown: z.array(z.string()),
          rest: z.array(z.string()).describe("what is asked and not named: rest"),
          only: z.array(z.string()).describe("deny what is asked and not named: only the first"),
          last: z.array(z.string()),
          ordinals: z.array(z.string()).describe("in their order: first, second"),
          idle: z.array(z.string()).describe("may stand between them: the, number"),
        })
        .describe("single words of a reply that answers by number: the first yes, rest no"),
      confirmingSupposed: z
        .array(z.string())
        .describe("are a whole reply, and say that what was supposed is so: she is; with `|` and `( )`"),
      denyingSupposed: z
        .array(z.string())
        .describe("are a whole reply, and say that what was supposed is not so: she isn't; with `|` and `( )`"),
      returning: z
        .array(z.string())
        .describe("return from what was supposed to what is known: back to her; with `|` and `( )`"),
      tags: z.array(z.string()).describe("end a sentence that asks whether what it says is so: isn't it?"),
      otherPatient: z
        .array(z.string())
        .describe("turn to somebody else, of whom nothing was said yet: different patient"),
    })
    .describe("words of a follow-up, each in lower case and matched whole"),
  drugDose: phrases.describe("questions for a drug or a dose, which are not answered"),
  clinicalHints: phrases.describe("words that make a clause clinical even when no topic reads it"),
  harmlessHints: phrases.describe(
    "clinical words that bear on no item of a score: a clause that holds no others may be left unread beside a summary",
  ),
  clinicalEndings: z.array(z.string()).describe("endings that mark a word as a medical one: itis, ectomy"),
  otherTasks: z
    .array(z.string().regex(/^[\p{Ll}-]+(?: [\p{Ll}-]+)*$/u))
    .describe("words of what is no question, whatever it is about: a limerick, a program"),
  otherFields: z
    .array(z.string().regex(/^[\p{Ll}\d-]+(?: [\p{Ll}\d-]+)*$/u))
    .default([])
    .describe(
      "words of other fields of medicine, matched whole: a question that has one and tells no finding is of that field",
    ),
  commonWords: z.array(z.string()).describe("words that say nothing about the subject of a question"),
  foreignWords: z
    .array(z.string().regex(/^\p{Ll}{2,}$/u))
    .describe(
      "small words of other languages, none of them a word of this one: what tells a text that is not read here",
    ),
  sameInQuestions: z
    .array(z.array(z.string()).min(2))
    .describe("words that ask for the same when two questions are compared; single words, as they stand in a text"),
  waysOfAsking: z
    .record(z.string(), z.array(z.string().min(1)))
    .describe(
      "words by which a question asks for a reason, a time, a number: two questions with the same are more alike",
    ),
  refusals: z.strictObject({
    "no-topic": z.string(),
    "not-understood": z.string(),
    "too-little-said": z.string(),
    "not-clinical": z.string(),
    "outside-scope": z.string(),
    "drug-dose": z.string(),
    unreadable: z.string(),
    "other-language": z.string(),
    "emergency-first": z.string(),
    "not-in-force": z.string(),
  }),
});

/** What stands under a heading names classes that there are. */
const checkedShape = shape.refine(
  ({ underHeadings, classes }) => underHeadings.said.every(({ class: named }) => named in classes),
  {
    path: ["underHeadings", "said"],
    error: "names a class that `classes` has not",
  },
);

/** The general language of clinicians: everything that holds for every topic. Its content is `library/clinical-language.yaml`. */
export type ClinicalLanguage = z.infer<typeof shape>;

/** Reads the lexicon, reporting every problem at its place. */
export function parseClinicalLanguage(file: string, text: string): Result<Located<ClinicalLanguage>> {
  return parseYaml(file, text, checkedShape);
}

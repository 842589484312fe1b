import { z } from "zod";

/** A list of single words, each as it is written. */
export const words = z
  .array(z.string().regex(/^\p{Ll}+(?:'\p{Ll}+)?$/u, "is not a single word in lower case"))
  .min(1, "holds no word")
  .refine((list) => new Set(list).size === list.length, "names a word twice")
  .transform((list): ReadonlySet<string> => new Set(list));

/** Words that tell how a sentence is built. They are compared as written: no endings, no spellings and no slips are forgiven. */
export const sentenceWordsShape = z.strictObject({
  conjunctions: words.describe("join the items of a list: and, or"),
  disjunctions: words.describe("join items of which none is meant when the list is denied: or, nor"),
  questionVerbs: words.describe("open a question, as in `is plaster a risk factor?`"),
  interrogatives: words.describe("ask for something when such a verb follows them: how, which"),
  sources: words.describe(
    "before a colon at the beginning of a sentence, name what says the rest: guideline, textbook example",
  ),
  askingVerbs: words.describe("open a question of the patient: is the leg blue, was the scan clear"),
  pronouns: words.describe("between what hedges and its verb: thinks she takes a blood thinner"),
  ofTaking: words.describe("open a short question of what the patient has, not of what to do: on apixaban?"),
  questionTags: words.describe("close a question, and ask what stands before them: has she, or not, right"),
  judging: words.describe("ask to judge what was told, and not whether it is so: is a D-dimer of 320 enough"),
  turnsToCase: words.describe(
    "in a question, go over from what is asked to whom it is asked of: is it enough with a cast",
  ),
  ofPatient: words.describe(
    "tell of somebody, so that a question that holds one is of a case and not of the matter in general",
  ),
  beforeQuestion: words.describe("may stand before a question: so does she have, when did he"),
  afterAct: words.describe("end the act that is asked about: start apixaban in this pregnant woman"),
  bareAnswers: words.describe("with nothing behind them answer what stands before them: cancer no, plaster no"),
  absences: words.describe("deny whatever stands before them, and nothing else: absent, missing"),
  ofAll: words.describe("may stand between a list and what denies it: plaster and past thrombosis are all absent"),
  notVerbs: words.describe("share their stem with one of `verbs` and are none: measurable swelling"),
  ofEach: words.describe(
    "before a list, let a verb of the singular say something of all of it: each of cancer and plaster was",
  ),
  singularVerbs: words.describe("say nothing of all that was listed before them: is, has"),
  ofTreatment: words.describe(
    "what follows them and `with` belongs to what was treated: treated with radiotherapy years ago",
  ),
  openingItems: words.describe(
    "open an item of a list that an `or` closes, and no new statement: no cancer, an operation or a clot",
  ),
  ofOtherSide: words.describe("in a label, name the leg that is not in question: other, contralateral"),
  treatments: words.describe("behind something dated, tell what was done about it then: treated, mastectomy"),
  ofToday: words.describe("behind a section on another time, tell of today: the foot is blue"),
  turningBack: words.describe(
    "behind a section on another time or person, turn to the patient of today: she, now, today",
  ),
  articles: words.describe("open one more of what a verb denies: denies cancer, a cast"),
  asides: words.describe("between commas, part nothing: the signal, however, is flat"),
  concessions: words.describe("open a clause in spite of which the other is so: although, despite"),
  wholes: words.describe("may stand before words that name the rest of a list: all of the rest, everything else"),
  restAlone: words.describe("name the rest of a list by themselves: rest all no, others absent"),
  theRest: words.describe(
    "begin what sums up the rest of a list, and is none of its items: the other items being absent",
  ),
  restOf: words.describe("stand behind them there, where `another diagnosis` is an item of its own: items, being"),
  pointing: words.describe("behind them, point to what was told before: apart from these two"),
  exceptions: words.describe(
    "begin what is left out of a list, where they open its sentence: apart from, with the exception of",
  ),
  nounDenials: words.describe("deny the noun behind them inside a longer phrase too: shows no clot"),
  laterTimes: words.describe("begin what is so at a later time: now, today, since"),
  sinceTimes: words.describe("before a time, make it the beginning of what is so still: since yesterday"),
  denyingVerbs: words.describe(
    "have all that they deny for their object, articles and all: denies cancer, a cast and any clot",
  ),
  openQuestions: words.describe(
    "what they ask is not known, with every verb that goes on with it: whether he had a clot, is being treated for cancer",
  ),
  asksAbout: words.describe(
    "at the end of what says that something was not asked, begin a list: never asked about cancer, a cast and former clots",
  ),
  findingVerbs: words.describe(
    "end what was suspected, and begin what was found: a scan for possible thrombosis showed",
  ),
  ofIndication: words.describe("say what a test was for, up to what it found: requested to rule out a clot, it showed"),
  afterthoughts: words.describe("at the end of a clause hedge all of it, elsewhere what follows: perhaps"),
  openAnswers: words.describe("behind a label leave it open: pitting: blank"),
  circumstances: words.describe("behind one of those, tell how or when and not what: not asked about at triage"),
  turns: words.describe("end what somebody does not know or has not looked at: but, because"),
  auxiliaries: words.describe(
    "denied, they deny the further participles of a list: has not lain in bed, been operated on or had a cast",
  ),
  participles: words.describe("go on with what was denied of such an auxiliary: been"),
  betweenNumbers: words.describe("what follows them belongs to the other of two numbers: right 41.5 vs left 37.5"),
  bareSides: words.describe("by themselves before a denial, a side that is only contrasted: pits, the right does not"),
  sidesOfPair: words.describe("name one of the two legs: left, other"),
  ellipses: words.describe("stand for a sign that was denied of the other leg: the left is, the left one very much so"),
  contrasts: words.describe("before such a side, set it against the other: pits where the right does not"),
  nounsOfSigns: words.describe(
    "name a sign where words of the same stem state one: tenderness over the veins, tender over the veins",
  ),
  limbs: words.describe("what is said to be so right behind them is stated: no cancer, left calf tender"),
  dating: words.describe(
    "behind a comma, say when something happened, so that it is stated: no fever, operated on four weeks ago",
  ),
  ofLimbs: words.describe(
    "the same, where the same word could not be said of anything else: ankle pits, leg in plaster",
  ),
  degrees: words.describe(
    "open what is there, in such a degree or known so: no fever, marked tenderness, known cancer",
  ),
  attributes: words.describe(
    "tell more of a thing than a list of what is absent does, so that it may be there: no fever, previous DVT",
  ),
  definites: words.describe("before an adjective, say that what it describes is known: the swollen calf"),
  placing: words.describe("before one of those, say where something is: no warmth of the swollen calf"),
  afterInches: words.describe("what stands before them is the unit `in`, and no preposition: 14 in bigger"),
  orMore: words.describe("behind a number and `or`, make it a lower bound: 3 cm or more"),
  orLess: words.describe("behind a number and `or`, make it an upper bound: 500 or below"),
  tyingToDenied: words.describe(
    "tie what follows to the thing that is denied, and leave it as it is: no bleeding on apixaban",
  ),
  noDenial: words.describe("between a denial and a finding, leave it as it is: no less tender, not the first clot"),
  ofPresence: words.describe(
    "behind a denial and before such a word, deny what follows: no history of cancer, not established on warfarin",
  ),
  lackingWords: words.describe("behind a denial, say that what follows is there: not a day without warfarin"),
  endings: words.describe("end a treatment: stopped, discontinued"),
  removals: words.describe("behind what is denied, say that it is still on: has not had the plaster removed"),
  beforeOne: words.describe("before `one`, make it a thing and no number: the first one, another one"),
  summing: words.describe("before `up to`, say what it comes to: the items add up to 2"),
  beforeToCome: words.describe("before those, say that it is to come, or asked: to stop, should have stopped"),
  reporters: words.describe("in the clause of a summary, say that somebody else sums up: negative in the letter"),
  untilTimes: words.describe("right behind a denial, end it: no chest pain until this morning"),
  untilNow: words.describe("behind such a word, say that it is so still: not until now"),
  contrastsOnly: words.describe("behind a comma after a denial, name what there is instead: no clot, only an embolism"),
  beforeThan: words.describe("before `than`, begin what is left out behind a denial: other than"),
  changes: words.describe(
    "before `from` and two numbers, make them a value of then and one of now: grown from 3 to 7.5 mm",
  ),
  supposingMore: words.describe(
    "in the clause of a summary, suppose that some item of the score was found: all other items negative",
  ),
  announcing: words.describe(
    "with a denial and nothing else, up to a colon, deny the list behind it: what she does not have, not on my list",
  ),
  matterNouns: words.describe("are always of some matter, named or not: risk factors for bleeding"),
  plainMatters: words.describe("before those, name no matter of their own: no further risk factors"),
  ofMatter: words.describe("behind those, name the matter: factors for, predisposed to"),
  summaryHeads: words.describe("between a matter and its summary: neurological examination, no other findings"),
  denyingSummaries: words.describe(
    "make a summary that holds one a denial by itself, whatever other denial reaches it: all others negative",
  ),
  totals: words.describe("before a 0 or 1, make it a total or a grade, and no answer to an item: score 1, ECOG 0"),
  negatives: words.describe("make a phrase that holds one a denial by itself: nothing else as likely"),
});

/** The lists, each ready to be asked for a word. */
export type SentenceWords = z.infer<typeof sentenceWordsShape>;

/** Whether the token, where there is one, is a word of the list as it is written. */
export function isOneOf(list: ReadonlySet<string>, token: { readonly raw: string } | undefined): boolean {
  return token !== undefined && list.has(token.raw);
}

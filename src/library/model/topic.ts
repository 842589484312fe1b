import type { Fact } from "../../evidence/fact.ts";
import type { Source } from "../../evidence/source.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Article, Reader } from "./article.ts";
import type { Example } from "./example.ts";
import type { Concept, NamedSet } from "./terms.ts";
import type { TopicTools } from "./tools.ts";
import type { TopicWords } from "./words.ts";

/** A question that bears on the topic's, with the reason why it does. */
export interface RelatedQuestion {
  readonly question: string;
  readonly relation: string;
  readonly why: string;
  /** `#section` of this topic, or the slug of another; absent when nothing answers it yet. */
  readonly answeredIn?: string;
}

/** Wordings of one question, and the statements of the clinician's article that answer it by themselves. */
export interface DirectAnswer {
  readonly asked: readonly string[];
  /** Features of which the reader must name one; absent: it answers everybody. */
  readonly onlyFor?: readonly string[] | undefined;
  /** Their ids, in the order in which they are read. */
  readonly statements: readonly string[];
  /** Codes of warnings of the pathway that are told with it, where their numbers are known of the patient. */
  readonly tells?: readonly string[] | undefined;
}

/** A test that the pathway advises, for "what if it is negative?": what its results are as findings. */
export interface TopicTest {
  readonly test: string;
  /** How people name it. */
  readonly words: readonly string[];
  /** Codes of advice to have it done. */
  readonly advisedBy: readonly string[];
  /** Features that all tell its result: supposing one of them sets the others aside. */
  readonly features: readonly string[];
  /** The feature that counts the days since the test. */
  readonly since?: string | undefined;
  /** Days after which a result is of another illness than the one that is asked about. */
  readonly staleAfter?: number | undefined;
  /** The findings that each result may be; more than one where the word leaves it open. */
  readonly negative: readonly Readonly<Record<string, string | boolean>>[];
  readonly positive: readonly Readonly<Record<string, string | boolean>>[];
  /** `#statement` of the clinician's article that says what follows without a clear answer. */
  readonly nondiagnostic?: string | undefined;
  /** The same for a test that is not to be had. */
  readonly unavailable?: string | undefined;
}

/** One version of a topic, as its author lists it. */
export interface Change {
  readonly version: string;
  /** ISO date. */
  readonly date: string;
  readonly what: string;
}

export interface Exclusion {
  readonly what: string;
  /** What the reader is told, urgent signs included. */
  readonly say: string;
}

export interface Topic {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly patientQuestion: string;
  /** ISO date on which the text was last changed. */
  readonly lastUpdated: string;
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly askedAs: readonly string[];
  readonly terms: readonly string[];
  readonly scope: {
    readonly population: string;
    readonly setting: string;
    readonly includes: readonly string[];
    readonly excludes: readonly Exclusion[];
  };
  /** What was asked (`accuracy`, `follow-up`, …) to the sections that answer it besides the bottom line. */
  readonly sectionsFor: Readonly<Record<string, readonly string[]>>;
  readonly answers: readonly DirectAnswer[];
  /** Words and phrases that ask for the same, the one that stands for all of them first. */
  readonly sameInQuestions: readonly (readonly string[])[];
  /** Words that say nothing of what is asked. */
  readonly idleInQuestions: readonly string[];
  /** Features that stay as they are while one patient is talked about. */
  readonly unchanging: readonly string[];
  readonly tests: readonly TopicTest[];
  readonly related: readonly RelatedQuestion[];
  /** Sections of the patient's text that are printed on one page. */
  readonly leaflet?: { readonly sections: readonly string[] } | undefined;
  readonly reviewPolicy: {
    readonly clinicalSignatures: number;
    readonly methodsSignatures: number;
    readonly reviewEveryMonths: number;
  };
  readonly articles: Readonly<Partial<Record<Reader, Article>>>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly pathway?: Pathway;
  /** Why the pathway that there is could not be loaded: its first error. */
  readonly pathwayRefused?: string;
  /** How people say the pathway's case features in free text. */
  readonly words: TopicWords;
  readonly examples: readonly Example[];
  /** What the calculators show, by names; absent where the topic has none. */
  readonly tools?: TopicTools;
  /** The register, the sets and the glossary that this text was read by. Topics whose texts are of different days may stand on different ones. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly sets: ReadonlyMap<string, NamedSet>;
  readonly concepts: readonly Concept[];
  /** SHA-256 over every file that the topic's pages are made from. */
  readonly hash: string;
  /** Those files, in the order of the hash, so that this exact text can be kept and compared with later ones. */
  readonly texts: readonly { readonly name: string; readonly text: string }[];
}

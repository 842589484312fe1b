import { createWellspring } from "../answer/create-wellspring.ts";
import { openSecondReaders } from "../answer/second-reader/second-reader.ts";
import { checkTakenWords } from "../answer/understand/check/check-taken-words.ts";
import { checkUnits } from "../answer/understand/check/check-units.ts";
import { parseClinicalLanguage } from "../answer/understand/clinical-language.ts";
import { checkPhrases } from "../answer/understand/lexicon/lexicon.ts";
import type { Wellspring } from "../answer/wellspring.ts";
import { type Diagnostic, defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { type FileReaders, rememberingReaders } from "../library/file-readers.ts";
import type { LibraryFile } from "../library/model/library.ts";
import { type ParsedLibrary, parseLibrary } from "../library/parse-library.ts";
import { parseIdentifierWords } from "../privacy/parse-identifier-words.ts";
import type { QuestionBox } from "../review/question-box.ts";
import type { Reviews } from "../review/reader/reviews.ts";
import { createServing } from "../review/reader/serve-record.ts";
import { createTextShelf } from "../review/reader/text-shelf.ts";
import { judgeText } from "../review/text/prepare-text.ts";
import { readLibraryFolder } from "./library-folder.ts";

const LANGUAGE_FILE = "clinical-language.yaml";
const IDENTIFIERS_FILE = "identifiers.yaml";

export const openDiagnostics = defineDiagnostics({
  "language-missing": {
    severity: "error",
    message: ({ folder }: { folder: string }) => `\`${folder}\` has no ${LANGUAGE_FILE}, so no free text can be read`,
    help: "copy the file from the library that ships with Wellspring",
  },
  "identifiers-missing": {
    severity: "error",
    message: ({ folder }: { folder: string }) =>
      `\`${folder}\` has no ${IDENTIFIERS_FILE}, so no text could be kept free of names and record numbers`,
    help: "copy the file from the library that ships with Wellspring",
  },
});

/** A library as it lies in a folder, all that is wrong with it, and the product on top of it. */
export interface OpenLibrary {
  readonly folder: string;
  readonly files: readonly LibraryFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What phrases leave of each other unread. It takes seconds, so it is asked by whoever checks content, and not at every opening. */
  readonly checkWords: () => readonly Diagnostic[];
  readonly wellspring: Wellspring;
}

/** How texts of the record are served. */
export interface ServingEffects {
  /** Lets others go on while a text is prepared, and has those that may come into force prepared ahead; absent for a program that answers once. */
  readonly pause?: () => Promise<void>;
  /** Told of each text in force that cannot be shown. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/**
 * Reads and checks a library; `reviews` says what a board has done with its texts. Faults of single files are reported beside what could be read. The product
 * is that of the folder's texts until it catches up with the record, and then that of the texts in force.
 */
export async function openLibrary(
  folder: string,
  signingKey: string,
  reviews?: Reviews,
  questions?: QuestionBox,
  serving: ServingEffects = { report: () => undefined },
): Promise<Result<OpenLibrary>> {
  const read = await readLibraryFolder(folder);
  if (!read.ok) return read;
  const files = read.value;
  const languageFile = files.find(({ path }) => path === LANGUAGE_FILE);
  if (languageFile === undefined) return failed(openDiagnostics.report("language-missing", { folder }));
  const language = parseClinicalLanguage(languageFile.path, languageFile.text);
  if (!language.ok) return language;
  const identifiersFile = files.find(({ path }) => path === IDENTIFIERS_FILE);
  if (identifiersFile === undefined) return failed(openDiagnostics.report("identifiers-missing", { folder }));
  const identifiers = parseIdentifierWords(identifiersFile.path, identifiersFile.text);
  if (!identifiers.ok) return identifiers;
  const readers = rememberingReaders();
  const { library, diagnostics } = parseLibrary(files, readers);
  const now = await reviews?.catchUp();
  const second = openSecondReaders(files, library);
  const wellspring = createWellspring({
    library,
    secondReaders: second.readers,
    language: language.value.value,
    identifierWords: identifiers.value.value,
    ...(now === undefined ? {} : { reviews: now, serve: servingOf(now, { library, diagnostics }, readers, serving) }),
    ...(questions === undefined ? {} : { questions }),
    signingKey,
  });
  const words = [...library.topics.values()].flatMap((topic) => [
    ...checkPhrases(topic, language.value.value),
    ...checkUnits(topic, language.value.value),
  ]);
  const checkWords = () =>
    [...library.topics.values()].flatMap((topic) => checkTakenWords(topic, language.value.value));
  return ok({ folder, files, checkWords, diagnostics: [...diagnostics, ...words, ...second.diagnostics], wellspring });
}

/** The folder's own texts are ready as they were read; another is read from the record when it comes into force. */
function servingOf(
  { findText }: Reviews,
  { library, diagnostics }: ParsedLibrary,
  readers: FileReaders,
  { pause, report }: ServingEffects,
) {
  const judged = [...library.topics.values()].map((topic) => {
    const text = { topic: topic.slug, hash: topic.hash, files: topic.texts };
    return [topic.hash, judgeText(text, topic, diagnostics)] as const;
  });
  const shelf = createTextShelf({
    findText,
    readers,
    ready: new Map(judged),
    ...(pause === undefined ? {} : { pause }),
  });
  return createServing({ folder: library, shelf, looksAhead: pause !== undefined, report });
}

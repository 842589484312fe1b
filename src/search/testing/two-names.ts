import { seeded } from "../../kernel/seeded.ts";

const SUBJECTS = 80;
const PAGES_OF_EACH = 16;
const COMPANY = 5;
const SAID = 4;
const SEED = 7;

/** A page about one of many subjects, of which each goes by two names. */
interface NamedPage {
  readonly title: string;
  readonly text: string;
}

/** The names of a subject, which never stand on the same page: what tells that they mean the same is the company that both keep. */
export function namesOf(subject: number): readonly [string, string] {
  return [`latin${subject}`, `plain${subject}`];
}

/** Made-up pages, of more subjects than there are dimensions, some by the one name and some by the other. */
export function pagesOfTwoNames(): readonly NamedPage[] {
  const next = seeded(SEED);
  return Array.from({ length: SUBJECTS * PAGES_OF_EACH }, (_, at) => {
    const subject = at % SUBJECTS;
    const name = namesOf(subject)[Math.floor(at / SUBJECTS) % 2 === 0 ? 0 : 1];
    const said = Array.from({ length: SAID }, () => `word${subject}x${Math.floor(next() * COMPANY)}`);
    return { title: `${name} page${at}`, text: `${name} ${said.join(" ")}` };
  });
}

import { getPart, indexOf } from "../facts/pathway-index.ts";
import { unite } from "../facts/unite.ts";
import type { Pathway, RecommendationCode } from "../model/pathway.ts";
import type { AnswerLead, Question } from "./explain-questions.ts";

/** More answers, and more advice, than this are summed up, so that the sentence stays one that is read. */
const NAMED = 3;

/** Why a question is asked, as one sentence for a clinician. */
export function printReason(pathway: Pathway, { answers, possible, disputed }: Question): string {
  const title = (code: RecommendationCode) => `“${getPart(indexOf(pathway).recommendations, code).title}”`;
  const between = join(shorten(possible.map(title)), "and");
  if (disputed) return `What was said of it contradicts itself, and it can still decide between ${between}.`;
  const settling = groupByLead(answers.filter(({ settles }) => settles));
  const open = answers.filter(({ settles }) => !settles);
  if (settling.length === 0) return `Together with other answers it can still decide between ${between}.`;
  const leads = settling.slice(0, NAMED).map((lead) => `${join(lead.answers, "or")} leads to ${title(lead.code)}`);
  if (open.length === 0) {
    const more = settling.length > NAMED ? ["every other answer settles it too"] : [];
    return `Any answer settles it: ${[...leads, ...more].join("; ")}.`;
  }
  // What was just named is "that", and comes first.
  const [named] = settling.length === 1 ? settling : [];
  const left = unite(open.map(({ leadsTo }) => leadsTo));
  const others = left.filter((code) => code !== named?.code).map(title);
  const words = others.length < left.length ? ["that", ...others] : others;
  return `One answer may settle it: ${leads.join("; ")}; ${namesOf(open)} leaves ${join(shorten(words), "or")} open.`;
}

interface Lead {
  readonly answers: readonly string[];
  readonly code: RecommendationCode;
}

/** Answers that settle it alike, in one breath. */
function groupByLead(answers: readonly AnswerLead[]): readonly Lead[] {
  const codes = unite(answers.map(({ leadsTo }) => leadsTo));
  return codes.map((code) => ({
    code,
    answers: answers.filter(({ leadsTo }) => leadsTo.includes(code)).map(({ answer }) => answer),
  }));
}

function namesOf(answers: readonly AnswerLead[]): string {
  return answers.length > NAMED
    ? "any other answer"
    : join(
        answers.map(({ answer }) => answer),
        "or",
      );
}

function shorten(titles: readonly string[]): readonly string[] {
  return titles.length <= NAMED + 1 ? titles : [...titles.slice(0, NAMED), `${titles.length - NAMED} others`];
}

function join(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

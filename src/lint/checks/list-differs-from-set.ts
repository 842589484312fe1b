import { statementsOf } from "../../library/model/article.ts";
import type { NamedSet } from "../../library/model/terms.ts";
import type { ContentCheck } from "../content-check.ts";
import { contentStems } from "../content-words.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** Words after which a list claims to be whole: "all calf veins", "every segment", "the complete protocol". */
const WHOLE = /\b(?:all|every|each|complete|whole|entire|full)\b/i;

/** A list of this many members that claims to be whole is held against the set it comes from. */
const FEWEST_MEMBERS = 2;

/** A list typed by hand that claims to be whole must be the set that checklist, figure and pathway share. */
export const listDiffersFromSet: ContentCheck = {
  code: "list-differs-from-set",
  asks: "does a list in the text differ from its named set?",
  check: ({ articles, library, written }) =>
    articles.flatMap(statementsOf).flatMap((statement) => {
      const text = written(statement).replace(/\{\{[^{}]*\}\}/g, " … ");
      return listsIn(text).flatMap(({ around, items }) => {
        if (!WHOLE.test(around)) return [];
        const best = closestSet(items, [...library.sets.values()]);
        if (best === undefined || (best.missing.length === 0 && best.extra.length === 0)) return [];
        const holes = { set: best.set.id, missing: best.missing.join(", "), extra: best.extra.join(", ") };
        return [lintDiagnostics.report("list-differs-from-set", holes, statement.span)];
      });
    }),
};

interface WrittenList {
  /** The rest of the sentence, in which it may be said that the list is whole. */
  readonly around: string;
  readonly items: readonly string[];
}

/** What lists begin after: a colon, a dash, an opening bracket, or a word that introduces one. */
const OPENING = /\b(?:includ(?:es?|ing)|covers?|namely|comprises?|consists of)\b\s*:?|:|—|–|\(/;

/** Lists as text has them, with commas and a last "and". */
function listsIn(text: string): readonly WrittenList[] {
  return text.split(/(?<=[.;])\s/).flatMap((sentence) => {
    const opening = OPENING.exec(sentence);
    if (opening === null) return [];
    const rest = sentence.slice(opening.index + opening[0].length);
    const list = rest.split(/[.:;—–()[\]]/)[0] ?? "";
    const items = list.split(/,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).map((item) => item.trim());
    const around = sentence.slice(0, opening.index) + rest.slice(list.length);
    return items.length < FEWEST_MEMBERS ? [] : [{ around, items: items.filter((item) => item !== "") }];
  });
}

interface Comparison {
  readonly set: NamedSet;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** The set that shares most members with the list; of two that share as many, the smaller. */
function closestSet(items: readonly string[], sets: readonly NamedSet[]): Comparison | undefined {
  const compared = sets
    .map((set): Comparison & { readonly shared: number } => {
      const found = items.map((item) => set.members.find(({ label }) => isNamed(label, item)));
      const shared = new Set(found.filter((member) => member !== undefined));
      return {
        set,
        shared: shared.size,
        missing: set.members.filter((member) => !shared.has(member)).map(({ label }) => label),
        extra: items.filter((_item, index) => found[index] === undefined),
      };
    })
    .filter(({ shared }) => shared >= FEWEST_MEMBERS);
  return compared.toSorted(
    (left, right) => right.shared - left.shared || left.missing.length - right.missing.length,
  )[0];
}

/** "posterior tibial" names the posterior tibial veins: the words of the item begin the label, kind of vessel and pairing apart. */
function isNamed(label: string, item: string): boolean {
  const bare = (text: string) => contentStems(text.toLowerCase()).filter((stem) => !["vein", "pair"].includes(stem));
  const [wanted, given] = [bare(label), bare(item)];
  return given.length > 0 && given.every((stem, index) => wanted[index] === stem);
}

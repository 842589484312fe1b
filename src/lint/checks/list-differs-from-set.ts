import { statementsOf } from "../../library/model/article.ts";
import type { NamedSet } from "../../library/model/library.ts";
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
      return listsIn(text).flatMap(({ lead, items }) => {
        if (!WHOLE.test(lead)) return [];
        const best = closestSet(items, [...library.sets.values()]);
        if (best === undefined || (best.missing.length === 0 && best.extra.length === 0)) return [];
        const holes = { set: best.set.id, missing: best.missing.join(", "), extra: best.extra.join(", ") };
        return [lintDiagnostics.report("list-differs-from-set", holes, statement.span)];
      });
    }),
};

interface WrittenList {
  readonly lead: string;
  readonly items: readonly string[];
}

/** Lists as text has them: after a colon, a dash or an opening bracket, with commas and a last "and". */
function listsIn(text: string): readonly WrittenList[] {
  return [...text.matchAll(/([^.:—–(]*)(?::|—|–|\()\s*([^.:;—–()[\]]+)/g)].flatMap(([, lead = "", list = ""]) => {
    const items = list.split(/,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).map((item) => item.trim());
    return items.length < FEWEST_MEMBERS ? [] : [{ lead, items: items.filter((item) => item !== "") }];
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

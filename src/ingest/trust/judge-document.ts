import type { DocumentSection, EvidenceDocument, RankingProfile } from "../../evidence/corpus.ts";
import { InnocentText } from "./innocent-text.ts";
import { findSmuggling, withoutUnseen } from "./invisible-characters.ts";
import { toSkeleton, withoutLookAlikes } from "./look-alikes.ts";
import { phrasePattern, type TrustRules } from "./trust-rules.ts";

/** What becomes of a document: it is taken, with what was changed in it, or not, and why. */
export type Judgement =
  | { readonly kind: "taken"; readonly document: EvidenceDocument; readonly changes: readonly string[] }
  | { readonly kind: "refused"; readonly reason: string };

/** Characters of a found place that a reason shows. */
const LONGEST_EXCERPT = 80;
/** Letters that stand alone, so many in a row, are a word set apart to hide it. */
const LETTERS_APART = /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}][\s.·_*-]{1,3}){8,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
/** Of these characters nothing is hidden and nothing looks like another. */
const PLAIN = /^[\t\n\r\u0020-\u007e]*$/;

/**
 * Decides whether documents are taken for evidence. Text that gives orders to machines, that machines wrote, or that carries a message in
 * characters nobody sees refuses the whole document: who writes such a thing is no source. Single unseen characters and
 * look-alike letters are taken out or replaced, and what was changed is said. Pure.
 */
export class DocumentJudge {
  readonly #rules: TrustRules;
  readonly #hosts: readonly HostRule[];
  readonly #orders: RegExp;
  readonly #ordersApart: RegExp;
  readonly #voice: RegExp;
  readonly #credits: RegExp;
  readonly #firstLook: InnocentText;

  constructor(rules: TrustRules) {
    this.#rules = rules;
    this.#hosts = rules.hosts.map(toHostRule);
    this.#orders = phrasePattern(rules.orders);
    this.#ordersApart = apartPattern(rules.orders);
    this.#voice = phrasePattern(rules.machineVoice);
    this.#credits = phrasePattern(rules.machineCredits);
    this.#firstLook = new InnocentText([...rules.orders, ...rules.machineVoice, ...rules.machineCredits]);
  }

  /** Judges a document with what its file holds besides and does not show: hidden text, the name of the program that made it. */
  judge(document: EvidenceDocument, unseen: string, profile: RankingProfile): Judgement {
    const host = this.#findHost(document.url);
    if (host !== undefined) return { kind: "refused", reason: host };
    const shown = shownText(document);
    if (unseen === "" && this.#firstLook.isInnocent(shown) && this.#findMark(shown) === undefined)
      return { kind: "taken", document, changes: [] };
    const reason =
      this.#findReason(shown, profile) ?? hidden(this.#findReason(unseen, profile) ?? this.#orderTogether(unseen));
    if (reason !== undefined) return { kind: "refused", reason };
    return cleaned(document);
  }

  #findHost(url: string | undefined): string | undefined {
    const address = url === undefined ? null : URL.parse(url);
    if (address === null) return undefined;
    const place = `${address.hostname.replace(/\.$/, "")}${address.pathname}`.toLowerCase();
    const host = this.#hosts.find((one) => isBelow(place, one));
    return host === undefined ? undefined : `it is from \`${host.written}\`, where machines write the pages`;
  }

  #findReason(text: string, profile: RankingProfile): string | undefined {
    const isPlain = PLAIN.test(text);
    if (!isPlain) {
      const smuggled = findSmuggling(text);
      if (smuggled !== undefined) return smuggled;
    }
    const mark = this.#findMark(text);
    if (mark !== undefined) return `it holds \`${mark.trim()}\`, with which chat programs mark orders`;
    const seen = isPlain ? text : toSkeleton(withoutUnseen(text).text);
    const order = this.#orders.exec(seen) ?? this.#orderApart(seen);
    if (order !== null) return `it gives orders to machines: \`${excerpt(order[0])}\``;
    const voice = this.#voice.exec(seen) ?? (profile === "topic-pages" ? this.#credits.exec(seen) : null);
    return voice === null ? undefined : `a machine wrote it: \`${excerpt(voice[0])}\``;
  }

  #findMark(text: string): string | undefined {
    return this.#rules.marks.find((one) => text.includes(one));
  }

  /** What is drawn and not seen often comes without the spaces between its words. */
  #orderTogether(unseen: string): string | undefined {
    const order = this.#ordersApart.exec(toSkeleton(unseen).replace(/[^\p{L}\p{N}]/gu, ""));
    return order === null ? undefined : `it gives orders to machines: \`${excerpt(order[0])}\``;
  }

  #orderApart(text: string): RegExpExecArray | null {
    for (const [letters] of text.matchAll(LETTERS_APART)) {
      const order = this.#ordersApart.exec(letters.replace(/[^\p{L}\p{N}]/gu, ""));
      if (order !== null) return order;
    }
    return null;
  }
}

/** The same phrases in a text whose words are run together. */
function apartPattern(list: readonly string[]): RegExp {
  const { source } = phrasePattern(list);
  const together = source.replaceAll("(?<![\\p{L}\\p{N}])", "").replaceAll("(?![\\p{L}\\p{N}])", "");
  return new RegExp(
    together
      .replace(/\(\?:\[\\p\{L\}\\p\{N\}\]\+\[\^\\p\{L\}\\p\{N\}\]\+\)\{0,\d+\}\?/g, ".{0,30}?")
      .replaceAll("[^\\p{L}\\p{N}]+", ""),
    "iu",
  );
}

/** A host, and where only a part of it is meant the path of that. */
interface HostRule {
  readonly written: string;
  readonly name: string;
  readonly path: string;
}

function toHostRule(written: string): HostRule {
  const slash = written.indexOf("/");
  if (slash < 0) return { written, name: written, path: "" };
  return { written, name: written.slice(0, slash), path: written.slice(slash) };
}

function isBelow(place: string, { name, path }: HostRule): boolean {
  const slash = place.indexOf("/");
  const placeName = place.slice(0, slash);
  if (placeName !== name && !placeName.endsWith(`.${name}`)) return false;
  const placePath = place.slice(slash);
  return path === "" || placePath === path || placePath.startsWith(`${path}/`);
}

function hidden(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : `what it does not show: ${reason}`;
}

function excerpt(text: string): string {
  const folded = text.replace(/\s+/g, " ");
  return folded.length > LONGEST_EXCERPT ? `${folded.slice(0, LONGEST_EXCERPT)}…` : folded;
}

/** All that readers of a document may come to see. Fields are apart, so that no phrase runs from one into the next. */
function shownText({ key, title, issuer = "", statusReason = "", subjects, sections }: EvidenceDocument): string {
  const parts = [key, title, issuer, statusReason, ...subjects];
  parts.push(...new Set(sections.flatMap(({ headings }) => headings)));
  for (const { text, grade = "" } of sections) parts.push(text, grade);
  return parts.join("\n|\n");
}

function cleaned(document: EvidenceDocument): Judgement {
  let removed = 0;
  let replaced = 0;
  const clean = (text: string): string => {
    if (PLAIN.test(text)) return text;
    const seen = withoutUnseen(text);
    const latin = withoutLookAlikes(seen.text);
    removed += seen.removed;
    replaced += latin.words;
    return latin.text;
  };
  const { title, issuer, statusReason, subjects, sections } = document;
  const made: EvidenceDocument = {
    ...document,
    title: clean(title),
    ...(issuer === undefined ? {} : { issuer: clean(issuer) }),
    ...(statusReason === undefined ? {} : { statusReason: clean(statusReason) }),
    subjects: subjects.map(clean),
    sections: sections.map((section): DocumentSection => {
      const { grade } = section;
      return {
        ...section,
        headings: section.headings.map(clean),
        text: clean(section.text),
        ...(grade === undefined ? {} : { grade: clean(grade) }),
      };
    }),
  };
  const changes = [
    ...(removed === 0 ? [] : [`${removed} characters that are not seen were taken out`]),
    ...(replaced === 0 ? [] : [`look-alike letters were replaced in ${replaced} words`]),
  ];
  return { kind: "taken", document: changes.length === 0 ? document : made, changes };
}

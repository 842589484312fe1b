import { sourcesOf } from "../../../pathway/language/features-in.ts";
import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { SummaryKind } from "../phrases/entry.ts";
import type { SpokenTopic } from "../spoken-topic.ts";

/** The items of a topic's deciding score, as words that sum up several of them mean them. */
export class ScoreItems {
  readonly #features: readonly CaseFeature[];
  readonly #bySummary: Readonly<Record<SummaryKind, readonly CaseFeature[]>>;

  constructor({ pathway }: SpokenTopic) {
    const { features = [], scores = [], decidingScore } = pathway ?? {};
    const score = scores.find(({ id }) => id === decidingScore) ?? scores[0];
    const items = (score?.items ?? []).flatMap(({ feature: id, points }) =>
      features.filter((feature) => feature.id === id).map((feature) => ({ feature, points })),
    );
    const giving = (cost: CaseFeature["cost"]) =>
      items.flatMap(({ feature, points }) => (feature.cost === cost && points > 0 ? feature : []));
    this.#features = features;
    this.#bySummary = {
      everyItem: items.map(({ feature }) => feature),
      everyRisk: giving("history"),
      everySign: giving("examination"),
    };
  }

  /** Risk items are those one asks for, signs those one examines for; an item that takes points away is a judgement and neither. */
  of(summary: SummaryKind): readonly CaseFeature[] {
    return this.#bySummary[summary];
  }

  /** Risk items and signs. */
  get findings(): readonly CaseFeature[] {
    return [...this.of("everyRisk"), ...this.of("everySign")];
  }

  /**
   * Whether the text says the feature, or what it is computed from, however many steps away. To deny one of several that each make it so
   * (`denied`) leaves it open: "no operation" does not say that nobody lay in bed.
   */
  isSpokenOf(feature: CaseFeature, spoken: ReadonlySet<string>, denied: ReadonlySet<string> = NONE): boolean {
    if (spoken.has(feature.id)) return true;
    const sources = sourcesOf(feature).filter((id) => !(isOneOfSeveral(feature) && denied.has(id)));
    return this.#features.some((source) => sources.includes(source.id) && this.isSpokenOf(source, spoken, denied));
  }

  /** Those of the items of which the text says something. */
  spokenOf(items: readonly CaseFeature[], spoken: ReadonlySet<string>): readonly CaseFeature[] {
    return items.filter((item) => this.isSpokenOf(item, spoken));
  }
}

const NONE: ReadonlySet<string> = new Set();

function isOneOfSeveral({ derive }: CaseFeature): boolean {
  return derive?.kind === "connective" && derive.operator === "or";
}

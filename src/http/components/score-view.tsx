import type { Answer } from "../../answer/answer-shape.ts";
import type { Pathway, Scheme } from "../../pathway/model/pathway.ts";
import { useMessages } from "../messages/language.tsx";
import { pointsWords, totalWords, truthWords } from "./words.ts";

type AnsweredScore = Answer["scores"][number];

interface ScoreViewProps {
  readonly score: AnsweredScore;
  /** Gives the categories their labels. */
  readonly pathway: Pathway | undefined;
}

interface ScoresProps {
  readonly scores: readonly AnsweredScore[];
  readonly pathway: Pathway | undefined;
}

/** The score that the pathway decides by, and its other versions folded away so that two totals are never mixed up. */
export function Scores({ scores, pathway }: ScoresProps) {
  const words = useMessages().score;
  const deciding = scores.find((score) => score.score === pathway?.decidingScore) ?? scores[0];
  if (deciding === undefined) return null;
  const others = scores.filter((score) => score !== deciding);
  return (
    <>
      <ScoreView score={deciding} pathway={pathway} />
      {others.length === 0 ? null : (
        <details class="other-scores">
          <summary>{words.others}</summary>
          {others.map((score) => (
            <ScoreView key={score.score} score={score} pathway={pathway} />
          ))}
        </details>
      )}
    </>
  );
}

/** A score as an interval: what is certain, what is still open, and the category in each scheme. */
function ScoreView({ score, pathway }: ScoreViewProps) {
  const messages = useMessages();
  const schemes = pathway?.scores.find((candidate) => candidate.id === score.score)?.schemes ?? [];
  return (
    <div class="score">
      <p class="score-head">
        <span class="label" lang="en">
          {score.label} <code class="code">{score.version}</code>
        </span>
        <span class="score-total">{totalWords(score.lo, score.hi, messages)}</span>
        {score.stated ? <span class="score-stated">{messages.score.stated}</span> : null}
      </p>
      <ScoreScale score={score} scheme={schemes[0]} />
      <dl class="strata">
        {schemes.map((scheme) => (
          <div key={scheme.id}>
            <dt lang="en">{scheme.label}</dt>
            <dd lang="en">{stratumWords(scheme, score)}</dd>
          </div>
        ))}
      </dl>
      <details class="score-items">
        <summary>{messages.score.items}</summary>
        <ul>
          {score.items.map((item) => (
            <li key={item.id} class={`holds-${item.holds}`}>
              <span lang="en">{item.label}</span>
              <span class="points">{pointsWords(item.points)}</span>
              <span class="holds">{truthWords(item.holds, messages)}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** The category, or those still open: the interval is compared with the ends of each. */
export function stratumWords(scheme: Scheme, { strata, lo, hi }: AnsweredScore): string {
  const settled = scheme.strata.find((stratum) => stratum.id === strata[scheme.id]);
  if (settled !== undefined) return settled.label;
  const open = scheme.strata.filter((stratum) => (stratum.from ?? lo) <= hi && (stratum.to ?? hi) >= lo);
  return `open: ${open.map((stratum) => stratum.label).join(" or ")}`;
}

const STEP = 24;

/** The range of the score as a ruler, the interval as a band, the cut-offs of the first scheme as ticks. Text says it too. */
export function ScoreScale({ score, scheme }: { readonly score: AnsweredScore; readonly scheme: Scheme | undefined }) {
  const messages = useMessages();
  const sum = (points: readonly number[]) => points.reduce((total, value) => total + value, 0);
  const low = sum(score.items.map((item) => Math.min(0, item.points)));
  const high = sum(score.items.map((item) => Math.max(0, item.points)));
  const x = (value: number) => (value - low + 0.5) * STEP;
  const cuts = scheme?.strata.flatMap((stratum) => stratum.from ?? []) ?? [];
  const values = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  return (
    <svg
      class="score-scale"
      viewBox={`0 0 ${(high - low + 1) * STEP} 46`}
      role="img"
      aria-label={messages.score.scale(
        score.label,
        totalWords(score.lo, score.hi, messages),
        totalWords(low, low),
        `${high}`,
      )}
    >
      <rect class="scale-track" x={x(low) - 6} y="10" width={x(high) - x(low) + 12} height="12" rx="6" />
      <rect class="scale-band" x={x(score.lo) - 9} y="7" width={x(score.hi) - x(score.lo) + 18} height="18" rx="9" />
      {cuts.map((cut) => (
        <line key={cut} class="scale-cut" x1={x(cut - 0.5)} x2={x(cut - 0.5)} y1="1" y2="31" />
      ))}
      {values.map((value) => (
        <text
          key={value}
          class={value >= score.lo && value <= score.hi ? "scale-number scale-number-in" : "scale-number"}
          x={x(value)}
          y="43"
          text-anchor="middle"
        >
          {totalWords(value, value)}
        </text>
      ))}
    </svg>
  );
}

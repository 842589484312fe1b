import { decimal } from "../../clinical/quantity.ts";
import { printFactPart } from "../../library/print/print-fact.ts";
import { chancesAfter, printShare } from "../../tools/chances.ts";
import { useMessages } from "../messages/language.tsx";
import type { KnownTest } from "./chances-reading.ts";

const WIDTH = 340;
const HEIGHT = 190;
const LEFT = 40;
const RIGHT = 20;
const BOTTOM = 34;
const TOP = 14;

/** Prevalences of the horizontal axis, in per cent: the range in which the choice is made. */
const TICKS = [0, 10, 20, 30, 40, 50, 60];
/** Miss rates of the vertical axis, in per cent. */
const LEVELS = [0, 1, 2, 3, 4, 5];
const MOST_X = 60;
const MOST_Y = 5;

const x = (percent: number) => LEFT + (Math.min(percent, MOST_X) / MOST_X) * (WIDTH - LEFT - RIGHT);
const y = (percent: number) => HEIGHT - BOTTOM - (Math.min(percent, MOST_Y) / MOST_Y) * (HEIGHT - BOTTOM - TOP);

/** The miss rate against the chance before the test, with the lines and where this test passes them; the list says the same. */
export function RiskCurve({ reading }: { readonly reading: KnownTest }) {
  const { accuracy, lines, prevalence, chances } = reading;
  const words = useMessages().tools.chances;
  const points = Array.from({ length: 121 }, (_, at) => at / 2).map((percent) => {
    const { missRate } = chancesAfter(decimal(percent).div(100), accuracy);
    return { percent, miss: missRate === undefined ? 0 : Number(missRate.times(100)) };
  });
  const drawn = points.filter(({ miss }) => miss <= MOST_Y);
  const d = drawn
    .map(({ percent, miss }, at) => `${at === 0 ? "M" : "L"}${x(percent).toFixed(1)} ${y(miss).toFixed(1)}`)
    .join("");
  const now = { percent: Number(prevalence.times(100)), miss: Number(chances.missRate?.times(100) ?? 0) };
  const isOff = now.percent > MOST_X || now.miss > MOST_Y;
  return (
    <figure class="risk-curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.curve}>
        {LEVELS.map((level) => (
          <g key={level}>
            <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(level)} y2={y(level)} />
            <text x={LEFT - 6} y={y(level) + 4} text-anchor="end">
              {level} %
            </text>
          </g>
        ))}
        {TICKS.map((tick) => (
          <text key={tick} x={x(tick)} y={HEIGHT - BOTTOM + 16} text-anchor="middle">
            {tick} %
          </text>
        ))}
        <text class="axis" x={(WIDTH + LEFT) / 2} y={HEIGHT - 4} text-anchor="middle">
          {words.axis}
        </text>
        {lines.map(({ fact, prevalence: at }) => (
          <g key={fact.id}>
            <line class="safety" x1={LEFT} x2={WIDTH - RIGHT} y1={y(fact.value ?? 0)} y2={y(fact.value ?? 0)} />
            {at === undefined || at.times(100).gt(MOST_X) ? null : (
              <line
                class="crossing"
                x1={x(Number(at.times(100)))}
                x2={x(Number(at.times(100)))}
                y1={y(fact.value ?? 0)}
                y2={HEIGHT - BOTTOM}
              />
            )}
          </g>
        ))}
        <path class="curve" d={d} />
        {isOff ? null : <circle class="curve-now" cx={x(now.percent)} cy={y(now.miss)} r="5.5" />}
      </svg>
      <figcaption>
        <p class="label">{words.curveTitle}</p>
        <ul>
          {lines.map(({ fact, prevalence: at }) => (
            <li key={fact.id}>
              {at === undefined
                ? words.neverPassed(printFactPart(fact, "value"))
                : words.passedFrom(printFactPart(fact, "value"), printShare(at))}
            </li>
          ))}
          {isOff ? <li>{words.outside}</li> : null}
        </ul>
      </figcaption>
    </figure>
  );
}

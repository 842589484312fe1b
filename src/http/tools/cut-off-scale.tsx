import { renderQuantity } from "../../clinical/quantity.ts";
import type { BasisReading } from "../../tools/cut-off.ts";
import { useMessages } from "../messages/language.tsx";

const WIDTH = 320;

/** The value and the cut-offs on one line, to scale. The sentence above it says the same. */
export function CutOffScale({ reading }: { readonly reading: BasisReading }) {
  const { onLine } = useMessages().tools.cutOff;
  const { value, laboratory, forAge, inForce } = reading;
  if (value === undefined) return null;
  const cuts = [laboratory, forAge].filter((one) => one !== undefined);
  const number = (one: { readonly value: { toString(): string } }) => Number(one.value.toString());
  const most = Math.max(number(value), ...cuts.map(number)) * 1.25;
  const x = (one: { readonly value: { toString(): string } }) => 8 + (number(one) / most) * (WIDTH - 16);
  return (
    <svg
      class="cut-off-scale"
      viewBox={`0 0 ${WIDTH} 64`}
      role="img"
      aria-label={onLine(renderQuantity(value), cuts.map(renderQuantity).join(" · "))}
    >
      <rect class="scale-track" x="8" y="28" width={WIDTH - 16} height="10" rx="5" />
      {inForce === undefined ? null : (
        <rect class="scale-free" x="8" y="28" width={x(inForce) - 8} height="10" rx="5" />
      )}
      {cuts.map((cut, at) => (
        <g key={cut.value.toString()}>
          <line
            class={inForce?.value.eq(cut.value) ? "scale-cut scale-cut-holds" : "scale-cut"}
            x1={x(cut)}
            x2={x(cut)}
            y1="20"
            y2="46"
          />
          <text class="scale-number" x={x(cut)} y={at === 0 ? 60 : 14} text-anchor="middle">
            {cut.value.toString()}
          </text>
        </g>
      ))}
      <path class="scale-marker" d={`M${x(value)} 26l6-10h-12z`} />
      <circle class="scale-marker" cx={x(value)} cy="33" r="5" />
    </svg>
  );
}

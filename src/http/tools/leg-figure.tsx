import { useMessages } from "../messages/language.tsx";
import type { ListedSegment } from "./scan-reading.ts";

/** One vein as it runs in a leg of 90 by 560, seen from the front with the inner side to the right. */
interface Drawing {
  readonly view: "front" | "back";
  /** Paired veins are two lines. */
  readonly paths: readonly string[];
}

/** From the groin (top) to the ankle. Schematic: lengths and courses are for orientation, not anatomy to scale. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  "common-femoral-vein": { view: "front", paths: ["M58 42L56 84"] },
  "common-femoral-vein-other-leg": { view: "front", paths: ["M58 42L56 84"] },
  "saphenofemoral-junction": { view: "front", paths: ["M56 66C60 66 63 67 66 71"] },
  "deep-femoral-vein": { view: "front", paths: ["M54 88C42 112 37 142 38 176"] },
  "femoral-vein": { view: "front", paths: ["M56 88C58 136 54 192 50 238"] },
  "great-saphenous-vein": { view: "front", paths: ["M67 75C76 140 68 212 66 252C68 330 61 430 51 528"] },
  "anterior-tibial-veins": { view: "front", paths: ["M32 296C32 366 35 446 39 522", "M38 296C38 366 41 446 44 522"] },
  "popliteal-vein": { view: "back", paths: ["M46 226C48 248 48 268 46 292"] },
  "small-saphenous-vein": { view: "back", paths: ["M42 262C22 320 24 440 32 526"] },
  "gastrocnemius-veins": { view: "back", paths: ["M42 268C34 290 31 312 33 336", "M51 268C60 290 63 312 60 336"] },
  "soleal-veins": { view: "back", paths: ["M43 344C41 366 41 388 43 408", "M50 344C52 366 52 388 50 408"] },
  "posterior-tibial-veins": { view: "back", paths: ["M50 300C60 366 58 446 50 524", "M55 300C66 366 64 446 55 524"] },
  "peroneal-veins": { view: "back", paths: ["M38 300C30 366 31 446 37 524", "M33 300C24 366 25 446 32 524"] },
  "focal-symptomatic-area": { view: "back", paths: ["M30 360a17 17 0 1 0 34 0a17 17 0 1 0 -34 0"] },
};

const OUTLINE =
  "M6 30C2 120 14 200 20 246C22 290 8 330 14 390C20 450 29 486 29 520C28 534 22 546 20 556L58 556C54 544 53 534 53 520C56 478 66 430 68 380C70 322 63 290 65 250C72 180 84 110 84 44";

/** How a segment is drawn: by what was marked, never by its absence. */
export type Look = "full" | "acute" | "chronic" | "undecided" | "not-seen" | "unmarked" | "abnormal";

export function lookOf({ compression, content, waveform, compresses }: ListedSegment): Look {
  if (compression === "partly" || compression === "not") return content ?? "undecided";
  if (waveform === "abnormal") return "abnormal";
  if (compression === "full" || (!compresses && waveform === "normal")) return "full";
  if (compression === "not-seen" || waveform === "not-seen") return "not-seen";
  return "unmarked";
}

interface LegFigureProps {
  readonly segments: readonly ListedSegment[];
  /** The leg with the symptoms; undefined while nobody said. */
  readonly leg: "left" | "right" | undefined;
}

/** Both legs from the groin to the ankle, front and back. Each vein is a link to its entry; the table below is its twin. */
export function LegFigure({ segments, leg }: LegFigureProps) {
  // Nobody is drawn with a side that was not said: the left of the picture is then only "the leg".
  const side = leg ?? "right";
  const words = useMessages().tools.scan;
  const looks = [...new Set(segments.map(lookOf))];
  return (
    <figure class="legs">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links is a group, and no fieldset can stand in it */}
      <svg viewBox="0 0 420 592" role="group" aria-label={words.veins}>
        <defs>
          <pattern id="hatch-acute" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch-ground-acute" width="5" height="5" />
            <line class="hatch-line" x1="0" x2="0" y1="0" y2="5" />
          </pattern>
          <pattern id="hatch-chronic" width="5" height="5" patternUnits="userSpaceOnUse">
            <rect class="hatch-ground-chronic" width="5" height="5" />
            <line class="hatch-line" x1="0" x2="5" y1="2.5" y2="2.5" />
          </pattern>
        </defs>
        <View view="front" x={0} segments={segments} side={side} isKnown={leg !== undefined} />
        <View view="back" x={216} segments={segments} side={side} isKnown={leg !== undefined} />
      </svg>
      <figcaption>
        <ul class="legs-key">
          {looks.map((look) => (
            <li key={look}>
              <svg viewBox="0 0 34 12" width="34" height="12" aria-hidden="true">
                <path class={`vein vein-${look}`} d="M3 6H31" />
              </svg>
              {words.looks[look]}
            </li>
          ))}
        </ul>
        <p class="hint">{words.schematic}</p>
      </figcaption>
    </figure>
  );
}

interface ViewProps {
  readonly view: "front" | "back";
  readonly x: number;
  readonly segments: readonly ListedSegment[];
  readonly side: "left" | "right";
  readonly isKnown: boolean;
}

/** Seen from the front the right leg is on the left of the picture; from behind it is on the right. */
function View({ view, x, segments, side, isKnown }: ViewProps) {
  const isOnLeft = (side === "right") === (view === "front");
  const drawn = segments.filter(({ id }) => DRAWINGS[id]?.view === view);
  const own = drawn.filter(({ id }) => id !== OTHER_LEG);
  const other = drawn.filter(({ id }) => id === OTHER_LEG);
  const leftSide = isOnLeft ? own : other;
  const rightSide = isOnLeft ? other : own;
  const words = useMessages().tools.scan;
  const name = words.legs[isKnown ? side : "unknown"];
  const label = (isOwn: boolean) => (isOwn ? name : words.legs.other);
  return (
    <g transform={`translate(${x} 0)`}>
      <text class="legs-view" x="102" y="16" text-anchor="middle">
        {words[view]}
      </text>
      <g transform="translate(8 10)">
        <path class={isOnLeft ? "leg leg-own" : "leg"} d={OUTLINE} />
        <Veins segments={leftSide} />
      </g>
      <g transform="translate(196 10) scale(-1 1)">
        <path class={isOnLeft ? "leg" : "leg leg-own"} d={OUTLINE} />
        <Veins segments={rightSide} />
      </g>
      <text x="46" y="586" text-anchor="middle">
        {label(isOnLeft)}
      </text>
      <text x="158" y="586" text-anchor="middle">
        {label(!isOnLeft)}
      </text>
    </g>
  );
}

const OTHER_LEG = "common-femoral-vein-other-leg";

function Veins({ segments }: { readonly segments: readonly ListedSegment[] }) {
  const words = useMessages().tools.scan;
  return (
    <>
      {segments.map((segment) => {
        const look = lookOf(segment);
        return (
          <a
            key={segment.id}
            id={`vein-${segment.id}`}
            class="vein-link"
            href={`#segment-${segment.id}`}
            aria-label={words.vein(segment.label, words.looks[look])}
          >
            {DRAWINGS[segment.id]?.paths.map((d) => (
              <g key={d}>
                <path class="vein-touch" d={d} />
                <path class={`vein vein-${look}`} d={d} />
              </g>
            ))}
          </a>
        );
      })}
    </>
  );
}

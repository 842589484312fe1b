import { PEOPLE, type People } from "../../tools/chances.ts";
import { useMessages } from "../messages/language.tsx";

const COLUMNS = 50;
const STEP = 10;

type Group = keyof People;

/** In this order the figure is filled, and the key is read. Each group has a shape of its own beside its colour. */
const GROUPS: readonly {
  readonly group: Group;
  readonly shape: string;
}[] = [
  { group: "missed", shape: "M-3-3l6 6m0-6l-6 6" },
  { group: "found", shape: "M-3-3h6v6h-6z" },
  {
    group: "falseAlarms",
    shape: "M0-3.4l3.4 3.4-3.4 3.4-3.4-3.4z",
  },
  {
    group: "cleared",
    shape: "M-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0",
  },
];

interface PeopleFigureProps {
  readonly people: People;
  readonly condition: string;
}

/** A thousand people as a thousand marks; the key beside it is its text twin and has the numbers. */
export function PeopleFigure({ people, condition }: PeopleFigureProps) {
  const words = useMessages().tools.chances;
  let next = 0;
  const paths = GROUPS.map(({ group, shape }) => {
    const from = next;
    next += people[group];
    const d = Array.from({ length: people[group] }, (_, at) => place(from + at, shape)).join("");
    return <path key={group} class={`person person-${group}`} d={d} />;
  });
  const height = (PEOPLE / COLUMNS) * STEP;
  return (
    <figure class="people">
      <svg viewBox={`0 0 ${COLUMNS * STEP} ${height}`} role="img" aria-label={words.figure}>
        {paths}
      </svg>
      <figcaption class="people-key">
        <ul>
          {GROUPS.map(({ group, shape }) => (
            <li key={group}>
              <svg viewBox="-6 -6 12 12" width="14" height="14" aria-hidden="true">
                <path class={`person person-${group}`} d={shape} />
              </svg>
              <strong>{people[group]}</strong> {words.groups[group](<span lang="en">{condition}</span>)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** The shape at the place of one person: its first point becomes absolute, the rest is relative already. */
function place(index: number, shape: string): string {
  const x = (index % COLUMNS) * STEP + STEP / 2;
  const y = Math.floor(index / COLUMNS) * STEP + STEP / 2;
  return shape.replace(
    /^M(-?[\d.]+)[ ]?(-?[\d.]+)/,
    (_, dx: string, dy: string) => `M${round(x + Number(dx))} ${round(y + Number(dy))}`,
  );
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
